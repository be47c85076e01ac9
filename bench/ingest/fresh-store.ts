import path from 'node:path';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { OwnNeo4j } from '../own-neo4j.ts';

/** An empty store: a file of this name in the folder, or the bench's own Neo4j, emptied. */
export async function freshStore(own: OwnNeo4j | undefined, folder: string, name: string): Promise<GraphStore> {
  if (own === undefined) return openStore(`sqlite:${path.join(folder, `${name}.sqlite`)}`);
  await own.empty();
  return openStore(own.url, { credentials: own.credentials });
}

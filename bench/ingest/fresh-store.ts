import path from 'node:path';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';

/**
 * An empty store: a file of this name in the folder, or the one at the url, which is refused when it holds something:
 * a bench empties nobody's store.
 */
export async function freshStore(url: string | undefined, folder: string, name: string): Promise<GraphStore> {
  const store = await openStore(url ?? `sqlite:${path.join(folder, `${name}.sqlite`)}`);
  const { version } = await store.head();
  if (version > 0) throw new Error(`${store.url} holds version ${version}: empty it first`);
  return store;
}

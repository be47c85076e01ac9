import { GraphError } from '../errors.ts';
import type { OpenOptions } from './open-options.ts';
import type { GraphStore } from './port.ts';
import { openNeo4jStore } from './neo4j/store.ts';
import { openSqliteStore } from './sqlite/store.ts';

/** With +s or +ssc the connection is encrypted. */
const NEO4J_SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];

/** @param url `sqlite:PATH`, `bolt://…` or `neo4j://…`; a plain path is a file. @throws GraphError USAGE for another scheme */
export async function openStore(url: string, options: OpenOptions = {}): Promise<GraphStore> {
  const scheme = /^([a-z0-9+]+):/.exec(url)?.[1];
  if (scheme === undefined || scheme === 'sqlite') return openSqliteStore(url.replace(/^sqlite:/, ''), options);
  if (NEO4J_SCHEMES.includes(scheme)) return openNeo4jStore(url, options);
  throw new GraphError('USAGE', { store: url, known: ['sqlite:PATH', 'bolt://HOST:PORT', 'neo4j://HOST:PORT'] });
}

import { GraphError } from '../errors.ts';
import type { Visibility } from '../ontology/vocabulary.ts';
import type { GraphStore } from './port.ts';
import { openSqliteStore } from './sqlite/store.ts';

export type OpenOptions = {
  /** What a store that does not exist yet becomes; an existing one keeps what it is. */
  readonly visibility?: Visibility;
  /** Only to read: a store that does not exist is an error, nothing is created. */
  readonly readOnly?: boolean;
};

/** @param url `sqlite:PATH`; a plain path is one too. @throws GraphError USAGE for another scheme */
export async function openStore(url: string, options: OpenOptions = {}): Promise<GraphStore> {
  const scheme = /^([a-z0-9+]+):/.exec(url)?.[1];
  if (scheme === undefined || scheme === 'sqlite') return openSqliteStore(url.replace(/^sqlite:/, ''), options);
  throw new GraphError('USAGE', { store: url, known: ['sqlite:PATH'] });
}

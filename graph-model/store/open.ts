import { GraphError } from '../errors.ts';
import type { OpenOptions } from './open-options.ts';
import type { GraphStore } from './port.ts';
import { openSqliteStore } from './sqlite/store.ts';

/** @param url `sqlite:PATH`; a plain path is one too. @throws GraphError USAGE for another scheme */
export async function openStore(url: string, options: OpenOptions = {}): Promise<GraphStore> {
  const scheme = /^([a-z0-9+]+):/.exec(url)?.[1];
  if (scheme === undefined || scheme === 'sqlite') return openSqliteStore(url.replace(/^sqlite:/, ''), options);
  throw new GraphError('USAGE', { store: url, known: ['sqlite:PATH'] });
}

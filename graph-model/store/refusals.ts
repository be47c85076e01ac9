import { GraphError } from '../errors.ts';
import { VISIBILITIES, type Visibility } from '../ontology/vocabulary.ts';
import { TABLES, type KeyOf, type Table } from '../rows.ts';
import type { Head } from './port.ts';

/** The head as it was read. @param where what holds it, for the error. @throws GraphError STORE_BROKEN */
export function checkedHead(
  { storeId, version, visibility }: { readonly [K in keyof Head]: unknown },
  where: Readonly<Record<string, string>>,
): Head {
  if (typeof storeId !== 'string' || typeof version !== 'number' || !isVisibility(visibility)) {
    throw new GraphError('STORE_BROKEN', where);
  }
  return { storeId, version, visibility };
}

function isVisibility(value: unknown): value is Visibility {
  return typeof value === 'string' && value in VISIBILITIES;
}

/** @throws GraphError VERSION_UNKNOWN for what was never published */
export function refuseUnpublished(version: number, published: number): void {
  if (!Number.isInteger(version) || version < 0 || version > published) {
    throw new GraphError('VERSION_UNKNOWN', { version, published });
  }
}

/** @throws GraphError USAGE for a key without an index */
export function refuseUnindexed<T extends Table>(table: T, key: KeyOf<T>): void {
  const keys: readonly string[] = TABLES[table].keys;
  if (!keys.includes(key)) throw new GraphError('USAGE', { table, key, known: keys });
}

/** Whoever only reads is granted no lease. */
export function openedOnlyToRead(url: string): GraphError {
  return new GraphError('USAGE', { store: url, because: 'opened only to read' });
}

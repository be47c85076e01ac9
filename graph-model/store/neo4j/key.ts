import { GraphError } from '../../errors.ts';
import { TABLES, type KeyOf, type Table } from '../../rows.ts';

/** The property by which rows are looked up. @throws GraphError USAGE for one without an index */
export function keyOf<T extends Table>(table: T, key: KeyOf<T>): string {
  const keys: readonly string[] = TABLES[table].keys;
  if (!keys.includes(key)) throw new GraphError('USAGE', { table, key, known: keys });
  return `\`${key}\``;
}

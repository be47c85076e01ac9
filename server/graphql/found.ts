import { GraphError } from '#graph-model/errors.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import type { View } from './view.ts';

/** A row that another row names. @throws GraphError STORE_BROKEN when it is not there: never the client's fault */
export async function found<T extends Table>(at: View, table: T, id: string): Promise<{ at: View; row: RowOf<T> }> {
  const row = await at.load.row(table, id);
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table, id });
  return { at, row };
}

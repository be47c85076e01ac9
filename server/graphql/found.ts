import { GraphError } from '#graph-model/errors.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import type { View } from './view.ts';

type Found<T extends Table> = { at: View; row: RowOf<T> };

/**
 * A row that another row names; no promise where it is at hand.
 * @throws GraphError STORE_BROKEN when it is not there: never the client's fault
 */
export function found<T extends Table>(at: View, table: T, id: string): Found<T> | Promise<Found<T>> {
  const row = at.load.hand.row(table, id);
  return row === undefined ? read(at, table, id) : { at, row };
}

/** The same of several, in the order given. */
export function foundAll<T extends Table>(
  at: View,
  table: T,
  ids: readonly string[],
): Found<T>[] | Promise<Found<T>[]> {
  const all: Found<T>[] = [];
  for (const id of ids) {
    const row = at.load.hand.row(table, id);
    if (row === undefined) return Promise.all(ids.map(async (one) => found(at, table, one)));
    all.push({ at, row });
  }
  return all;
}

async function read<T extends Table>(at: View, table: T, id: string): Promise<Found<T>> {
  const row = await at.load.row(table, id);
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table, id });
  return { at, row };
}

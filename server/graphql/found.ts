import { GraphError } from '#graph-model/errors.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import type { View } from './view.ts';

type Found<T extends Table> = { at: View; row: RowOf<T> };

/** A row that another row names. @throws GraphError STORE_BROKEN when it is not there: never the client's fault */
export async function found<T extends Table>(at: View, table: T, id: string): Promise<Found<T>> {
  const row = await at.load.row(table, id);
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table, id });
  return { at, row };
}

/** The same without a promise where it is at hand: for what an answer holds thousands of. */
export function foundAtOnce<T extends Table>(at: View, table: T, id: string): Found<T> | Promise<Found<T>> {
  const row = at.load.hand.row(table, id);
  return row === undefined ? found(at, table, id) : { at, row };
}

/** Several, in the order given; no promise where all are at hand. */
export function foundAll<T extends Table>(
  at: View,
  table: T,
  ids: readonly string[],
): Found<T>[] | Promise<Found<T>[]> {
  const all: Found<T>[] = [];
  for (const id of ids) {
    const row = at.load.hand.row(table, id);
    if (row === undefined) return Promise.all(ids.map((one) => found(at, table, one)));
    all.push({ at, row });
  }
  return all;
}

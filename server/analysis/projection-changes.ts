import type { RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { readTotals } from './build-projection.ts';
import { isShown } from './columns.ts';
import type { Projection } from './projection.ts';

/** What is live now of the rows that changed, by id; undefined for a row that is gone. */
export type RowChanges<T extends Table> = ReadonlyMap<string, RowOf<T> | undefined>;

/** The steps from one projection to that of a later version, taken together. */
export type ProjectionChanges = {
  readonly version: number;
  readonly entities: RowChanges<'entity'>;
  readonly relations: RowChanges<'relationship'>;
  readonly readings: RowChanges<'reading'>;
  readonly totals: Projection['totals'];
};

/** Beyond so many rows, or versions, the whole is read instead: in batches, which are not all held at once. */
const MOST_ROWS = 100_000;
const MOST_VERSIONS = 64;

/**
 * What changed from a projection to a later version.
 * @param most rows that changed; by default no more than the projection has
 * @returns undefined when it is more than that, or too many versions
 */
export async function readChanges(
  store: Pick<GraphStore, 'reader'>,
  base: Projection,
  version: number,
  most = Math.min(MOST_ROWS, base.entities.length + base.relations.ids.length),
): Promise<ProjectionChanges | undefined> {
  if (version - base.version > MOST_VERSIONS) return undefined;
  const entities = new Map<string, RowOf<'entity'> | undefined>();
  const relations = new Map<string, RowOf<'relationship'> | undefined>();
  const readings = new Map<string, RowOf<'reading'> | undefined>();
  let read = 0;
  let totals: Projection['totals'] | undefined = base.totals;
  for (let step = base.version + 1; step <= version; step++) {
    const reader = await store.reader(step);
    read += await gather(reader, 'entity', entities, most);
    read += await gather(reader, 'relationship', relations, most);
    read += await gather(reader, 'reading', readings, most);
    if (read > most) return undefined;
    // Whether there are any is enough.
    const { opened, closed } = await reader.changes('source', 0);
    if (opened.length + closed.length > 0) totals = undefined;
  }
  for (const [id, row] of readings) if (row !== undefined && !isShown(row)) readings.set(id, undefined);
  totals ??= await readTotals(await store.reader(version));
  return { version, entities, relations, readings, totals };
}

/** @returns how many rows changed, or were read before there were too many */
async function gather<T extends Table>(
  reader: GraphReader,
  table: T,
  into: Map<string, RowOf<T> | undefined>,
  most: number,
): Promise<number> {
  const { opened, closed } = await reader.changes(table, most);
  for (const { row } of closed) into.set(row.id, undefined);
  for (const { row } of opened) into.set(row.id, row);
  return opened.length + closed.length;
}

import type { RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';

/** Where an export takes its rows from: each table in order of id, in batches. */
export interface ExportRows {
  rows<T extends Table>(table: T): AsyncIterable<readonly RowOf<T>[]>;
}

/** A whole version. */
export function wholeVersion(reader: GraphReader): ExportRows {
  return { rows: (table) => reader.scan(table) };
}

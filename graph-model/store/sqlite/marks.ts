import { TABLE_NAMES, type Table } from '../../rows.ts';
import type { Connection } from './connection.ts';
import { quoted } from './layout.ts';

/** Where a table stood when a version was published: the last seq written, and how many rows were live. */
export type Mark = { readonly last: number; readonly live: number };

export function markOf(connection: Connection, table: Table, version: number): Mark {
  const sql = 'SELECT last, live FROM mark WHERE version = ? AND name = ?';
  const [last, live] = connection.first<[number, number]>(sql, version, table) ?? [0, 0];
  return { last, live };
}

/** Inside the publishing transaction. */
export function writeMarks(connection: Connection, version: number): void {
  for (const table of TABLE_NAMES) {
    const before = markOf(connection, table, version - 1);
    const name = quoted(table);
    const [opened, last] = connection.first<[number, number | null]>(
      `SELECT count(*), max(seq) FROM ${name} WHERE seq > ?`,
      before.last,
    ) ?? [0, null];
    const [closed] = connection.first<[number]>(`SELECT count(*) FROM ${name} WHERE until = ?`, version) ?? [0];
    connection.run(
      'INSERT INTO mark (version, name, last, live) VALUES (?, ?, ?, ?)',
      version,
      table,
      last ?? before.last,
      before.live + opened - closed,
    );
  }
}

import { TABLE_NAMES, type Table } from '../../rows.ts';
import type { Connection } from './connection.ts';
import { quoted } from './layout.ts';
import type { Step } from './transaction-thread.ts';

/** Where a table stood when a version was published: the last seq written, and how many rows were live. */
export type Mark = { readonly last: number; readonly live: number };

export function markOf(connection: Connection, table: Table, version: number): Mark {
  const sql = 'SELECT last, live FROM mark WHERE version = ? AND name = ?';
  const [last, live] = connection.first<[number, number]>(sql, version, table) ?? [0, 0];
  return { last, live };
}

/** Part of the publishing transaction. */
export function markSteps(version: number): Step[] {
  return TABLE_NAMES.map((table) => {
    const name = quoted(table);
    const before = 'FROM mark WHERE version = ?1 - 1 AND name = ?2';
    const sql = `WITH before AS (SELECT ifnull(max(last), 0) AS last, ifnull(max(live), 0) AS live ${before})
      INSERT INTO mark (version, name, last, live) SELECT ?1, ?2,
        max(last, ifnull((SELECT max(seq) FROM ${name}), 0)),
        live + (SELECT count(*) FROM ${name} WHERE seq > last) - (SELECT count(*) FROM ${name} WHERE until = ?1)
      FROM before`;
    return { sql, values: [version, table] };
  });
}

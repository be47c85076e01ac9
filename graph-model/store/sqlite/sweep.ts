import { TABLE_NAMES } from '../../rows.ts';
import type { Connection } from './connection.ts';
import { quoted } from './layout.ts';
import { markOf } from './marks.ts';

/**
 * Takes back what an unfinished publication left after `version`: rows it opened go, rows it closed are open again.
 * @returns how many openings and closings were taken back
 */
export function sweep(connection: Connection, version: number): number {
  let swept = 0;
  for (const table of TABLE_NAMES) {
    const name = quoted(table);
    const { last } = markOf(connection, table, version);
    if (table === 'name') {
      connection.run('DELETE FROM name_gram WHERE rowid IN (SELECT seq FROM name WHERE seq > ?)', last);
      connection.run('DELETE FROM name_pinyin WHERE seq > ?', last);
    }
    swept += connection.run(`DELETE FROM ${name} WHERE seq > ?`, last);
    swept += connection.run(`UPDATE ${name} SET until = NULL, reason = NULL WHERE until > ?`, version);
  }
  return swept;
}

import { TABLES, TABLE_NAMES, type KeyOf, type Table } from '../../rows.ts';
import { refuseUnindexed } from '../refusals.ts';

/** Raised with every change of what is written here, or of a row that older files cannot hold. */
export const FORMAT = 3;

/** Stands in the file's header, so that no other program's database is taken for ours: "LLGR". */
export const APPLICATION_ID = 0x4c4c4752;

/**
 * One table per row kind. `seq` is the order of writing: rows of a later version have a greater one, so that what a
 * version opened, and what an unfinished one left, is a range. The key columns live in the body alone (virtual):
 * measured at the same speed as stored ones, with a tenth less file.
 * Names are found through `name.length` (the order of the answers), `name_gram`, one document per name row, and
 * `name_pinyin`, one row per pinyin key.
 */
export function layoutSql(): string {
  return [...TABLE_NAMES.flatMap(tableSql), ...SIDE_SQL].join(';\n');
}

export function quoted(identifier: string): string {
  return `"${identifier}"`;
}

/** @throws GraphError USAGE for a column without an index */
export function keyColumn<T extends Table>(table: T, key: KeyOf<T>): string {
  refuseUnindexed(table, key);
  return quoted(key);
}

function tableSql(table: Table): string[] {
  const name = quoted(table);
  const keys: readonly string[] = TABLES[table].keys;
  const columns = [
    'seq INTEGER PRIMARY KEY',
    'id TEXT NOT NULL',
    'since INTEGER NOT NULL',
    'until INTEGER',
    'reason TEXT',
    'body TEXT NOT NULL',
    ...keys.map((key) => `${quoted(key)} TEXT GENERATED ALWAYS AS (body ->> '${key}') VIRTUAL`),
  ];
  return [
    `CREATE TABLE ${name} (${columns.join(', ')})`,
    `CREATE UNIQUE INDEX ${quoted(`${table}.id`)} ON ${name} (id, since)`,
    `CREATE INDEX ${quoted(`${table}.until`)} ON ${name} (until) WHERE until IS NOT NULL`,
    ...keys.map((key) => {
      const column = quoted(key);
      return `CREATE INDEX ${quoted(`${table}.${key}`)} ON ${name} (${column}, id) WHERE ${column} IS NOT NULL`;
    }),
  ];
}

const SIDE_SQL = [
  'CREATE INDEX "name.length" ON name (length(folded), folded, id)',
  `CREATE VIRTUAL TABLE name_gram USING fts5 (grams, content = '', contentless_delete = 1, prefix = '4', tokenize = 'ascii')`,
  'CREATE TABLE name_pinyin (length INTEGER, key TEXT, seq INTEGER, PRIMARY KEY (length, key, seq)) WITHOUT ROWID',
  'CREATE INDEX "name_pinyin.seq" ON name_pinyin (seq)',
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID',
  'CREATE TABLE lease (one INTEGER PRIMARY KEY CHECK (one = 1), token INTEGER NOT NULL, host TEXT, pid INTEGER, heartbeat INTEGER)',
  'INSERT INTO lease (one, token) VALUES (1, 0)',
  'CREATE TABLE run (version INTEGER PRIMARY KEY, body TEXT NOT NULL)',
  // Per version and table: the last seq written and how many rows are live.
  'CREATE TABLE mark (version INTEGER, name TEXT, last INTEGER NOT NULL, live INTEGER NOT NULL, PRIMARY KEY (version, name)) WITHOUT ROWID',
];

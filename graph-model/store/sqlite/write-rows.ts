import { GraphError } from '../../errors.ts';
import { TABLES, type Change, type CloseReason, type RowOf, type Table } from '../../rows.ts';
import { canonicalJson } from '../../text.ts';
import { rowText } from '../row-text.ts';
import type { Connection } from './connection.ts';
import { gramsOf } from './grams.ts';
import { hasHalves, wellFormedJson } from './json.ts';
import { quoted } from './layout.ts';

/** What is to become of an id in the unfinished version: a content, or closed. */
type Wish = { readonly open: string } | { readonly close: CloseReason };

/** By table, the last wish for each id. */
export type Wishes = ReadonlyMap<Table, ReadonlyMap<string, Wish>>;

/** Rows per statement: bounds the JSON text that SQLite takes apart at once. */
const CHUNK = 5_000;

/** Checks every row against its schema, before anything is written. @throws GraphError STORE_BROKEN */
export function wishesOf(changes: readonly Change[]): Wishes {
  const wishes = new Map<Table, Map<string, Wish>>();
  for (const change of changes) {
    let ofTable = wishes.get(change.table);
    if (ofTable === undefined) wishes.set(change.table, (ofTable = new Map()));
    if ('close' in change) ofTable.set(change.close, { close: change.reason });
    else ofTable.set(change.open.id, { open: bodyOf(change.table, change.open) });
  }
  return wishes;
}

/** Inside a transaction that holds the lease: makes the unfinished `version` what the wishes say. */
export function writeRows(connection: Connection, wishes: Wishes, version: number): void {
  for (const [table, ofTable] of wishes) {
    // In order, so that neighbours in the index of ids are written together.
    const ids = [...ofTable.keys()].sort();
    for (let at = 0; at < ids.length; at += CHUNK) {
      writeChunk(connection, table, ids.slice(at, at + CHUNK), ofTable, version);
    }
  }
}

function bodyOf<T extends Table>(table: T, row: RowOf<T>): string {
  const text = rowText(table, row);
  if (text !== undefined && !hasHalves(text)) return text;
  const parsed = TABLES[table].schema.safeParse(row);
  if (parsed.success) return wellFormedJson(parsed.data);
  const [issue] = parsed.error.issues;
  throw new GraphError('STORE_BROKEN', { table, id: row.id, path: issue?.path.join('.'), issue: issue?.message });
}

/** A row as it stands: of the last version (perhaps closed by this one), or opened by this one. */
type Standing = { readonly seq: number; readonly body: string; readonly closedFor: CloseReason | null };

function writeChunk(
  connection: Connection,
  table: Table,
  ids: readonly string[],
  wishes: ReadonlyMap<string, Wish>,
  version: number,
): void {
  const { before, opened } = standing(connection, table, ids, version);
  const inserts: string[] = [];
  const removals: number[] = [];
  const reopenings: number[] = [];
  const closings = new Map<CloseReason, number[]>();
  for (const id of ids) {
    const wish = wishes.get(id);
    if (wish === undefined) continue;
    const old = before.get(id);
    const mine = opened.get(id);
    const kept = 'open' in wish && old !== undefined && sameContent(old.body, wish.open);
    if (kept && old.closedFor !== null) reopenings.push(old.seq);
    const reason = 'open' in wish ? 'superseded' : wish.close;
    if (!kept && old !== undefined && old.closedFor !== reason) {
      const seqs = closings.get(reason);
      if (seqs === undefined) closings.set(reason, [old.seq]);
      else seqs.push(old.seq);
    }
    const wanted = 'open' in wish && !kept ? wish.open : undefined;
    if (mine !== undefined && mine.body !== wanted) removals.push(mine.seq);
    if (wanted !== undefined && mine?.body !== wanted) inserts.push(wanted);
  }
  const name = quoted(table);
  const chosen = 'seq IN (SELECT value FROM json_each(?))';
  if (removals.length > 0) {
    const seqs = JSON.stringify(removals);
    connection.run(`DELETE FROM ${name} WHERE ${chosen}`, seqs);
    if (table === 'name') connection.run('DELETE FROM name_gram WHERE rowid IN (SELECT value FROM json_each(?))', seqs);
  }
  if (reopenings.length > 0) {
    connection.run(`UPDATE ${name} SET until = NULL, reason = NULL WHERE ${chosen}`, JSON.stringify(reopenings));
  }
  for (const [reason, seqs] of closings) {
    const sql = `UPDATE ${name} SET until = ?, reason = ? WHERE ${chosen}`;
    connection.run(sql, version, reason, JSON.stringify(seqs));
  }
  if (inserts.length > 0) insert(connection, table, inserts, version);
}

function standing(connection: Connection, table: Table, ids: readonly string[], version: number) {
  const before = new Map<string, Standing>();
  const opened = new Map<string, Standing>();
  const rows = connection.all<[number, string, number, CloseReason | null, string]>(
    `SELECT seq, id, since, reason, body FROM ${quoted(table)}
     WHERE id IN (SELECT value FROM json_each(?)) AND (until IS NULL OR until = ?)`,
    JSON.stringify(ids),
    version,
  );
  for (const [seq, id, since, closedFor, body] of rows) {
    (since === version ? opened : before).set(id, { seq, body, closedFor });
  }
  return { before, opened };
}

/** One JSON array a chunk, taken apart by SQLite: measured at twice the rate of one bound row after the other. */
function insert(connection: Connection, table: Table, bodies: readonly string[], version: number): void {
  const name = quoted(table);
  const [last] = connection.first<[number | null]>(`SELECT max(seq) FROM ${name}`) ?? [null];
  connection.run(
    `INSERT INTO ${name} (id, since, body) SELECT value ->> 'id', ?, json(value) FROM jsonb_each(?)`,
    version,
    `[${bodies.join(',')}]`,
  );
  if (table !== 'name') return;
  const names = connection.all<[number, string]>('SELECT seq, body FROM name WHERE seq > ?', last ?? 0);
  const documents = names.map(([seq, body]) => [seq, gramsOf((JSON.parse(body) as { folded: string }).folded)]);
  connection.run(
    'INSERT INTO name_gram (rowid, grams) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    JSON.stringify(documents),
  );
}

/** Equal text is the common case; beside it only the order of an open record's keys may differ. */
function sameContent(a: string, b: string): boolean {
  return a === b || (a.length === b.length && canonicalJson(JSON.parse(a)) === canonicalJson(JSON.parse(b)));
}

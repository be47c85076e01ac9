import type { CloseReason, Table } from '../../rows.ts';
import { pinyinKeys } from '../../pinyin.ts';
import { gramsOf } from '../grams.ts';
import { planRows, type Standing, type StandingRows, type Wish, type Wishes } from '../row-plan.ts';
import type { Connection } from './connection.ts';
import { quoted } from './layout.ts';
import type { Step } from './transaction-thread.ts';

/** Rows per statement: bounds the JSON text that SQLite takes apart at once. */
const CHUNK = 5_000;

/** Ids, or keys of rows, bound as one JSON array. */
const CHOSEN = 'IN (SELECT value FROM json_each(?))';

/**
 * What makes the unfinished first version what the wishes say. There is nothing before it, so that nothing has to be
 * looked up: a row of the same id is one that this publication wrote.
 */
export function firstSteps(wishes: Wishes, version: number): Step[] {
  return inChunks(wishes, (table, ids, ofTable) => {
    const bodies: string[] = [];
    const closed: string[] = [];
    for (const id of ids) {
      const wish = ofTable.get(id);
      if (wish === undefined) continue;
      if ('open' in wish) bodies.push(wish.open);
      else closed.push(id);
    }
    const name = quoted(table);
    const mine = `id ${CHOSEN} AND since = ?`;
    const steps: Step[] = [];
    if (table === 'name') {
      const values = [JSON.stringify(ids), version];
      steps.push({ sql: `DELETE FROM name_gram WHERE rowid IN (SELECT seq FROM name WHERE ${mine})`, values });
      steps.push({ sql: `DELETE FROM name_pinyin WHERE seq IN (SELECT seq FROM name WHERE ${mine})`, values });
    }
    if (closed.length > 0) {
      steps.push({ sql: `DELETE FROM ${name} WHERE ${mine}`, values: [JSON.stringify(closed), version] });
    }
    return [...steps, ...inserting(table, bodies, version)];
  });
}

/** What makes the unfinished `version` what the wishes say, over the rows that stand now. */
export function rowSteps(connection: Connection, wishes: Wishes, version: number): Step[] {
  return inChunks(wishes, (table, ids, ofTable) => {
    const plan = planRows(ids, ofTable, standing(connection, table, ids, version));
    const name = quoted(table);
    const steps: Step[] = [];
    if (plan.remove.length > 0) {
      const seqs = [JSON.stringify(plan.remove)];
      steps.push({ sql: `DELETE FROM ${name} WHERE seq ${CHOSEN}`, values: seqs });
      if (table === 'name') {
        steps.push({ sql: `DELETE FROM name_gram WHERE rowid ${CHOSEN}`, values: seqs });
        steps.push({ sql: `DELETE FROM name_pinyin WHERE seq ${CHOSEN}`, values: seqs });
      }
    }
    if (plan.reopen.length > 0) {
      const sql = `UPDATE ${name} SET until = NULL, reason = NULL WHERE seq ${CHOSEN}`;
      steps.push({ sql, values: [JSON.stringify(plan.reopen)] });
    }
    for (const [reason, seqs] of plan.close) {
      const sql = `UPDATE ${name} SET until = ?, reason = ? WHERE seq ${CHOSEN}`;
      steps.push({ sql, values: [version, reason, JSON.stringify(seqs)] });
    }
    return [...steps, ...inserting(table, plan.insert, version)];
  });
}

type Chunk = (table: Table, ids: readonly string[], ofTable: ReadonlyMap<string, Wish>) => readonly Step[];

function inChunks(wishes: Wishes, stepsOf: Chunk): Step[] {
  const steps: Step[] = [];
  for (const [table, ofTable] of wishes) {
    // In order, so that neighbours in the index of ids are written together.
    const ids = [...ofTable.keys()].sort();
    for (let at = 0; at < ids.length; at += CHUNK) steps.push(...stepsOf(table, ids.slice(at, at + CHUNK), ofTable));
  }
  return steps;
}

/** Rows are known by `seq`. */
function standing(connection: Connection, table: Table, ids: readonly string[], version: number): StandingRows<number> {
  const before = new Map<string, Standing<number>>();
  const opened = new Map<string, Standing<number>>();
  const rows = connection.all<[number, string, number, CloseReason | null, string]>(
    `SELECT seq, id, since, reason, body FROM ${quoted(table)}
     WHERE id ${CHOSEN} AND (until IS NULL OR until = ?)`,
    JSON.stringify(ids),
    version,
  );
  for (const [key, id, since, closedFor, body] of rows) {
    (since === version ? opened : before).set(id, { key, body, closedFor });
  }
  return { before, opened };
}

/** One JSON array a chunk, taken apart by SQLite: measured at twice the rate of one bound row after the other. */
function inserting(table: Table, bodies: readonly string[], version: number): Step[] {
  if (bodies.length === 0) return [];
  const rows = `INSERT INTO ${quoted(table)} (id, since, body) SELECT value ->> 'id', ?, json(value) FROM jsonb_each(?)
    WHERE true ON CONFLICT (id, since) DO UPDATE SET body = excluded.body WHERE body <> excluded.body`;
  const steps = [{ sql: rows, values: [version, `[${bodies.join(',')}]`] }];
  if (table !== 'name') return steps;
  const documents: [id: string, grams: string][] = [];
  const keys: [id: string, key: string][] = [];
  for (const body of bodies) {
    const { id, folded } = JSON.parse(body) as { id: string; folded: string };
    documents.push([id, gramsOf(folded)]);
    for (const key of pinyinKeys(folded)) keys.push([id, key]);
  }
  const grams = `INSERT INTO name_gram (rowid, grams) SELECT seq, value ->> 1 FROM json_each(?)
    CROSS JOIN name ON name.id = value ->> 0 AND since = ?`;
  const pinyin = `INSERT OR IGNORE INTO name_pinyin (length, key, seq) SELECT length(value ->> 1), value ->> 1, seq
    FROM json_each(?) CROSS JOIN name ON name.id = value ->> 0 AND since = ?`;
  return [
    ...steps,
    { sql: grams, values: [JSON.stringify(documents), version] },
    { sql: pinyin, values: [JSON.stringify(keys), version] },
  ];
}

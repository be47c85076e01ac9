import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GraphError } from '../../errors.ts';
import { quotedText } from '../../text.ts';
import { type RunLock, takeRunLock } from './run-lock.ts';
import { type Outcome, type Step, TransactionThread } from './transaction-thread.ts';

/** One item of a run: the value is JSON text. */
export type RunItem = { readonly table: string; readonly id: string; readonly value: string };

/** Values as one JSON array, and the id of the last. */
export type RunPage = { readonly values: string; readonly last: string };

/**
 * What one run was fed, in a file of its own: items by table and id, and a checkpoint that moves in the same
 * transaction as the items before it. One process at a time writes it. Every write says the same whoever writes it, so
 * nothing but time would be lost if two did.
 */
export interface RunFile {
  /** The report of a run that is whole. */
  readonly report: string | undefined;
  /** The checkpoint as last written, or undefined at the very start. */
  readonly checkpoint: string | undefined;
  /** Durable when it is done, and one at a time. An id that is there already takes the new value. */
  write(items: readonly RunItem[], checkpoint: string): Promise<void>;
  /** The last write: the run is whole from here on, and open to any number of readers. */
  finish(report: string): Promise<void>;
  values(table: string, ids: readonly string[]): ReadonlyMap<string, string>;
  /** Up to `limit` values whose id is greater than `after`, in code point order of the id; undefined after the last. */
  page(table: string, after: string, limit: number): RunPage | undefined;
  count(table: string): number;
  /** How many items of a table have which text in a field of their JSON. */
  countBy(table: string, field: string): ReadonlyMap<string, number>;
  close(): Promise<void>;
}

export type RunFileOptions = {
  /** What the content must belong to: a file of another identity is discarded. */
  readonly identity: string;
  readonly signal: AbortSignal;
  /** How long to wait for another process that writes the same run, in milliseconds. */
  readonly patience?: number;
};

/** Values lie in the order they came; only the small index is written all over, because ids are hashes. */
const SCHEMA = `
  create table if not exists meta (name text primary key, value text not null) without rowid;
  create table if not exists item (n integer primary key, tbl text not null, id text not null, value text not null);
  create unique index if not exists item_id on item (tbl, id);
`;

/** Many at once, as JSON pairs of id and value: SQLite takes them apart at twice the rate of one bound row after the other. */
const PUT = `
  insert into item (tbl, id, value) select ?, value ->> 0, value -> 1 from jsonb_each(?) where true
  on conflict (tbl, id) do update set value = excluded.value where value <> excluded.value
`;

const NOTE = 'insert or replace into meta values (?, ?)';

/** Settings of every connection that writes. */
const WRITING = 'pragma synchronous = full; pragma cache_size = -131072; pragma wal_autocheckpoint = 16000;';

/** How long a statement waits for another connection, in ms. */
const PATIENCE = 1_000;

/** Items from which on a write goes to a thread: starting that takes as long as writing some thousands. */
const LARGE = 4_000;

const PAGE = `
  select '[' || group_concat(value, ',' order by id) || ']' as "values", max(id) as last
  from (select id, value from item where tbl = ? and id > ? order by id limit ?)
`;

/**
 * Opens or creates the file of a run. A file that is corrupt or of another identity is discarded and begun anew.
 * @throws GraphError STORE_BUSY when another process keeps writing it, CANCELLED on the signal, STORE_UNAVAILABLE
 */
export async function openRunFile(path: string, options: RunFileOptions): Promise<RunFile> {
  const deadline = Date.now() + (options.patience ?? 600_000);
  for (;;) {
    if (options.signal.aborted) throw new GraphError('CANCELLED');
    const lock = guard(() => {
      mkdirSync(dirname(path), { recursive: true });
      return takeRunLock(`${path}.lock`);
    });
    if (lock) return runFile(path, openLocked(path, options.identity, lock), lock);
    if (Date.now() > deadline) throw new GraphError('STORE_BUSY', { file: 'run' });
    await sleep(50);
  }
}

/** Removes a run file and what SQLite keeps beside it. Whoever still reads it reads on. */
export function removeRunFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true });
}

function openLocked(path: string, identity: string, lock: RunLock): DatabaseSyncInstance {
  try {
    const known = existsSync(path) ? openKnown(path, identity) : undefined;
    if (known) return known;
    removeRunFile(path);
    return open(path, identity);
  } catch (error) {
    lock.release();
    throw new GraphError('STORE_UNAVAILABLE', { file: 'run', cause: causeOf(error) });
  }
}

/** undefined when what stands there has to be discarded: whatever is wrong with it, only time is lost. */
function openKnown(path: string, identity: string): DatabaseSyncInstance | undefined {
  try {
    return open(path, identity);
  } catch {
    return undefined;
  }
}

function open(path: string, identity: string): DatabaseSyncInstance {
  const database = new DatabaseSync(path, { timeout: PATIENCE });
  try {
    database.exec(`pragma journal_mode = wal; ${WRITING}`);
    if (!isSound(database)) throw new Error('run file not sound');
    database.exec(SCHEMA);
    database.prepare('insert or ignore into meta values (?, ?)').run('identity', identity);
    if (meta(database, 'identity') !== identity) throw new Error('another run');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function runFile(path: string, database: DatabaseSyncInstance, lock: RunLock): RunFile {
  let report = meta(database, 'report');
  let checkpoint = meta(database, 'checkpoint');
  if (report !== undefined) lock.release();

  let thread: TransactionThread | undefined;

  async function run(steps: readonly Step[], items: number): Promise<void> {
    if (items >= LARGE) thread ??= new TransactionThread(path, { timeout: PATIENCE, settings: WRITING });
    if (thread === undefined) return apply(database, steps);
    const { failed }: Outcome = await thread.run(steps);
    if (failed !== undefined) throw Object.assign(new Error(failed.message), failed);
  }

  async function rest(): Promise<void> {
    await thread?.end();
    thread = undefined;
  }

  return {
    get report() {
      return report;
    },
    get checkpoint() {
      return checkpoint;
    },
    async write(items, next) {
      const steps: Step[] = [];
      for (const [table, pairs] of pairsByTable(items))
        steps.push({ sql: PUT, values: [table, `[${pairs.join(',')}]`] });
      await run([...steps, { sql: NOTE, values: ['checkpoint', next] }], items.length);
      checkpoint = next;
    },
    async finish(text) {
      await run([{ sql: NOTE, values: ['report', text] }], 0);
      await rest();
      report = text;
      lock.release();
    },
    values(table, ids) {
      const rows = database
        .prepare('select id, value from item where tbl = ? and id in (select value from json_each(?))')
        .all(table, JSON.stringify(ids)) as { id: string; value: string }[];
      return new Map(rows.map(({ id, value }) => [id, value]));
    },
    page(table, after, limit) {
      const page = database.prepare(PAGE).get(table, after, limit) as { [C in keyof RunPage]: RunPage[C] | null };
      const { values, last } = page;
      return values === null || last === null ? undefined : { values, last };
    },
    count(table) {
      const row = database.prepare('select count(*) as n from item where tbl = ?').get(table) as { n: number };
      return row.n;
    },
    countBy(table, field) {
      const rows = database
        .prepare('select json_extract(value, ?) as word, count(*) as n from item where tbl = ? group by 1')
        .all(`$.${field}`, table) as { word: string; n: number }[];
      return new Map(rows.map(({ word, n }) => [word, n]));
    },
    async close() {
      await rest();
      lock.release();
      if (database.isOpen) database.close();
    },
  };
}

function apply(database: DatabaseSyncInstance, steps: readonly Step[]): void {
  database.exec('begin immediate');
  try {
    for (const { sql, values } of steps) database.prepare(sql).run(...values);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function pairsByTable(items: Iterable<RunItem>): ReadonlyMap<string, readonly string[]> {
  const byTable = new Map<string, string[]>();
  for (const { table, id, value } of items) {
    const pair = `[${quotedText(id)},${value}]`;
    const pairs = byTable.get(table);
    if (pairs === undefined) byTable.set(table, [pair]);
    else pairs.push(pair);
  }
  return byTable;
}

function meta(database: DatabaseSyncInstance, name: string): string | undefined {
  const row = database.prepare('select value from meta where name = ?').get(name) as { value: string } | undefined;
  return row?.value;
}

function isSound(database: DatabaseSyncInstance): boolean {
  const row = database.prepare('pragma quick_check(1)').get() as { quick_check: string };
  return row.quick_check === 'ok';
}

function guard<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new GraphError('STORE_UNAVAILABLE', { file: 'run', cause: causeOf(error) });
  }
}

/** Without paths of this machine: the code of the system's error, or SQLite's words. */
function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('ERR_SQLITE') ? messageOf(error) : code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { GraphError } from '../../errors.ts';

/** One item of a run: the value is JSON text. */
export type RunItem = { readonly table: string; readonly id: string; readonly value: string };

/**
 * What one run was fed, in a file of its own: items by table and id, and a checkpoint that moves in the same
 * transaction as the items before it. While it is written the file is locked by the process that writes it; the lock
 * goes with the process, however it ends. Once complete it is only read.
 */
export interface RunFile {
  readonly complete: boolean;
  /** The checkpoint as last written, or undefined at the very start. */
  readonly checkpoint: string | undefined;
  /** Durable when it returns. An id that is there already takes the new value. */
  write(items: Iterable<RunItem>, checkpoint: string): void;
  /** The last write: the run is whole from here on, and open for any number of readers. */
  finish(checkpoint: string): void;
  values(table: string, ids: readonly string[]): ReadonlyMap<string, string>;
  /** Up to `limit` values whose id is greater than `after`, in code point order of the id. */
  page(table: string, after: string, limit: number): readonly { readonly id: string; readonly value: string }[];
  count(table: string): number;
  /** How many items of a table have which text in a field of their JSON. */
  countBy(table: string, field: string): ReadonlyMap<string, number>;
  close(): void;
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

/**
 * Opens or creates the file of a run. A file that is corrupt or of another identity is discarded and begun anew.
 * @throws GraphError STORE_BUSY when another process keeps writing it, CANCELLED on the signal
 */
export async function openRunFile(path: string, options: RunFileOptions): Promise<RunFile> {
  const deadline = Date.now() + (options.patience ?? 600_000);
  for (;;) {
    if (options.signal.aborted) throw new GraphError('CANCELLED');
    try {
      mkdirSync(dirname(path), { recursive: true });
      const database = openComplete(path, options.identity) ?? openForWriting(path, options.identity);
      if (database) return runFile(database);
      removeRunFile(path);
    } catch (error) {
      if (!isBusy(error)) throw new GraphError('STORE_UNAVAILABLE', { file: 'run', cause: causeOf(error) });
      if (Date.now() > deadline) throw new GraphError('STORE_BUSY', { file: 'run' });
      await sleep(50);
    }
  }
}

/** Removes a run file and what SQLite keeps beside it. Whoever still reads it reads on. */
export function removeRunFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** A whole run, open to readers; undefined when there is none. */
function openComplete(path: string, identity: string): DatabaseSyncInstance | undefined {
  if (!existsSync(path)) return undefined;
  let database: DatabaseSyncInstance | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true, timeout: 0 });
    const fits = meta(database, 'identity') === identity && meta(database, 'complete') === '1';
    if (fits && isSound(database)) return database;
  } catch {
    // whatever stands in the way of reading is met again, and told apart, by opening for writing
  }
  database?.close();
  return undefined;
}

/** A run under way, locked for this process; undefined when what stands there has to be discarded. */
function openForWriting(path: string, identity: string): DatabaseSyncInstance | undefined {
  const existed = existsSync(path);
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full;');
    database.exec('pragma cache_size = -131072; pragma wal_autocheckpoint = 16000; begin immediate; commit;');
    if (existed && !isSound(database)) throw new Error('unsound');
    database.exec(SCHEMA);
    const known = meta(database, 'identity');
    if (known !== undefined && known !== identity) throw new Error('another run');
    database.prepare('insert or ignore into meta values (?, ?)').run('identity', identity);
    return database;
  } catch (error) {
    if (!isBusy(error)) tryUnlock(database);
    database.close();
    if (!existed || isBusy(error)) throw error;
    return undefined;
  }
}

function runFile(database: DatabaseSyncInstance): RunFile {
  let complete = meta(database, 'complete') === '1';
  let checkpoint = meta(database, 'checkpoint');

  function save(items: Iterable<RunItem>, next: string, last: boolean): void {
    const put = database.prepare(
      'insert into item (tbl, id, value) values (?, ?, ?) on conflict (tbl, id) do update set value = excluded.value where value <> excluded.value',
    );
    const note = database.prepare('insert or replace into meta values (?, ?)');
    database.exec('begin immediate');
    try {
      for (const { table, id, value } of items) put.run(table, id, value);
      note.run('checkpoint', next);
      if (last) note.run('complete', '1');
      database.exec('commit');
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
    checkpoint = next;
    complete ||= last;
  }

  return {
    get complete() {
      return complete;
    },
    get checkpoint() {
      return checkpoint;
    },
    write: (items, next) => save(items, next, false),
    finish(next) {
      save([], next, true);
      unlock(database);
    },
    values(table, ids) {
      const rows = database
        .prepare('select id, value from item where tbl = ? and id in (select value from json_each(?))')
        .all(table, JSON.stringify(ids)) as { id: string; value: string }[];
      return new Map(rows.map(({ id, value }) => [id, value]));
    },
    page: (table, after, limit) =>
      database
        .prepare('select id, value from item where tbl = ? and id > ? order by id limit ?')
        .all(table, after, limit) as { id: string; value: string }[],
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
    close() {
      if (!database.isOpen) return;
      if (!complete) unlock(database);
      database.close();
    },
  };
}

/**
 * Closing alone would not do: the driver keeps a closed file and its locks for as long as a prepared statement is not
 * collected. Leaving WAL is what allows to leave the exclusive mode; the lock goes with the next access.
 */
function unlock(database: DatabaseSyncInstance): void {
  database.exec('pragma journal_mode = delete; pragma locking_mode = normal');
  meta(database, 'complete');
}

/** A file that is none has no lock to give back. */
function tryUnlock(database: DatabaseSyncInstance): void {
  try {
    unlock(database);
  } catch {
    // it is discarded next
  }
}

function meta(database: DatabaseSyncInstance, name: string): string | undefined {
  const exists = database.prepare("select 1 from sqlite_master where name = 'meta'").get();
  if (!exists) return undefined;
  const row = database.prepare('select value from meta where name = ?').get(name) as { value: string } | undefined;
  return row?.value;
}

function isSound(database: DatabaseSyncInstance): boolean {
  const row = database.prepare('pragma quick_check(1)').get() as { quick_check: string };
  return row.quick_check === 'ok';
}

function isBusy(error: unknown): boolean {
  return /database( table)? is (locked|busy)/i.test(messageOf(error));
}

/** Without paths of this machine: the code of the system's error, or SQLite's words. */
function causeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === '' || code.startsWith('ERR_SQLITE') ? messageOf(error) : code;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

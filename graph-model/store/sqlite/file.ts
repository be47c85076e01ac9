import { randomUUID } from 'node:crypto';
import { mkdirSync, statSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { GraphError } from '../../errors.ts';
import type { Visibility } from '../../ontology/vocabulary.ts';
import type { OpenOptions } from '../open-options.ts';
import { Connection, PATIENCE } from './connection.ts';
import { APPLICATION_ID, FORMAT, layoutSql } from './layout.ts';
import { refuseUnsafeSqlite } from './version-guard.ts';
import { Writer } from './writer.ts';

export type OpenFile = {
  readonly url: string;
  readonly reading: Connection;
  /** Absent when opened only to read. */
  readonly writing: Writer | undefined;
};

/**
 * Pages of log after which it is copied back into the file: 64 MB, so that a bulk load does not copy the same index
 * pages again with every batch.
 */
const CHECKPOINT_PAGES = 16_384;
const LOG_LEFT = 128 * 1024 * 1024;
const CACHE_KIB = { reading: 32 * 1024, writing: 128 * 1024 };

const WRITING = `PRAGMA synchronous = FULL; PRAGMA cache_size = -${CACHE_KIB.writing}; PRAGMA temp_store = MEMORY;
  PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}; PRAGMA journal_size_limit = ${LOG_LEFT}`;

/** Bytes. */
const SMALLEST_PAGE = 512;

/** How long to wait for another process that is just making the same file, in ms. */
const SWITCH_PATIENCE = 10_000;

/**
 * Opens the file, making it where there is none yet. Whatever is not ours is refused as it is: it is looked at
 * through a connection that cannot write.
 * @throws GraphError STORE_UNAVAILABLE, STORE_FORMAT, USAGE
 */
export function openFile(path: string, options: OpenOptions): OpenFile {
  const url = `sqlite:${path}`;
  if (path === '' || path === ':memory:' || path.includes('\0')) {
    throw new GraphError('USAGE', { store: url, because: 'a store is a file' });
  }
  const file = resolve(path);
  const readOnly = options.readOnly ?? false;
  const state = inspectFile(file, url);
  if (readOnly) {
    if (state !== 'ours') throw unavailable(url, 'no such store');
    return { url, reading: reader(file, url, true), writing: undefined };
  }
  if (state === 'absent') makeFolder(dirname(file), url);
  const writing = new Connection(file, url, false);
  try {
    if (state !== 'ours') create(writing, url, options.visibility ?? 'public');
    switchToWal(writing, url);
    writing.script(WRITING);
    const writer = new Writer(writing, file, { timeout: PATIENCE, settings: WRITING });
    return { url, reading: reader(file, url, false), writing: writer };
  } catch (error) {
    writing.close();
    throw error;
  }
}

function reader(file: string, url: string, readOnly: boolean): Connection {
  const connection = new Connection(file, url, readOnly);
  connection.script(`PRAGMA query_only = ON; PRAGMA cache_size = -${CACHE_KIB.reading}`);
  return connection;
}

function makeFolder(folder: string, url: string): void {
  onDisk(url, () => mkdirSync(folder, { recursive: true }));
}

function onDisk<T>(url: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(url, error instanceof Error && 'code' in error ? String(error.code) : 'unknown');
  }
}

type State = 'absent' | 'empty' | 'ours';

function inspectFile(file: string, url: string): State {
  const found = onDisk(url, (): Stats | undefined => statSync(file, { throwIfNoEntry: false }));
  if (found === undefined) return 'absent';
  if (found.isDirectory()) throw unavailable(url, 'a folder');
  if (found.size === 0) return 'empty';
  // SQLite would take a file shorter than a page for an empty one, and write over it.
  if (found.size < SMALLEST_PAGE) throw unavailable(url, 'SQLITE_NOTADB');
  try {
    return inspect(file, url, true);
  } catch (error) {
    // What a killed process left half written can only be rolled back by a connection that may write.
    const because = error instanceof GraphError ? String(error.data['because']) : '';
    if (!because.startsWith('SQLITE_READONLY')) throw error;
    return inspect(file, url, false);
  }
}

function inspect(file: string, url: string, readOnly: boolean): State {
  const connection = new Connection(file, url, readOnly);
  try {
    return stateOf(connection, url);
  } finally {
    connection.close();
  }
}

function stateOf(connection: Connection, url: string): State {
  const [[sqlite]] = connection.all<[string]>('SELECT sqlite_version()') as [[string]];
  refuseUnsafeSqlite(sqlite);
  const [[mark]] = connection.all<[number]>('PRAGMA application_id') as [[number]];
  const [[tables]] = connection.all<[number]>('SELECT count(*) FROM sqlite_schema') as [[number]];
  if (mark === 0 && tables === 0) return 'empty';
  if (mark !== APPLICATION_ID) throw unavailable(url, 'made by another program');
  const format = Number(connection.first<[number]>(`SELECT value FROM meta WHERE key = 'format'`)?.[0]);
  if (format !== FORMAT) throw new GraphError('STORE_FORMAT', { store: url, format, known: FORMAT });
  return 'ours';
}

function create(connection: Connection, url: string, visibility: Visibility): void {
  connection.transaction(() => {
    // Another process may have been first.
    if (stateOf(connection, url) === 'ours') return;
    connection.script(`${layoutSql()}; PRAGMA application_id = ${APPLICATION_ID}`);
    const meta = { format: FORMAT, storeId: randomUUID(), visibility, version: 0 };
    for (const [key, value] of Object.entries(meta)) {
      connection.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, value);
    }
  });
}

/** SQLite answers "busy" at once, without its patience, when another process switches the same file. */
function switchToWal(connection: Connection, url: string): void {
  const end = Date.now() + SWITCH_PATIENCE;
  for (;;) {
    try {
      const mode = connection.first<[string]>('PRAGMA journal_mode = WAL')?.[0];
      if (mode !== 'wal') throw unavailable(url, 'the folder cannot share memory between processes');
      return;
    } catch (error) {
      if (!(error instanceof GraphError && error.code === 'STORE_BUSY' && Date.now() < end)) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
    }
  }
}

function unavailable(url: string, because: string): GraphError {
  return new GraphError('STORE_UNAVAILABLE', { store: url, because });
}

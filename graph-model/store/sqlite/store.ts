import type { OpenOptions } from '../open-options.ts';
import type { GraphReader, GraphStore, Head, Holder, Lease, Run } from '../port.ts';
import { checkedHead, openedOnlyToRead, refuseUnpublished } from '../refusals.ts';
import type { Connection } from './connection.ts';
import { openFile, type OpenFile } from './file.ts';
import { grantLease, publishedVersion } from './lease.ts';
import { SqliteReader } from './reader.ts';
import type { Writer } from './writer.ts';

/**
 * The embedded store: one file in WAL mode, which one process writes while others read. A store made here is public
 * unless asked otherwise, for a public one refuses what must not be seen. Missing folders are made.
 * @throws GraphError STORE_UNAVAILABLE, STORE_FORMAT, USAGE
 */
export async function openSqliteStore(path: string, options: OpenOptions = {}): Promise<GraphStore> {
  return new SqliteStore(openFile(path, options));
}

class SqliteStore implements GraphStore {
  readonly url: string;
  /** Readers have a connection of their own: they neither wait for a writer nor see what is half written. */
  readonly #reading: Connection;
  readonly #writing: Writer | undefined;

  constructor(file: OpenFile) {
    this.url = file.url;
    this.#reading = file.reading;
    this.#writing = file.writing;
  }

  async head(): Promise<Head> {
    const meta = new Map(this.#reading.all<[string, string | number]>('SELECT key, value FROM meta'));
    const [storeId, version, visibility] = ['storeId', 'version', 'visibility'].map((key) => meta.get(key));
    return checkedHead({ storeId, version, visibility }, { table: 'meta' });
  }

  async runs(): Promise<readonly Run[]> {
    const rows = this.#reading.all<[string]>('SELECT body FROM run ORDER BY version');
    return rows.map(([body]) => JSON.parse(body) as Run);
  }

  async reader(version: number, signal?: AbortSignal): Promise<GraphReader> {
    refuseUnpublished(version, publishedVersion(this.#reading));
    return new SqliteReader(this.#reading, version, signal);
  }

  async lease(holder: Holder): Promise<Lease> {
    if (this.#writing === undefined) throw openedOnlyToRead(this.url);
    return grantLease(this.#writing, holder);
  }

  async close(): Promise<void> {
    this.#reading.close();
    await this.#writing?.close();
  }
}

import { runId } from '#graph-model/ids.ts';
import type { OpenOptions } from '#graph-model/store/open-options.ts';
import type { GraphReader, GraphStore, Holder, Lease, Run } from '#graph-model/store/port.ts';
import type { Change, CloseReason, RowOf, Table } from '#graph-model/rows.ts';

/** What a store gives the contract: one store, empty at first, and ways to look at it from outside. */
export type StoreHarness = {
  /** What openStore understands, for other processes. */
  readonly url: string;
  /** A fresh handle on the store; `destroy` closes it. */
  open(options?: OpenOptions): Promise<GraphStore>;
  /** Makes the lease's holder look silent for so long. */
  ageLease(seconds: number): Promise<void>;
  /** Makes the store say that a newer program wrote it. */
  raiseFormat(): Promise<void>;
  /** Everything that is stored, as bytes that can be compared. */
  content(): Promise<string>;
  destroy(): Promise<void>;
};

/** The harness of the test that runs. */
export type CurrentHarness = () => StoreHarness;

export const HERE = 'here.example';

/** A holder that lives as long as the tests do. */
export const LIVING: Holder = { host: HERE, pid: process.pid };

/** No process has so great a number. */
export const DEAD: Holder = { host: HERE, pid: 2 ** 31 - 1 };

export function runCalled(title: string): Omit<Run, 'version'> {
  return { id: runId({ title }), owner: 'data/test', title, asOf: '2025-02' };
}

export function opened<T extends Table>(table: T, ...rows: RowOf<T>[]): Change[] {
  return rows.map((row) => ({ table, open: row }) as Change);
}

export function closed(table: Table, reason: CloseReason, ...ids: string[]): Change[] {
  return ids.map((id) => ({ table, close: id, reason }));
}

/** One publication, one batch after the other. @returns the new version */
export async function publish(store: GraphStore, ...batches: (readonly Change[])[]): Promise<number> {
  const lease = await store.lease(LIVING);
  for (const batch of batches) await lease.write(batch);
  return lease.commit(runCalled(`version ${lease.base + 1}`));
}

/** A publication that dies after these batches. */
export async function abandon(store: GraphStore, ...batches: (readonly Change[])[]): Promise<Lease> {
  const lease = await store.lease(DEAD);
  for (const batch of batches) await lease.write(batch);
  return lease;
}

/** A reader of the newest version. */
export async function newest(store: GraphStore): Promise<GraphReader> {
  return store.reader((await store.head()).version);
}

/** All rows of a table, by scan. */
export async function rowsOf<T extends Table>(reader: GraphReader, table: T, batch?: number): Promise<RowOf<T>[]> {
  const rows: RowOf<T>[] = [];
  for await (const part of reader.scan(table, batch)) rows.push(...part);
  return rows;
}

/** Texts in code point order of their ids. */
export function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return rows.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

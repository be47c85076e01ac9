import { GraphError } from '#graph-model/errors.ts';
import type { RowOf, Table } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { ClientError } from './client-error.ts';

/** Why a request was stopped: the reason its signal is aborted with. */
export type StopReason = 'deadline' | 'client' | 'shutdown';

/** The error a stopped request answers with. */
export function stopped(signal: AbortSignal): ClientError {
  return signal.reason === 'deadline'
    ? new ClientError('DEADLINE_EXCEEDED', '没能在时限内答完 / not answered within the deadline')
    : new ClientError('CANCELLED', '请求已停止 / the request was stopped');
}

/** A promise that ends with the signal, whatever the store is waiting for. */
export async function raced<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  if (signal.aborted) {
    promise.catch(() => undefined);
    throw stopped(signal);
  }
  let onAbort = () => {};
  const abort = new Promise<never>((_, reject) => {
    onAbort = () => reject(stopped(signal));
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, abort]);
  } catch (error) {
    if (error instanceof GraphError && error.code === 'CANCELLED') throw stopped(signal);
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** A reader whose every call ends with the request. */
export function guardedReader(reader: GraphReader, signal: AbortSignal): GraphReader {
  const race = <T>(start: () => Promise<T>): Promise<T> =>
    signal.aborted ? Promise.reject(stopped(signal)) : raced(start(), signal);
  return {
    version: reader.version,
    get: (table, ids) => race(() => reader.get(table, ids)),
    find: (table, key, values, page) => race(() => reader.find(table, key, values, page)),
    scan: (table, batchSize) => guardedScan(reader, table, batchSize, signal),
    count: (table) => race(() => reader.count(table)),
    countBy: (table) => race(() => reader.countBy(table)),
    history: (table, id) => race(() => reader.history(table, id)),
    changes: (table, most, after) => race(() => reader.changes(table, most, after)),
    since: (table, ids) => race(() => reader.since(table, ids)),
    searchNames: (folded, limit) => race(() => reader.searchNames(folded, limit)),
    searchNamesOfEach: (folded, limit) => race(() => reader.searchNamesOfEach(folded, limit)),
  };
}

async function* guardedScan<T extends Table>(
  reader: GraphReader,
  table: T,
  batchSize: number | undefined,
  signal: AbortSignal,
): AsyncIterable<readonly RowOf<T>[]> {
  for await (const batch of reader.scan(table, batchSize)) {
    if (signal.aborted) throw stopped(signal);
    yield batch;
  }
}

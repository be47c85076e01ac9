import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { compareText } from '#graph-model/text.ts';
import { differingAspects, type ToldTable } from '#server/analysis/changes/aspects.ts';
import type { Net } from '#server/analysis/changes/net.ts';

/** The first changes in order of id, found by reading both versions side by side. */
type First<T extends ToldTable> = { readonly nets: readonly Net<T>[]; /** No row is left. */ readonly whole: boolean };

/**
 * What a table has so many changes of that they are not all read.
 * @param most changes that are looked for
 * @param looked rows of both versions that are read for it
 */
export async function firstNets<T extends ToldTable>(
  before: GraphReader,
  now: GraphReader,
  table: T,
  most: number,
  looked: number,
): Promise<First<T>> {
  const [then, today] = [rowsOf(before, table), rowsOf(now, table)];
  const nets: Net<T>[] = [];
  let [old, fresh] = [await then.next(), await today.next()];
  let read = 2;
  while (old !== undefined || fresh !== undefined) {
    if (nets.length === most || read > looked) return { nets, whole: false };
    const order = old === undefined ? 1 : fresh === undefined ? -1 : compareText(old.id, fresh.id);
    if (order < 0 && old !== undefined) nets.push({ before: old });
    else if (order > 0 && fresh !== undefined) nets.push({ after: fresh });
    else if (old !== undefined && fresh !== undefined && differingAspects(table, old, fresh).length > 0) {
      nets.push({ before: old, after: fresh });
    }
    if (order <= 0) old = await then.next();
    if (order >= 0) fresh = await today.next();
    read += order === 0 ? 2 : 1;
  }
  return { nets, whole: true };
}

function rowsOf<T extends ToldTable>(reader: GraphReader, table: T) {
  const batches = reader.scan(table)[Symbol.asyncIterator]();
  let batch: readonly RowOf<T>[] = [];
  let at = 0;
  return {
    async next(): Promise<RowOf<T> | undefined> {
      while (at >= batch.length) {
        const next = await batches.next();
        if (next.done === true) return undefined;
        batch = next.value;
        at = 0;
      }
      return batch[at++];
    },
  };
}

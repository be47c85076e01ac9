import type { Table } from '../../rows.ts';
import type { Wish, Wishes } from '../row-plan.ts';

/** Rows in one statement: bounds what the server holds in memory at once. */
const CHUNK = 5_000;

/** A batch smaller than this is one transaction: two cost more than they save. */
const SHARED_FROM = 1_000;

/** Rows of one table that are written by one statement. */
export type Part = {
  readonly table: Table;
  readonly ids: readonly string[];
  readonly wishes: ReadonlyMap<string, Wish>;
};
export type Share = readonly Part[];

/** The parts of a batch, in order of table and id, dealt out to so many writers. There is always one share. */
export function sharesOf(wishes: Wishes, writers: number): readonly Share[] {
  const size = [...wishes.values()].reduce((sum, ofTable) => sum + ofTable.size, 0);
  const count = size < SHARED_FROM ? 1 : writers;
  const shares = Array.from({ length: count }, (): Part[] => []);
  for (const [table, ofTable] of wishes) {
    const ids = [...ofTable.keys()].sort();
    const share = Math.ceil(ids.length / count);
    for (const [writer, parts] of shares.entries()) {
      const end = Math.min((writer + 1) * share, ids.length);
      for (let at = writer * share; at < end; at += CHUNK) {
        parts.push({ table, ids: ids.slice(at, Math.min(at + CHUNK, end)), wishes: ofTable });
      }
    }
  }
  return shares;
}

import type { Table } from '../../rows.ts';
import type { Wish, Wishes } from '../row-plan.ts';
import { endsOf } from './links.ts';
import type { Untouched } from './untouched.ts';

/** Rows in one transaction: bounds what the server holds in memory at once, and how long a writer waits for another. */
const SHARE = 5_000;

/** A batch smaller than this is one transaction: several cost more than they save. */
const SHARED_FROM = 1_000;

/** Rows of one table that are written by one statement. */
export type Part = {
  readonly table: Table;
  readonly ids: readonly string[];
  readonly wishes: ReadonlyMap<string, Wish>;
  /** None of the ids has a row. */
  readonly untouched: boolean;
};

/** What one transaction writes. */
export type Share = readonly Part[];

/** What may be written at once, by as many writers as there are. */
export type Wave = readonly Share[];

/**
 * A batch cut into transactions. Rows that relationships hang on are written a wave before those that are drawn as
 * relationships, so that these find both ends.
 */
export function wavesOf(wishes: Wishes, untouched: Untouched): readonly Wave[] {
  const tables = [...wishes].map(([table, ofTable]): Part => {
    const ids = [...ofTable.keys()].sort();
    return { table, ids, wishes: ofTable, untouched: untouched.take(table, ids) };
  });
  if (sizeOf(tables) < SHARED_FROM) return [[tables]];
  const waves: [Part[], ...Part[][]] = [[]];
  let wave = waves[0];
  for (const part of tables) {
    const ends = endsOf(part.table);
    if (wave.some(({ table }) => ends.includes(table))) waves.push((wave = []));
    wave.push(part);
  }
  return waves.map(sharesOf);
}

function sharesOf(parts: readonly Part[]): Wave {
  const shares: Part[][] = [];
  let room = 0;
  for (const part of parts) {
    for (let at = 0; at < part.ids.length;) {
      if (room === 0) {
        shares.push([]);
        room = SHARE;
      }
      const ids = part.ids.slice(at, at + room);
      shares.at(-1)?.push({ ...part, ids });
      at += ids.length;
      room -= ids.length;
    }
  }
  return shares;
}

function sizeOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { ids }) => sum + ids.length, 0);
}

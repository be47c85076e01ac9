import { TABLE_NAMES, type Table } from '../../rows.ts';
import type { Transaction } from './connection.ts';
import { labelOf, PAST } from './layout.ts';
import { isEnd, redraw } from './links.ts';
import { NEVER } from './live.ts';
import { moveBack } from './moved-links.ts';
import { removeRows } from './nodes.ts';

/** Rows taken back in one transaction. */
const CHUNK = 5_000;

/** Runs work in a transaction that holds the lease. */
export type Write = <T>(work: (transaction: Transaction) => Promise<T>) => Promise<T>;

/**
 * Takes back what an unfinished publication left after `version`: rows it opened go, rows it closed are open again,
 * and so are the relationships drawn for them. A sweep that is itself cut off is finished by the next one.
 * @returns how many openings and closings were taken back
 */
export async function sweep(write: Write, version: number): Promise<number> {
  let swept = 0;
  // What stands between things goes before them: no transaction has to take away all that hangs on a hub.
  for (const table of TABLE_NAMES.toReversed()) {
    if (isEnd(table)) await moveBack(write, table, version + 1);
    for (const step of [takeBackOpened, takeBackClosed]) {
      for (let taken = CHUNK; taken === CHUNK; swept += taken) {
        taken = await write((transaction) => step(transaction, table, version));
      }
    }
  }
  return swept;
}

async function takeBackOpened(transaction: Transaction, table: Table, version: number): Promise<number> {
  const label = labelOf(table);
  const found = await transaction.all<[string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(since) WHERE n.since = $next RETURN n.id LIMIT $most`,
    { next: version + 1, most: CHUNK },
  );
  const ids = found.map(([id]) => id);
  if (ids.length === 0) return 0;
  await removeRows(transaction, table, ids, version + 1);
  return ids.length;
}

async function takeBackClosed(transaction: Transaction, table: Table, version: number): Promise<number> {
  const label = labelOf(table);
  const found = await transaction.all<[string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(until) WHERE n.until = $next AND NOT n:${PAST}
     WITH n LIMIT $most SET n.until = $never RETURN n.id`,
    { next: version + 1, most: CHUNK, never: NEVER },
  );
  const ids = found.map(([id]) => id);
  await redraw(transaction, table, ids);
  return ids.length;
}

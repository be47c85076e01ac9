import { parentPort, workerData } from 'node:worker_threads';
import { DatabaseSync } from '@photostructure/sqlite';

/**
 * The thread of transaction-thread.ts: runs transactions on a connection of its own, one after the other, in the order
 * they come. Plain JavaScript, because Node 20 starts no thread from TypeScript: neither from source nor under test.
 *
 * @typedef {import('./transaction-thread.ts').Step} Step
 * @typedef {import('./transaction-thread.ts').Outcome} Outcome
 */

/** @type {{ readonly path: string, readonly timeout: number, readonly settings: string }} */
const { path, timeout, settings } = workerData;
/** @type {Map<string, import('@photostructure/sqlite').StatementSyncInstance>} */
const statements = new Map();
/** @type {import('@photostructure/sqlite').DatabaseSyncInstance | undefined} */
let opened;

parentPort?.on('message', (/** @type {readonly Step[] | null} */ steps) => {
  if (steps !== null) return parentPort?.postMessage(outcomeOf(steps));
  statements.clear();
  opened?.close();
  parentPort?.close();
});

/**
 * @param {readonly Step[]} steps
 * @returns {Outcome}
 */
function outcomeOf(steps) {
  try {
    const database = (opened ??= open());
    database.exec('BEGIN IMMEDIATE');
    try {
      for (const [at, { sql, values, least = 0 }] of steps.entries()) {
        if (Number(prepared(database, sql).run(...values).changes) >= least) continue;
        database.exec('ROLLBACK');
        return { refusedAt: at };
      }
      database.exec('COMMIT');
      return {};
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  } catch (error) {
    const { message, sqliteCodeName } = /** @type {Error & { sqliteCodeName?: string }} */ (error);
    return sqliteCodeName === undefined ? { failed: { message } } : { failed: { message, sqliteCodeName } };
  }
}

function open() {
  const database = new DatabaseSync(path, { timeout });
  database.exec(settings);
  return database;
}

/**
 * @param {import('@photostructure/sqlite').DatabaseSyncInstance} database
 * @param {string} sql
 */
function prepared(database, sql) {
  let statement = statements.get(sql);
  if (statement === undefined) statements.set(sql, (statement = database.prepare(sql)));
  return statement;
}

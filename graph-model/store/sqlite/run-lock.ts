import { rmSync } from 'node:fs';
import { DatabaseSync } from '@photostructure/sqlite';

/** The right to write one run file. It goes with the process, however that ends. */
export interface RunLock {
  /** Once or often. */
  release(): void;
}

/**
 * Locks by an exclusive transaction on an empty database: the system lets such a lock go with its process, so there is
 * nobody to be found dead. No statement is ever prepared here, because the driver keeps a closed file and its locks
 * until all prepared statements are collected.
 * @returns undefined while another connection, of any process, holds it
 */
export function takeRunLock(path: string): RunLock | undefined {
  const database = new DatabaseSync(path, { timeout: 0 });
  try {
    database.exec('begin exclusive');
  } catch (error) {
    database.close();
    if (error instanceof Error && /is (locked|busy)/i.test(error.message)) return undefined;
    throw error;
  }
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(path, { force: true });
      database.exec('rollback');
      database.close();
    },
  };
}

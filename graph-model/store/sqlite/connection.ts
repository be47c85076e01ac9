import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite';
import { GraphError, type ErrorCode } from '../../errors.ts';
import type { Step } from './transaction-thread.ts';

/** The driver ends a bound text at its first NUL: free text is bound as JSON and read with `->> '$'`. */
export type Value = string | number | null;

/** How long a statement waits for another process to finish its transaction, in ms. */
export const PATIENCE = 10_000;

/** One connection to the file: prepared statements kept, rows as arrays, driver errors as GraphErrors. */
export class Connection {
  readonly #url: string;
  readonly #db: DatabaseSyncInstance;
  readonly #statements = new Map<string, StatementSyncInstance>();

  /** @throws GraphError STORE_UNAVAILABLE */
  constructor(path: string, url: string, readOnly: boolean) {
    this.#url = url;
    this.#db = this.#guard(() => new DatabaseSync(path, { readOnly, timeout: PATIENCE }));
  }

  /** @typeParam R the row as a tuple, in the order of the SELECT */
  all<R extends readonly Value[]>(sql: string, ...values: Value[]): R[] {
    return this.#guard(() => this.#prepared(sql).all(...values) as R[]);
  }

  first<R extends readonly Value[]>(sql: string, ...values: Value[]): R | undefined {
    return this.all<R>(sql, ...values)[0];
  }

  /** @returns how many rows changed */
  run(sql: string, ...values: Value[]): number {
    return this.#guard(() => Number(this.#prepared(sql).run(...values).changes));
  }

  /** Several statements without values. */
  script(sql: string): void {
    this.#guard(() => this.#db.exec(sql));
  }

  /** All or nothing, with the file's one write lock from the start. */
  transaction<T>(work: () => T): T {
    this.script('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.script('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.isTransaction) this.script('ROLLBACK');
      throw error;
    }
  }

  /** All steps as one transaction. @returns the step that changed too few rows, for which all was undone */
  apply(steps: readonly Step[]): number | undefined {
    this.script('BEGIN IMMEDIATE');
    try {
      const refusedAt = steps.findIndex(({ sql, values, least = 0 }) => this.run(sql, ...values) < least);
      this.script(refusedAt === -1 ? 'COMMIT' : 'ROLLBACK');
      return refusedAt === -1 ? undefined : refusedAt;
    } catch (error) {
      if (this.#db.isTransaction) this.script('ROLLBACK');
      throw error;
    }
  }

  /**
   * Copies the log back into the file, unless another connection is just using it: the driver keeps the log until its
   * statements are collected, and the file alone should hold everything once the store is closed.
   */
  settle(): void {
    if (this.#db.isOpen) this.script('PRAGMA busy_timeout = 0; PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#guard(() => this.#db.close());
  }

  #prepared(sql: string): StatementSyncInstance {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      if (!this.#db.isOpen) throw new GraphError('STORE_UNAVAILABLE', { store: this.#url, because: 'closed' });
      statement = this.#db.prepare(sql);
      statement.setReturnArrays(true);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw this.graphError(error);
    }
  }

  /** What an error of the driver is to others; one that is none of SQLite's stays what it is. */
  graphError(error: unknown): unknown {
    const result = sqliteResult(error);
    const code = result === undefined ? undefined : codeOf(result);
    return code === undefined ? error : new GraphError(code, { store: this.#url, because: result });
  }
}

/** Such as SQLITE_BUSY; undefined when the error is not one of SQLite's. */
function sqliteResult(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('sqliteCodeName' in error)) return undefined;
  return String(error.sqliteCodeName);
}

/** Undefined for faults of our own SQL, which stay what they are. */
function codeOf(result: string): ErrorCode | undefined {
  if (/^SQLITE_(BUSY|LOCKED)/.test(result)) return 'STORE_BUSY';
  if (result.startsWith('SQLITE_CORRUPT')) return 'STORE_BROKEN';
  if (/^SQLITE_(CANTOPEN|IOERR|FULL|READONLY|NOTADB|PERM|AUTH|PROTOCOL)/.test(result)) return 'STORE_UNAVAILABLE';
  return undefined;
}

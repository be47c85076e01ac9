import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** One statement of a transaction. When it changes fewer rows than `least`, the whole transaction is undone. */
export type Step = {
  readonly sql: string;
  readonly values: readonly (string | number | null)[];
  readonly least?: number;
};

/** What became of a transaction: it holds, unless one of these says otherwise. */
export type Outcome = {
  /** The step that changed too few rows. */
  readonly refusedAt?: number;
  /** Of the error that undid it. */
  readonly failed?: { readonly message: string; readonly sqliteCodeName?: string };
};

export type ThreadOptions = {
  /** How long a statement waits for another connection, in ms. */
  readonly timeout: number;
  /** Pragmas of its connection. */
  readonly settings: string;
};

/** Beside the bundle, or beside this file. */
const PROGRAM = './transaction-worker.mjs';

type Waiting = { settle(outcome: Outcome): void; fail(error: Error): void };

/**
 * Writes to a file from a thread of its own, so that the next transaction can be made ready while one is written: half
 * of a load is SQLite's. Only text crosses over, which is copied at the rate of memory. The thread keeps no process
 * alive, and goes with it.
 */
export class TransactionThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  readonly #ended: Promise<void>;
  #dead: Error | undefined;

  constructor(path: string, { timeout, settings }: ThreadOptions) {
    this.#worker = new Worker(fileURLToPath(new URL(PROGRAM, import.meta.url)), {
      workerData: { path, timeout, settings },
      execArgv: [],
    });
    this.#worker.unref();
    this.#worker.on('message', (outcome: Outcome) => this.#next()?.settle(outcome));
    this.#worker.on('error', (error) => this.#die(error));
    this.#ended = new Promise((resolve) => {
      this.#worker.once('exit', () => {
        this.#die(new Error('the writing thread ended'));
        resolve();
      });
    });
  }

  /** Durable once it holds. Several may be asked for at once: they run in that order. */
  run(steps: readonly Step[]): Promise<Outcome> {
    return new Promise((settle, fail) => {
      if (this.#dead !== undefined) return fail(this.#dead);
      this.#waiting.push({ settle, fail });
      this.#worker.ref();
      this.#worker.postMessage(steps);
    });
  }

  /** When its connection is closed; what was asked for before is done first. */
  async end(): Promise<void> {
    if (this.#dead === undefined) {
      this.#worker.ref();
      this.#worker.postMessage(null);
    }
    await this.#ended;
  }

  #next(): Waiting | undefined {
    const next = this.#waiting.shift();
    if (this.#waiting.length === 0) this.#worker.unref();
    return next;
  }

  #die(error: Error): void {
    this.#dead ??= error;
    for (const { fail } of this.#waiting.splice(0)) fail(this.#dead);
  }
}

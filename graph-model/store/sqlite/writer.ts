import type { Connection } from './connection.ts';
import { TransactionThread, type Outcome, type Step, type ThreadOptions } from './transaction-thread.ts';

/** Rows from which on a transaction goes to the thread: starting that takes as long as writing some thousands. */
const LARGE = 4_000;

/** The one way to write a store's file: at once what is small, in a thread what is large and whatever follows it. */
export class Writer {
  readonly connection: Connection;
  readonly #path: string;
  readonly #options: ThreadOptions;
  #thread: TransactionThread | undefined;

  constructor(connection: Connection, path: string, options: ThreadOptions) {
    this.connection = connection;
    this.#path = path;
    this.#options = options;
  }

  /**
   * One transaction, after those asked for before it.
   * @param rows about how many it writes
   * @returns the step that changed too few rows, for which all was undone; undefined once all is durable
   * @throws GraphError for what SQLite refuses
   */
  async run(steps: readonly Step[], rows: number): Promise<number | undefined> {
    if (this.#thread === undefined && rows >= LARGE) this.#thread = new TransactionThread(this.#path, this.#options);
    if (this.#thread === undefined) return this.connection.apply(steps);
    const { refusedAt, failed }: Outcome = await this.#thread.run(steps);
    if (failed !== undefined) throw this.connection.graphError(Object.assign(new Error(failed.message), failed));
    return refusedAt;
  }

  /** Ends the thread, once what was asked for is done. */
  async rest(): Promise<void> {
    const thread = this.#thread;
    this.#thread = undefined;
    await thread?.end();
  }

  async close(): Promise<void> {
    await this.rest();
    this.connection.settle();
    this.connection.close();
  }
}

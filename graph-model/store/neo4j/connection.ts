import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { GraphError } from '../../errors.ts';
import type { Credentials } from '../open-options.ts';
import { graphErrorOf } from './driver-errors.ts';
import { Pulse } from './pulse.ts';

/** What a parameter may be. Numbers are whole; they travel as integers. */
export type Parameter =
  string | number | null | readonly Parameter[] | { readonly [key: string]: Parameter | undefined };
export type Parameters = { readonly [name: string]: Parameter };
export type Value = string | number | boolean | null;

/** Runs statements inside one transaction. */
export interface Transaction {
  /** @typeParam R the row as a tuple, in the order of the RETURN */
  all<R extends readonly unknown[]>(cypher: string, parameters?: Parameters): Promise<R[]>;
}

/** Milliseconds. The driver's own waits of a minute are no answer to a person. */
const CONNECT_WITHIN = 2_000;
const ACQUIRE_WITHIN = 3_000;
const RETRY_FOR = 1_500;

/**
 * The server ends what runs longer, should nobody here be left to end it: ms. It overrides the server's own limit, and
 * a bulk batch or a first full read is allowed to be long.
 */
const READ_LIMIT = 120_000;
const WRITE_LIMIT = 600_000;

const DEADLOCK = 'Neo.TransientError.Transaction.DeadlockDetected';
const WRITE_ATTEMPTS = 5;

/** Rows a message. */
const FETCH = 10_000;
const POOL = 50;

/** One database on one server or cluster, with deadlines of our own: the driver's do not end every wait. */
export class Connection {
  readonly url: string;
  readonly #driver: Driver;
  readonly #database: string;
  readonly #bookmarks = neo4j.bookmarkManager();
  readonly #pulse: Pulse;
  #closed = false;

  constructor(url: string, { username, password, database }: Credentials) {
    this.url = url;
    this.#database = database;
    this.#driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
      useBigInt: true,
      connectionTimeout: CONNECT_WITHIN,
      connectionAcquisitionTimeout: ACQUIRE_WITHIN,
      maxTransactionRetryTime: RETRY_FOR,
      maxConnectionPoolSize: POOL,
      connectionLivenessCheckTimeout: 30_000,
      userAgent: 'longlian',
    });
    this.#pulse = new Pulse(() => this.#ping(), url);
  }

  /** The server's own version, such as 5.26.30. */
  async serverVersion(): Promise<string> {
    const { agent = '' } = await this.#guard(this.#driver.getServerInfo({ database: this.#database }));
    return agent.replace(/^Neo4j\//, '');
  }

  /** One reading transaction of one statement. `signal` ends it with CANCELLED. */
  async read<R extends readonly unknown[]>(
    cypher: string,
    parameters: Parameters = {},
    signal?: AbortSignal,
  ): Promise<R[]> {
    const session = this.#session('READ');
    const work = session.executeRead((tx) => rowsOf<R>(tx, cypher, parameters), { timeout: READ_LIMIT });
    return this.#ended(session, work, signal);
  }

  /** One writing transaction. `work` may be run again when its outcome was not heard, so it must be idempotent. */
  async write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const run = (tx: ManagedTransaction) => work({ all: (cypher, parameters = {}) => rowsOf(tx, cypher, parameters) });
    for (let attempt = 1; ; attempt++) {
      const session = this.#session('WRITE');
      try {
        return await this.#ended(session, session.executeWrite(run, { timeout: WRITE_LIMIT }));
      } catch (error) {
        // Two writers that waited for each other: the driver itself gives up on a transaction that took long.
        const waited = error instanceof GraphError && error.data['because'] === DEADLOCK;
        if (!waited || attempt === WRITE_ATTEMPTS) throw error;
      }
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#driver.close();
  }

  #session(mode: 'READ' | 'WRITE'): Session {
    if (this.#closed) throw new GraphError('STORE_UNAVAILABLE', { store: this.url, because: 'closed' });
    return this.#driver.session({
      database: this.#database,
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      bookmarkManager: this.#bookmarks,
      fetchSize: FETCH,
    });
  }

  async #ended<T>(session: Session, work: Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await this.#guard(work, signal);
    } finally {
      // Ends what still runs on the server; not waited for, since the server may be what does not answer.
      session.close().catch(() => undefined);
    }
  }

  async #guard<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    try {
      return await this.#pulse.whileAlive(work, signal);
    } catch (error) {
      throw graphErrorOf(error, this.url);
    }
  }

  async #ping(): Promise<void> {
    const session = this.#driver.session({ database: this.#database, defaultAccessMode: neo4j.session.READ });
    try {
      await session.run('RETURN 1');
    } finally {
      session.close().catch(() => undefined);
    }
  }
}

async function rowsOf<R extends readonly unknown[]>(
  tx: ManagedTransaction,
  cypher: string,
  parameters: Parameters,
): Promise<R[]> {
  const { records } = await tx.run(cypher, asSent(parameters) as Record<string, unknown>);
  return records.map((record) => Array.from(record.values(), asNumber) as unknown as R);
}

function asSent(parameter: Parameter | undefined): unknown {
  if (typeof parameter === 'number') return BigInt(parameter);
  if (Array.isArray(parameter)) return parameter.map(asSent);
  if (parameter === null || typeof parameter !== 'object') return parameter;
  return Object.fromEntries(Object.entries(parameter).map(([key, inner]) => [key, asSent(inner as Parameter)]));
}

/** @throws GraphError STORE_BROKEN for a whole number that no JavaScript number holds: none of ours is so large */
function asNumber(value: unknown): unknown {
  if (typeof value !== 'bigint') return value;
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new GraphError('STORE_BROKEN', { integer: String(value) });
  return number;
}

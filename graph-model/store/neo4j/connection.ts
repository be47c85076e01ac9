import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { type Session, type SessionMode, type Transaction as DriverTransaction } from 'neo4j-driver';
import { GraphError } from '../../errors.ts';
import type { Credentials } from '../open-options.ts';
import { graphErrorOf, mayPass } from './driver-errors.ts';
import { Line } from './line.ts';
import { isNoAnswer, Pulse } from './pulse.ts';

/** What a parameter may be. Numbers are whole; they travel as integers. */
export type Parameter =
  string | number | null | readonly Parameter[] | { readonly [key: string]: Parameter | undefined };
export type Parameters = { readonly [name: string]: Parameter };

/** Runs statements inside one transaction. */
export interface Transaction {
  /** @typeParam R the row as a tuple, in the order of the RETURN */
  all<R extends readonly unknown[]>(cypher: string, parameters?: Parameters): Promise<R[]>;
}

/**
 * The server ends what runs longer, should nobody here be left to end it: ms. It overrides the server's own limit: a
 * bulk batch or a first full read may be long, but what a vanished machine wrote must not hold its locks for ever.
 * Indexes may have much to read.
 */
const LIMIT = 120_000;
const SCHEMA_LIMIT = 600_000;

/**
 * Pauses before a call is tried again, in ms. The driver's own first pause is a second; ours may be short, since the
 * server has just shown that it lives.
 */
const PAUSES = [0, 200, 800];

/** The pause of a patient call after those, in ms. */
const LAST_PAUSE = 1_000;

/** Rows a message. */
const FETCH = 10_000;

/** One database on one server or cluster, with deadlines of our own: the driver's do not end every wait. */
export class Connection {
  readonly url: string;
  readonly #credentials: Credentials;
  readonly #bookmarks = neo4j.bookmarkManager();
  /** A cluster reads and writes on different servers, and one of them may be away. */
  readonly #pulses: { readonly [mode in SessionMode]: Pulse };
  #line: Line;
  #closed = false;

  constructor(url: string, credentials: Credentials) {
    this.url = url;
    this.#credentials = credentials;
    this.#line = new Line(url, credentials);
    const pulseOf = (mode: SessionMode) =>
      new Pulse(
        url,
        (over) => this.#ping(mode, over),
        () => this.#renew(),
      );
    this.#pulses = { READ: pulseOf('READ'), WRITE: pulseOf('WRITE') };
  }

  /** The server's own version, such as 5.26.30. */
  async serverVersion(): Promise<string> {
    const { database } = this.#credentials;
    const { agent = '' } = await this.#tried('READ', (over) =>
      this.#line.driverUntil(over).getServerInfo({ database }),
    );
    return agent.replace(/^Neo4j\//, '');
  }

  /** One reading transaction of one statement. `signal` ends it with CANCELLED. */
  async read<R extends readonly unknown[]>(
    cypher: string,
    parameters: Parameters = {},
    signal?: AbortSignal,
  ): Promise<R[]> {
    const work = (tx: DriverTransaction) => rowsOf<R>(tx, cypher, parameters);
    return this.#tried('READ', (over) => this.#transact('READ', over, LIMIT, work), { signal });
  }

  /**
   * One writing transaction. `work` may be run again when its outcome was not heard, so it must be idempotent.
   * @param patience how long it is tried again while the server is away, in ms
   */
  async write<T>(work: (transaction: Transaction) => Promise<T>, patience = 0): Promise<T> {
    const run = (tx: DriverTransaction) => work({ all: (cypher, parameters = {}) => rowsOf(tx, cypher, parameters) });
    return this.#tried('WRITE', (over) => this.#transact('WRITE', over, LIMIT, run), { patience });
  }

  /** One statement that changes indexes or constraints, or waits for them; it must be idempotent. */
  async schema(cypher: string): Promise<void> {
    const run = (tx: DriverTransaction) => rowsOf(tx, cypher, {});
    await this.#tried('WRITE', (over) => this.#transact('WRITE', over, SCHEMA_LIMIT, run));
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#line.close();
  }

  /**
   * A call, made anew when its connection was lost and the server lives, and with patience (ms since it first failed)
   * also when the server does not. `over` aborts when the call has ended, well or not.
   */
  async #tried<T>(
    mode: SessionMode,
    call: (over: AbortSignal) => Promise<T>,
    { signal, patience = 0 }: { readonly signal?: AbortSignal | undefined; readonly patience?: number } = {},
  ): Promise<T> {
    let patientUntil: number | undefined;
    let lost: unknown;
    for (let tries = 0; ; tries++) {
      if (this.#closed) throw new GraphError('STORE_UNAVAILABLE', { store: this.url, because: 'closed' });
      try {
        return await this.#pulses[mode].whileAlive(call, signal);
      } catch (error) {
        const now = performance.now();
        patientUntil ??= now + patience;
        const patient = now < patientUntil;
        const again = mayPass(error) ? patient || tries < PAUSES.length : patient && isNoAnswer(error);
        // That it was not reached says more than that it gave no sign of life afterwards.
        if (!again) throw graphErrorOf(isNoAnswer(error) ? (lost ?? error) : error, this.url);
        if (mayPass(error)) lost ??= error;
        await sleep(PAUSES[tries] ?? LAST_PAUSE);
        this.#pulses[mode].doubt();
      }
    }
  }

  async #transact<T>(
    mode: SessionMode,
    over: AbortSignal,
    timeout: number,
    work: (tx: DriverTransaction) => Promise<T>,
  ): Promise<T> {
    const tx = await this.#session(mode, over).beginTransaction({ timeout });
    const result = await work(tx);
    await tx.commit();
    return result;
  }

  #session(defaultAccessMode: SessionMode, over: AbortSignal): Session {
    const session = this.#line.driverUntil(over).session({
      database: this.#credentials.database,
      defaultAccessMode,
      bookmarkManager: this.#bookmarks,
      fetchSize: FETCH,
    });
    // Ends what still runs on the server; not waited for, since the server may be what does not answer.
    over.addEventListener('abort', () => void session.close().catch(() => undefined));
    return session;
  }

  /** Knows of no bookmark: a server that lags behind what was written lives. */
  async #ping(defaultAccessMode: SessionMode, over: AbortSignal): Promise<void> {
    const session = this.#line.pingerUntil(over).session({ database: this.#credentials.database, defaultAccessMode });
    over.addEventListener('abort', () => void session.close().catch(() => undefined));
    await session.run('RETURN 1');
  }

  #renew(): void {
    if (this.#closed) return;
    this.#line.leave();
    this.#line = new Line(this.url, this.#credentials);
  }
}

async function rowsOf<R extends readonly unknown[]>(
  tx: DriverTransaction,
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

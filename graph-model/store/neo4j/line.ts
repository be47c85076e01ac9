import neo4j, { type Driver } from 'neo4j-driver';
import type { Credentials } from '../open-options.ts';

/** Milliseconds. The driver's own half minute is no answer to a person. */
const CONNECT_WITHIN = 2_000;

/** Milliseconds. A wait for a free connection is a wait like any other: whether the server lives bounds it first. */
const ACQUIRE_WITHIN = 120_000;

const POOL = 50;

/** One each for reading and writing. */
const PINGS = 2;

/**
 * A driver with its pool, another for signs of life, which wait for no call to end, and how many use them. The driver
 * cannot drop one connection, and a connection that was silent once may stay so when the server is back: then the whole
 * line is left, and closed after its last call.
 */
export class Line {
  readonly #driver: Driver;
  readonly #pinger: Driver;
  #calls = 0;
  #left = false;

  constructor(url: string, credentials: Credentials) {
    this.#driver = driverOf(url, credentials, POOL);
    this.#pinger = driverOf(url, credentials, PINGS);
  }

  /** The driver for a call that lasts until `over`. */
  driverUntil(over: AbortSignal): Driver {
    this.#countUntil(over);
    return this.#driver;
  }

  /** The driver for a sign of life, awaited until `over`. */
  pingerUntil(over: AbortSignal): Driver {
    this.#countUntil(over);
    return this.#pinger;
  }

  leave(): void {
    this.#left = true;
    this.#closeIfLeft();
  }

  async close(): Promise<void> {
    await Promise.all([this.#driver.close(), this.#pinger.close()]);
  }

  #countUntil(over: AbortSignal): void {
    this.#calls += 1;
    over.addEventListener('abort', () => {
      this.#calls -= 1;
      this.#closeIfLeft();
    });
  }

  #closeIfLeft(): void {
    if (this.#left && this.#calls === 0) this.close().catch(() => undefined);
  }
}

function driverOf(url: string, { username, password }: Credentials, maxConnectionPoolSize: number): Driver {
  return neo4j.driver(url, neo4j.auth.basic(username, password), {
    useBigInt: true,
    connectionTimeout: CONNECT_WITHIN,
    connectionAcquisitionTimeout: ACQUIRE_WITHIN,
    maxConnectionPoolSize,
    connectionLivenessCheckTimeout: 30_000,
    userAgent: 'longlian',
  });
}

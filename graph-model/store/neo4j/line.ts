import neo4j, { type Driver } from 'neo4j-driver';
import type { Credentials } from '../open-options.ts';

/** Milliseconds. The driver's own waits of a minute are no answer to a person. */
const CONNECT_WITHIN = 2_000;
const ACQUIRE_WITHIN = 3_000;

const POOL = 50;

/**
 * A driver with its pool, and how many calls use it. The driver cannot drop one connection, and a connection that was
 * silent once may stay so when the server is back: then the whole line is left, and closed after its last call.
 */
export class Line {
  readonly #driver: Driver;
  #calls = 0;
  #left = false;

  constructor(url: string, { username, password }: Credentials) {
    this.#driver = neo4j.driver(url, neo4j.auth.basic(username, password), {
      useBigInt: true,
      connectionTimeout: CONNECT_WITHIN,
      connectionAcquisitionTimeout: ACQUIRE_WITHIN,
      maxConnectionPoolSize: POOL,
      connectionLivenessCheckTimeout: 30_000,
      userAgent: 'longlian',
    });
  }

  /** The driver for a call that lasts until `over`. */
  driverUntil(over: AbortSignal): Driver {
    this.#calls += 1;
    over.addEventListener('abort', () => {
      this.#calls -= 1;
      this.#closeIfLeft();
    });
    return this.#driver;
  }

  leave(): void {
    this.#left = true;
    this.#closeIfLeft();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  #closeIfLeft(): void {
    if (this.#left && this.#calls === 0) this.close().catch(() => undefined);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../../errors.ts';

/** A call may be silent for so long before the server is asked for a sign of life, in ms. */
const SILENCE = 1_000;

/** A living server gives it within so long, in ms. */
const SIGN_WITHIN = 2_000;

/**
 * Slow is not dead: a call waits as long as the server is alive. While it waits, the server is asked for a sign of
 * life; without one the call ends, after three seconds in all. A frozen server would else hold it for ever.
 */
export class Pulse {
  readonly #ping: () => Promise<void>;
  readonly #url: string;
  #beat: Promise<boolean> | undefined;

  constructor(ping: () => Promise<void>, url: string) {
    this.#ping = ping;
    this.#url = url;
  }

  /** @throws GraphError STORE_UNAVAILABLE without a sign of life, CANCELLED on the signal; what `work` throws */
  async whileAlive<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
    const stop = new AbortController();
    const endings = [this.#death(stop.signal)];
    if (signal !== undefined) endings.push(cancelled(signal, stop.signal));
    try {
      return await Promise.race([work, ...endings]);
    } finally {
      stop.abort();
      work.catch(() => undefined);
    }
  }

  /** Ends only by throwing. */
  async #death(stop: AbortSignal): Promise<never> {
    for (;;) {
      await sleep(SILENCE, undefined, { signal: stop, ref: false }).catch(() => undefined);
      if (stop.aborted) return new Promise(() => {});
      if (!(await this.#isAlive())) {
        throw new GraphError('STORE_UNAVAILABLE', { store: this.#url, because: 'no answer' });
      }
    }
  }

  /** However many calls wait, one ping is under way. */
  #isAlive(): Promise<boolean> {
    this.#beat ??= this.#listen().finally(() => (this.#beat = undefined));
    return this.#beat;
  }

  async #listen(): Promise<boolean> {
    const stop = new AbortController();
    const sign = this.#ping().then(
      () => true,
      () => false,
    );
    const late = sleep(SIGN_WITHIN, false, { signal: stop.signal, ref: false }).catch(() => false);
    try {
      return await Promise.race([sign, late]);
    } finally {
      stop.abort();
    }
  }
}

async function cancelled(signal: AbortSignal, stop: AbortSignal): Promise<never> {
  if (!signal.aborted) {
    await new Promise((resolve) => {
      signal.addEventListener('abort', resolve, { once: true, signal: stop });
      stop.addEventListener('abort', resolve, { once: true });
    });
  }
  if (signal.aborted) throw new GraphError('CANCELLED');
  return new Promise(() => {});
}

import { setTimeout as sleep } from 'node:timers/promises';
import { GraphError } from '../../errors.ts';

/** A call may be silent for so long before the server is asked for a sign of life, in ms. */
const SILENCE = 750;

/** A living server gives it within so long, in ms. */
const SIGN_WITHIN = 2_000;

/** A wait is made of so many parts: however long this process itself was busy, that is one of them. */
const PARTS = 4;

const NO_ANSWER = 'no answer';

/** Was a sign of life missing? */
export function isNoAnswer(error: unknown): boolean {
  return error instanceof GraphError && error.data['because'] === NO_ANSWER;
}

/** One question whether the server lives, for all calls that wait. */
type Beat = { readonly began: number; readonly alive: Promise<boolean> };

/**
 * Slow is not dead: a call waits as long as the server is alive. While it waits, the server is asked for a sign of
 * life; without one the call ends, within three seconds in all. A frozen server would else hold it for ever.
 * Once a sign was missing, a call first waits for one: it fails as soon as the server is known to be still away, opens
 * no connection of its own meanwhile, and goes through when the server is back.
 */
export class Pulse {
  readonly #url: string;
  readonly #ping: (over: AbortSignal) => Promise<void>;
  readonly #lost: () => void;
  #beat: Beat | undefined;
  #inDoubt = false;

  /** `ping` has until `over`; `lost` is told of every sign that was missing. */
  constructor(url: string, ping: (over: AbortSignal) => Promise<void>, lost: () => void) {
    this.#url = url;
    this.#ping = ping;
    this.#lost = lost;
  }

  /**
   * `over` aborts when the call has ended, well or not.
   * @throws GraphError STORE_UNAVAILABLE without a sign of life, CANCELLED on the signal; what `start` throws
   */
  async whileAlive<T>(start: (over: AbortSignal) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const stop = new AbortController();
    const cancel = signal === undefined ? [] : [cancelled(signal, stop.signal)];
    try {
      if (this.#inDoubt) await Promise.race([this.#proveAlive(performance.now()), ...cancel]);
      return await Promise.race([start(stop.signal), this.#death(stop.signal), ...cancel]);
    } finally {
      stop.abort();
    }
  }

  /** The next call waits for a sign of life first. */
  doubt(): void {
    this.#inDoubt = true;
  }

  /** Ends only by throwing. */
  async #death(stop: AbortSignal): Promise<never> {
    for (;;) {
      await patience(SILENCE, stop);
      if (stop.aborted) return new Promise(() => {});
      await this.#proveAlive();
    }
  }

  /** A question put before a call `began` ends it only if it has waited a while itself: the server may be back. */
  async #proveAlive(began = 0): Promise<void> {
    for (;;) {
      const beat = (this.#beat ??= this.#listen());
      if (await beat.alive) return;
      if (beat.began >= began || performance.now() - began >= SILENCE) {
        throw new GraphError('STORE_UNAVAILABLE', { store: this.#url, because: NO_ANSWER });
      }
    }
  }

  #listen(): Beat {
    const alive = this.#answers().then((answered) => {
      this.#beat = undefined;
      this.#inDoubt = !answered;
      if (!answered) this.#lost();
      return answered;
    });
    return { began: performance.now(), alive };
  }

  async #answers(): Promise<boolean> {
    const stop = new AbortController();
    const sign = this.#ping(stop.signal).then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([sign, patience(SIGN_WITHIN, stop.signal).then(() => false)]);
    } finally {
      stop.abort();
    }
  }
}

/** Ends early with the signal. */
async function patience(milliseconds: number, stop: AbortSignal): Promise<void> {
  for (let part = 0; part < PARTS && !stop.aborted; part++) {
    await sleep(milliseconds / PARTS, undefined, { signal: stop, ref: false }).catch(() => undefined);
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

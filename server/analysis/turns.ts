import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers/promises';

/** How long work on arrays holds the thread before requests get their turn, in ms. */
const TURN_MS = 8;

/** Rows done between two looks at the clock. */
const SLICE = 10_000;

/** The turns that one long piece of work on arrays takes beside everything else the process does. */
export class Turns {
  readonly #most: number;
  #since = performance.now();

  /** @param most how long it may hold the thread, in ms */
  constructor(most = TURN_MS) {
    this.#most = most;
  }

  /** The ranges, from `start` up to `end`, to be done one after the other; gives way in between when it is time. */
  async *slices(start: number, end: number): AsyncIterable<readonly [start: number, end: number]> {
    for (let at = start; at < end; at += SLICE) {
      yield [at, Math.min(at + SLICE, end)];
      if (performance.now() - this.#since > this.#most) {
        await setImmediate();
        this.#since = performance.now();
      }
    }
  }
}

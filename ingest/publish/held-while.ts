import { setTimeout as sleep } from 'node:timers/promises';
import type { Lease } from '#graph-model/store/port.ts';

/** A third of the silence after which a holder on another machine counts as gone, in ms. */
const TOUCH_EVERY_MS = 10_000;

/**
 * Work that writes nothing, under a lease: it is touched meanwhile, for a silent holder is taken for gone. A touch that
 * fails is left to the next write, which fails alike or finds the store back. None is under way afterwards.
 */
export async function heldWhile<T>(lease: Lease, work: () => Promise<T>, every = TOUCH_EVERY_MS): Promise<T> {
  const over = new AbortController();
  const touching = touch(lease, every, over.signal);
  try {
    return await work();
  } finally {
    over.abort();
    await touching;
  }
}

async function touch(lease: Lease, every: number, over: AbortSignal): Promise<void> {
  for (;;) {
    await sleep(every, undefined, { signal: over, ref: false }).catch(() => undefined);
    if (over.aborted) return;
    await lease.write([]).catch(() => undefined);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore, Lease } from '#graph-model/store/port.ts';
import { heldWhile } from '#ingest/publish/held-while.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { QUIET, stagedRun, withStore } from '#test/support/publish-world.ts';
import { NAMED, PLAN, told } from './told.ts';

const HOLDER = { host: 'here', pid: 1 };

/** A lease that may fail on the way, and the store that grants it. */
function over(store: GraphStore, changed: (lease: Lease) => Partial<Lease>): GraphStore {
  return {
    url: store.url,
    head: () => store.head(),
    runs: () => store.runs(),
    reader: (version, signal) => store.reader(version, signal),
    close: () => store.close(),
    async lease(holder) {
      const lease = await store.lease(holder);
      return {
        token: lease.token,
        base: lease.base,
        swept: lease.swept,
        write: (changes) => lease.write(changes),
        commit: (run) => lease.commit(run),
        release: () => lease.release(),
        ...changed(lease),
      };
    },
  };
}

const unavailable = () => Promise.reject(new GraphError('STORE_UNAVAILABLE'));

test('a lease is touched while the work lasts, though a touch fails, and no longer', async () => {
  await withStore(async (store) => {
    let touches = 0;
    const failingFirst = over(store, (lease) => ({
      write: (changes) => ((touches += 1) === 1 ? unavailable() : lease.write(changes)),
    }));
    const lease = await failingFirst.lease(HOLDER);
    const work = () => vi.waitFor(() => expect(touches).toBeGreaterThan(2), { timeout: 20_000 });
    await heldWhile(lease, work, 5);
    const after = touches;
    await sleep(50);
    expect(touches).toBe(after);
    await expect(heldWhile(lease, unavailable, 5)).rejects.toThrow(new GraphError('STORE_UNAVAILABLE'));
  });
});

test('after a commit nothing is given back: what is published is told though the store is gone', () =>
  withStore(async (store) => {
    const gone = over(store, () => ({ release: unavailable }));
    expect((await publishRun(gone, stagedRun(told([[NAMED, PLAN]])), QUIET)).version).toBe(1);
  }));

test('a lease that cannot be given back does not hide why a publication ended', () =>
  withStore(async (store) => {
    const run = stagedRun(told([[NAMED, PLAN]]));
    const gone = over(store, () => ({ release: unavailable }));
    const stopped = { ...QUIET, signal: AbortSignal.abort() };
    await expect(publishRun(gone, run, stopped)).rejects.toThrow(new GraphError('CANCELLED'));
    expect((await store.head()).version).toBe(0);
  }));

test('a lease that cannot be given back does not hide that nothing changed', () =>
  withStore(async (store) => {
    const run = stagedRun(told([[NAMED, PLAN]]));
    await publishRun(store, run, QUIET);
    const gone = over(store, () => ({ release: unavailable }));
    expect(await publishRun(gone, run, QUIET)).toMatchObject({ version: 1, counts: {} });
  }));

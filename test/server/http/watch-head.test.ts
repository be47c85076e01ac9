import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { createProjections } from '#server/analysis/projections.ts';
import { watchHead } from '#server/http/watch-head.ts';
import { withStore } from '#test/support/publish-world.ts';
import { entityRow } from '#test/support/rows.ts';
import { opened, publish } from '../../store-contract/harness.ts';

const PATIENTLY = { timeout: 20_000 };

test('a version that is published is in memory before anyone asks', async () => {
  await withStore(async (store) => {
    const projections = createProjections(store);
    const stop = watchHead(store, projections);
    for (const [at, name] of ['甲', '乙', '丙'].entries()) {
      await publish(store, opened('entity', entityRow(name)));
      await vi.waitFor(() => expect(projections.has(at + 1)).toBe(true), PATIENTLY);
    }
    stop();
  });
});

test('while the store is away nothing is asked twice at once; when it is back, what failed is tried again', async () => {
  await withStore(async (store) => {
    await publish(store, opened('entity', entityRow('甲')));
    const unavailable = () => Promise.reject(new GraphError('STORE_UNAVAILABLE', {}));
    let away = false;
    let [looks, atOnce, mostAtOnce] = [0, 0, 0];
    const flapping: Pick<typeof store, 'url' | 'head' | 'reader'> = {
      url: store.url,
      async head() {
        looks += 1;
        mostAtOnce = Math.max(mostAtOnce, (atOnce += 1));
        await sleep(5);
        atOnce -= 1;
        return away ? unavailable() : store.head();
      },
      async reader(version) {
        // It goes away between the look and the reading.
        away = looks === 1;
        return away ? unavailable() : store.reader(version);
      },
    };
    const projections = createProjections(flapping);
    const stop = watchHead(flapping, projections);
    await vi.waitFor(() => expect(looks).toBe(3), PATIENTLY);
    expect(projections.has(1)).toBe(false);
    away = false;
    await vi.waitFor(() => expect(projections.has(1)).toBe(true), PATIENTLY);
    expect(mostAtOnce).toBe(1);
    stop();
  });
});

test('a version whose reading failed is read again though the store never went away', async () => {
  await withStore(async (store) => {
    await publish(store, opened('entity', entityRow('甲')));
    let reads = 0;
    const projections = createProjections({
      async reader(version) {
        if ((reads += 1) === 1) throw new GraphError('STORE_UNAVAILABLE', {});
        return store.reader(version);
      },
    });
    const stop = watchHead(store, projections);
    await vi.waitFor(() => expect(projections.has(1)).toBe(true), PATIENTLY);
    stop();
    expect(reads).toBe(2);
  });
});

test('once stopped it looks no more', async () => {
  await withStore(async (store) => {
    const projections = createProjections(store);
    const stop = watchHead(store, projections);
    await vi.waitFor(() => expect(projections.has(0)).toBe(true), PATIENTLY);
    stop();
    await publish(store, opened('entity', entityRow('甲')));
    await sleep(600);
    expect(projections.has(1)).toBe(false);
  });
});

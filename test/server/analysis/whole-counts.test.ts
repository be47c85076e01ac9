import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { createWholeCounts } from '#server/analysis/whole-counts.ts';
import { withStore } from '#test/support/publish-world.ts';
import { entityRow } from '#test/support/rows.ts';
import { opened, publish } from '../../store-contract/harness.ts';

const BOTH = new Map([['Company', 2]]);

test('a version is counted once, for questions side by side and later ones; another version anew', async () => {
  await withStore(async (store) => {
    await publish(store, opened('entity', entityRow('甲'), entityRow('乙')));
    await publish(store, opened('entity', entityRow('丙')));
    let reads = 0;
    const readerAt = async (version: number) => {
      const reader = await store.reader(version);
      const countBy: GraphReader['countBy'] = (table) => {
        reads += 1;
        return reader.countBy(table);
      };
      return { version, countBy } as GraphReader;
    };
    const { kindCounts } = createWholeCounts();
    const first = await readerAt(1);
    expect(await Promise.all([kindCounts(first), kindCounts(first)])).toStrictEqual([BOTH, BOTH]);
    expect(await kindCounts(await readerAt(1))).toStrictEqual(BOTH);
    expect(reads).toBe(1);
    expect(await kindCounts(await readerAt(2))).toStrictEqual(new Map([['Company', 3]]));
    expect(reads).toBe(2);
  });
});

test('a read that a stopped request ended is not remembered, and ends no other request', async () => {
  await withStore(async (store) => {
    await publish(store, opened('entity', entityRow('甲'), entityRow('乙')));
    const stop = new AbortController();
    const stopped = await store.reader(1, stop.signal);
    stop.abort();
    const { kindCounts } = createWholeCounts();
    const ended = expect(kindCounts(stopped)).rejects.toThrow(new GraphError('CANCELLED'));
    expect(await kindCounts(await store.reader(1))).toStrictEqual(BOTH);
    await ended;
  });
});

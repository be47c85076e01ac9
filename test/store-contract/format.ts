import { expect, test } from 'vitest';
import { entityRow } from '../support/rows.ts';
import { opened, publish, rowsOf, type CurrentHarness } from './harness.ts';

export function formatContract(harness: CurrentHarness): void {
  test('a store of a newer format is refused and left as it is', async () => {
    const store = await harness().open();
    await publish(store, opened('entity', entityRow('甲公司')));
    await store.close();
    await harness().raiseFormat();
    const before = await harness().content();
    await expect(harness().open()).rejects.toMatchObject({ code: 'STORE_FORMAT' });
    await expect(harness().open({ readOnly: true })).rejects.toMatchObject({ code: 'STORE_FORMAT' });
    expect(await harness().content()).toBe(before);
  });

  test('a store that does not exist is not made by reading', async () => {
    await expect(harness().open({ readOnly: true })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(harness().open({ readOnly: true })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('a store opened only to read reads, and grants no lease', async () => {
    await publish(await harness().open(), opened('entity', entityRow('甲公司')));
    const store = await harness().open({ readOnly: true });
    expect(await rowsOf(await store.reader(1), 'entity')).toStrictEqual([entityRow('甲公司')]);
    await expect(store.lease({ host: 'here.example', pid: process.pid })).rejects.toMatchObject({ code: 'USAGE' });
  });

  test('a closed store answers no more, and closing it twice is no fault', async () => {
    const store = await harness().open();
    await store.close();
    await store.close();
    await expect(store.head()).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  test('what was published is there after closing and opening again', async () => {
    const store = await harness().open();
    await publish(store, opened('entity', entityRow('甲公司')));
    await store.close();
    const again = await harness().open();
    expect((await again.head()).version).toBe(1);
    expect(await rowsOf(await again.reader(1), 'entity')).toStrictEqual([entityRow('甲公司')]);
  });
}

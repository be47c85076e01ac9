import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { entityRow, nameRow, relationshipRow } from '../support/rows.ts';
import { closed, LIVING, newest, opened, publish, rowsOf, runCalled, type CurrentHarness } from './harness.ts';

export function publishingContract(harness: CurrentHarness): void {
  test('a new store has an id, version 0, nothing in it, and the visibility that was asked for', async () => {
    const store = await harness().open({ visibility: 'internal' });
    const head = await store.head();
    expect(head).toStrictEqual({ storeId: expect.stringMatching(/^.{16,}$/), version: 0, visibility: 'internal' });
    expect(await store.runs()).toStrictEqual([]);
    expect(await rowsOf(await store.reader(0), 'entity')).toStrictEqual([]);
  });

  test('an existing store keeps its id and its visibility', async () => {
    const first = await (await harness().open({ visibility: 'internal' })).head();
    expect(await (await harness().open({ visibility: 'public' })).head()).toStrictEqual(first);
  });

  test('a store that nobody asked to be internal is public', async () => {
    expect((await (await harness().open()).head()).visibility).toBe('public');
  });

  test('what is written is seen only after the commit', async () => {
    const store = await harness().open();
    const lease = await store.lease(LIVING);
    await lease.write(opened('entity', entityRow('甲公司')));
    expect((await store.head()).version).toBe(0);
    expect(await rowsOf(await store.reader(0), 'entity')).toStrictEqual([]);
    expect(await lease.commit(runCalled('first'))).toBe(1);
    expect((await store.head()).version).toBe(1);
    expect(await rowsOf(await store.reader(1), 'entity')).toStrictEqual([entityRow('甲公司')]);
    expect(await rowsOf(await store.reader(0), 'entity')).toStrictEqual([]);
  });

  test('a version that was not published is refused', async () => {
    const store = await harness().open();
    await publish(store, []);
    for (const version of [2, -1, 0.5, Number.NaN]) {
      const error = new GraphError('VERSION_UNKNOWN', { version, published: 1 });
      await expect(store.reader(version)).rejects.toThrow(error);
    }
  });

  test('an unfinished version is refused too', async () => {
    const store = await harness().open();
    const lease = await store.lease(LIVING);
    await lease.write(opened('entity', entityRow('甲公司')));
    await expect(store.reader(1)).rejects.toThrow(new GraphError('VERSION_UNKNOWN', { version: 1, published: 0 }));
  });

  test('published runs are listed oldest first, with what they undo', async () => {
    const store = await harness().open();
    const first = await store.lease(LIVING);
    await first.commit(runCalled('载入'));
    const second = await store.lease(LIVING);
    await second.commit({ ...runCalled('撤销'), undoes: runCalled('载入').id });
    expect(await store.runs()).toStrictEqual([
      { ...runCalled('载入'), version: 1 },
      { ...runCalled('撤销'), undoes: runCalled('载入').id, version: 2 },
    ]);
  });

  test('a publication without rows still moves the version', async () => {
    const store = await harness().open();
    expect(await publish(store)).toBe(1);
    expect(await publish(store, [])).toBe(2);
  });

  test('the same batch twice leaves the rows of one', async () => {
    const store = await harness().open();
    const batch = [
      ...opened('entity', entityRow('甲公司')),
      ...opened('name', nameRow('甲公司')),
      ...opened('relationship', relationshipRow('甲公司', '乙公司')),
    ];
    await publish(store, batch, batch);
    const next = [...closed('entity', 'merged_away', entityRow('甲公司').id), ...opened('name', nameRow('乙公司'))];
    await publish(store, next, next, next);
    const reader = await newest(store);
    expect(await reader.count('name')).toBe(2);
    expect(await reader.history('relationship', relationshipRow('甲公司', '乙公司').id)).toHaveLength(1);
    expect(await reader.history('entity', entityRow('甲公司').id)).toStrictEqual([
      { row: entityRow('甲公司'), since: 1, until: 2, reason: 'merged_away' },
    ]);
    expect((await reader.searchNames('甲公司', 10)).matches).toHaveLength(1);
  });

  test('of several words on one row in a publication the last one holds', async () => {
    const store = await harness().open();
    const [old, middle, last] = ['甲', '甲公司', '甲股份公司'].map((name) => entityRow('甲', { name }));
    if (old === undefined || middle === undefined || last === undefined) throw new Error('three rows');
    await publish(store, opened('entity', old));
    await publish(
      store,
      [...opened('entity', middle), ...closed('entity', 'decided', old.id)],
      opened('entity', middle),
      opened('entity', last),
    );
    expect(await (await newest(store)).history('entity', old.id)).toStrictEqual([
      { row: old, since: 1, until: 2, reason: 'superseded' },
      { row: last, since: 2, until: null, reason: null },
    ]);
  });

  test('a row that is closed and opened again as it was has never been closed', async () => {
    const store = await harness().open();
    const row = nameRow('甲公司');
    await publish(store, opened('name', row));
    await publish(
      store,
      opened('name', { ...row, lang: 'en' }),
      closed('name', 'decided', row.id),
      opened('name', row),
    );
    const reader = await newest(store);
    expect(await reader.history('name', row.id)).toStrictEqual([{ row, since: 1, until: null, reason: null }]);
    expect(await reader.changes('name')).toStrictEqual({ opened: [], closed: [] });
  });

  test('a row that is opened and closed in one publication was never there', async () => {
    const store = await harness().open();
    await publish(store, opened('name', nameRow('甲公司')), closed('name', 'decided', nameRow('甲公司').id));
    const reader = await newest(store);
    expect(await reader.history('name', nameRow('甲公司').id)).toStrictEqual([]);
    expect(await reader.searchNames('甲公司', 10)).toStrictEqual({ matches: [], truncated: false });
  });

  test('closing what is not open changes nothing', async () => {
    const store = await harness().open();
    await publish(store, closed('entity', 'decided', entityRow('甲公司').id));
    expect(await (await newest(store)).changes('entity')).toStrictEqual({ opened: [], closed: [] });
  });

  test('a row that breaks its schema is refused, and the whole batch with it', async () => {
    const store = await harness().open();
    const lease = await store.lease(LIVING);
    const broken = { ...entityRow('乙公司'), kind: 'Person' } as never;
    await expect(
      lease.write([...opened('entity', entityRow('甲公司')), ...opened('entity', broken)]),
    ).rejects.toMatchObject({
      code: 'STORE_BROKEN',
      data: { table: 'entity', id: entityRow('乙公司').id, path: 'kind' },
    });
    await lease.commit(runCalled('first'));
    expect(await rowsOf(await newest(store), 'entity')).toStrictEqual([]);
  });

  test('every text comes back as it went in, but for halves of surrogate pairs', async () => {
    const store = await harness().open();
    const texts = ['𠮷野家', 'a\u0000b', '"\\\u2028\n', '', 'é', 'e\u0301', '½'];
    const rows = texts.map((text, i) => nameRow(`n${i}`, 'x', { value: text, lang: text, folded: text || 'x' }));
    const half = nameRow('half', 'x', { value: 'a\ud800b' });
    await publish(store, opened('name', ...rows, half));
    const found = await (
      await newest(store)
    ).get(
      'name',
      [...rows, half].map(({ id }) => id),
    );
    for (const row of rows) expect(found.get(row.id)).toStrictEqual(row);
    expect(found.get(half.id)?.value).toBe('a\ufffdb');
  });
}

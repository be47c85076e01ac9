import { expect, test } from 'vitest';
import type { Change } from '#graph-model/rows.ts';
import { entityRow, nameRow, relationshipRow } from '../support/rows.ts';
import { abandon, closed, LIVING, newest, opened, publish, rowsOf, runCalled, type CurrentHarness } from './harness.ts';

/** What stands before: 甲, 乙 and their tie. */
const BEFORE = [
  ...opened('entity', entityRow('甲公司'), entityRow('乙公司')),
  ...opened('name', nameRow('甲公司'), nameRow('乙公司')),
  ...opened('relationship', relationshipRow('甲公司', '乙公司')),
];

/** A publication that opens, supersedes and closes: 4 rows more, 3 closed. */
const BATCHES: readonly (readonly Change[])[] = [
  [...opened('entity', entityRow('丙公司')), ...opened('name', nameRow('丙公司'))],
  [
    ...closed('name', 'merged_away', nameRow('乙公司').id),
    ...opened('entity', entityRow('甲公司', { kind: 'Institute' })),
  ],
  opened('relationship', relationshipRow('甲公司', '乙公司', { confidence: 500 })),
];

/** Openings and closings after so many batches. */
const LEFT = [0, 2, 5, 7];

export function sweepContract(harness: CurrentHarness): void {
  for (const [batches, left] of LEFT.entries()) {
    test(`after ${batches} batches ${left} openings and closings are swept, and all is as it was`, async () => {
      const store = await harness().open();
      await publish(store, BEFORE);
      const before = await everything(store);
      await abandon(store, ...BATCHES.slice(0, batches));
      expect(await everything(store)).toStrictEqual(before);
      const lease = await (await harness().open()).lease(LIVING);
      expect({ base: lease.base, swept: lease.swept }).toStrictEqual({ base: 1, swept: left });
      await lease.release();
      expect(await everything(store)).toStrictEqual(before);
      expect((await store.lease(LIVING)).swept).toBe(0);
    });

    test(`the publication that died after ${batches} batches can be done again`, async () => {
      const store = await harness().open();
      await publish(store, BEFORE);
      await abandon(store, ...BATCHES.slice(0, batches));
      await publish(store, ...BATCHES);
      const reader = await newest(store);
      expect(await reader.count('entity')).toBe(3);
      expect(await reader.count('name')).toBe(2);
      expect(await reader.history('name', nameRow('乙公司').id)).toStrictEqual([
        { row: nameRow('乙公司'), since: 1, until: 2, reason: 'merged_away' },
      ]);
      expect(await reader.history('entity', entityRow('甲公司').id)).toStrictEqual([
        { row: entityRow('甲公司'), since: 1, until: 2, reason: 'superseded' },
        { row: entityRow('甲公司', { kind: 'Institute' }), since: 2, until: null, reason: null },
      ]);
      expect((await reader.searchNames('丙', 10)).matches.map(({ row }) => row)).toStrictEqual([nameRow('丙公司')]);
    });
  }

  test('a publication that was given up leaves nothing in the next one, not even for search', async () => {
    const store = await harness().open();
    const lease = await store.lease(LIVING);
    await lease.write(opened('name', nameRow('甲公司')));
    await lease.release();
    await publish(store, opened('name', nameRow('乙公司')));
    const reader = await newest(store);
    expect(await rowsOf(reader, 'name')).toStrictEqual([nameRow('乙公司')]);
    expect((await reader.searchNames('公司', 10)).matches.map(({ row }) => row)).toStrictEqual([nameRow('乙公司')]);
    expect(await reader.searchNames('甲公', 10)).toStrictEqual({ matches: [], truncated: false });
  });

  test('what is left before the first version is swept as well', async () => {
    const store = await harness().open();
    await abandon(store, BEFORE);
    const lease = await store.lease(LIVING);
    expect(lease.swept).toBe(5);
    await lease.commit(runCalled('empty'));
    expect(await (await newest(store)).count('entity')).toBe(0);
  });
}

async function everything(store: Parameters<typeof newest>[0]) {
  const reader = await newest(store);
  const first = nameRow('甲公司');
  return {
    head: await store.head(),
    entity: await rowsOf(reader, 'entity'),
    name: await rowsOf(reader, 'name'),
    relationship: await rowsOf(reader, 'relationship'),
    history: await reader.history('name', first.id),
    changes: await reader.changes('entity'),
    search: await reader.searchNames('公司', 10),
  };
}

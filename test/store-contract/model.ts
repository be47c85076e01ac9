import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CLOSE_REASONS, type Change, type CloseReason, type Table } from '#graph-model/rows.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { entityRow, nameRow, relationshipRow } from '../support/rows.ts';
import { DEAD, LIVING, rowsOf, runCalled, type StoreHarness } from './harness.ts';
import { PlainModel } from './plain-model.ts';

/** Few things and few contents, so that they meet often. 𠮷 and 豈 order differently by UTF-16 unit. */
const THINGS = ['甲', '乙', '丙'];
const NAMES = fc.string({ unit: fc.constantFrom('甲', '乙', '豈', '𠮷', 'a', 'y', 'i'), minLength: 1, maxLength: 4 });
const TABLES_USED: readonly Table[] = ['entity', 'name', 'relationship'];

const thing = fc.constantFrom(...THINGS);
const reason = fc.constantFrom(...(Object.keys(CLOSE_REASONS) as CloseReason[]));

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    table: fc.constant('entity' as const),
    open: fc.tuple(thing, NAMES).map(([of, name]) => entityRow(of, { name })),
  }),
  fc.record({
    table: fc.constant('name' as const),
    open: fc.tuple(thing, NAMES).map(([of, folded]) => nameRow(of, of, { folded })),
  }),
  fc.record({
    table: fc.constant('name' as const),
    open: fc.tuple(thing, NAMES).map(([of, value]) => nameRow(value, of)),
  }),
  fc.record({
    table: fc.constant('relationship' as const),
    open: fc
      .tuple(thing, thing, fc.integer({ min: 1, max: 2 }))
      .map(([a, b, n]) => relationshipRow(a, b, { sources: n })),
  }),
  fc.record({ table: fc.constant('entity' as const), close: thing.map((of) => entityRow(of).id), reason }),
  fc.record({ table: fc.constant('name' as const), close: thing.map((of) => nameRow(of).id), reason }),
  fc.record({
    table: fc.constant('relationship' as const),
    close: fc.tuple(thing, thing).map(([a, b]) => relationshipRow(a, b).id),
    reason,
  }),
);

/** Some publications die, some write a batch twice. */
const publication = fc.record({
  batches: fc.array(fc.record({ changes: fc.array(change, { maxLength: 6 }), twice: fc.boolean() }), { maxLength: 3 }),
  dies: fc.boolean(),
});

/** @param numRuns fewer for a store that takes a while to empty */
export function modelContract(newHarness: () => Promise<StoreHarness>, numRuns: number): void {
  test('after any sequence of publications every version reads as the model says', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(publication, { minLength: 1, maxLength: 6 }), NAMES, async (publications, query) => {
        const harness = await newHarness();
        try {
          const store = await harness.open();
          const model = new PlainModel();
          for (const { batches, dies } of publications) {
            const lease = await store.lease(dies ? DEAD : LIVING);
            for (const { changes, twice } of batches) {
              await lease.write(changes);
              if (twice) await lease.write(changes);
            }
            if (dies) continue;
            await lease.commit(runCalled('any'));
            model.publish(batches.flatMap(({ changes }) => changes));
          }
          for (let version = 0; version <= model.version; version++) await compare(store, model, version, query);
        } finally {
          await harness.destroy();
        }
      }),
      { numRuns },
    );
  });
}

async function compare(store: GraphStore, model: PlainModel, version: number, query: string): Promise<void> {
  const reader = await store.reader(version);
  for (const table of TABLES_USED) {
    const live = model.live(table, version);
    expect(await rowsOf(reader, table, 2)).toStrictEqual(live);
    expect(await reader.count(table)).toBe(live.length);
    const ids = model.live(table, model.version).map(({ id }) => id);
    expect([...(await reader.get(table, ids)).keys()]).toStrictEqual(
      live.map(({ id }) => id).filter((id) => ids.includes(id)),
    );
    expect(await reader.changes(table)).toStrictEqual(model.changes(table, version));
    for (let after = 0; after < version - 1; after++) {
      expect(await reader.changes(table, Infinity, after)).toStrictEqual(model.changes(table, version, after));
    }
    expect(
      await reader.since(
        table,
        live.map(({ id }) => id),
      ),
    ).toStrictEqual(model.since(table, version));
    for (const id of ids) expect(await reader.history(table, id)).toStrictEqual(model.history(table, id, version));
    for (const key of model.keysOf(table)) {
      const values = live.slice(0, 2).flatMap((row) => {
        const value = row[key];
        return typeof value === 'string' ? [value] : [];
      });
      const wanted = model.find(table, key, values, version);
      expect(await reader.find(table, key as never, values)).toStrictEqual(wanted);
      expect(await reader.find(table, key as never, values, { limit: 1 })).toStrictEqual(wanted.slice(0, 1));
      const page = { after: wanted[0]?.id ?? '', limit: 2 };
      expect(await reader.find(table, key as never, values, page)).toStrictEqual(wanted.slice(1, 3));
    }
  }
  const searches = await reader.searchNamesOfEach([query, 'yi', query], 5);
  expect(searches.map(({ matches }) => matches)).toStrictEqual(
    [query, 'yi', query].map((one) => model.search(one, version).slice(0, 5)),
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { buildProjection } from '#server/analysis/build-projection.ts';
import { nextProjection } from '#server/analysis/next-projection.ts';
import type { PackedIds } from '#server/analysis/packed-ids.ts';
import { readChanges } from '#server/analysis/projection-changes.ts';
import type { Projection } from '#server/analysis/projection.ts';
import { createProjections } from '#server/analysis/projections.ts';
import { loadWorld } from '#test/support/load-world.ts';
import { withStore } from '#test/support/publish-world.ts';
import { companies, idOf, projectionOf } from '../support/small-graph.ts';
import { anyVersions, publishAll } from './any-versions.ts';

const idsOf = (ids: PackedIds) => Array.from({ length: ids.length }, (_, at) => ids.at(at));

/** Everything in it, to be compared. */
function plain({ entities, relations, readings, ...rest }: Projection): unknown {
  return {
    ...rest,
    entities: idsOf(entities),
    relations: { ...relations, ids: idsOf(relations.ids) },
    readings: { ...readings, ids: idsOf(readings.ids) },
  };
}

/** From every version to every later one, what is made of the changes is what is read whole. */
async function everyStepHolds(store: GraphStore): Promise<void> {
  const { version: newest } = await store.head();
  const whole: Projection[] = [];
  for (let version = 0; version <= newest; version++) whole.push(await buildProjection(await store.reader(version)));
  const plainly = whole.map(plain);
  for (const base of whole) {
    for (const { version } of whole.slice(base.version + 1)) {
      const changes = await readChanges(store, base, version, Infinity);
      if (changes === undefined) throw new Error('all changes are within reach');
      expect(plain(await nextProjection(base, changes))).toStrictEqual(plainly[version]);
    }
  }
  // No array of an earlier version was touched.
  expect(whole.map(plain)).toStrictEqual(plainly);
}

test('whatever a version changes, the projection made of the changes is the one that is read whole', async () => {
  const property = fc.asyncProperty(anyVersions, (versions) =>
    withStore(async (store) => {
      await publishAll(store, versions);
      await everyStepHolds(store);
    }),
  );
  await fc.assert(property, { numRuns: 40 });
});

test('so it is for the golden world, with its merges, withdrawals and readings', async () => {
  const world = await loadWorld('golden');
  try {
    await everyStepHolds(world.store);
  } finally {
    await world.dispose();
  }
});

const NOTHING = { entities: new Map(), relations: new Map(), readings: new Map() };

test('what did not change is shared', async () => {
  const base = await projectionOf({ entities: companies('ab'), ties: [{ from: 'a', to: 'b' }] });
  const next = await nextProjection(base, { ...NOTHING, version: 2, totals: base.totals });
  expect(next).toStrictEqual({ ...base, version: 2 });
  expect(next.relations).toBe(base.relations);
  expect(next.neighbours).toBe(base.neighbours);
});

test('a relationship left behind by its entity is a broken store', async () => {
  const base = await projectionOf({ entities: companies('ab'), ties: [{ from: 'a', to: 'b' }] });
  const entities = new Map([[idOf('b'), undefined]]);
  await expect(nextProjection(base, { ...NOTHING, entities, version: 2, totals: base.totals })).rejects.toThrow(
    new GraphError('STORE_BROKEN', { row: `l${'a'.repeat(20)}`, missing: idOf('b') }),
  );
});

test('more changes than the projection has rows are read whole, and the answer is the same', async () => {
  const world = await loadWorld('golden');
  try {
    const { store } = world;
    const empty = await buildProjection(await store.reader(0));
    expect(await readChanges(store, empty, 1)).toBeUndefined();
    const first = await buildProjection(await store.reader(1));
    expect(await readChanges(store, first, 2, 0)).toBeUndefined();
    const projections = createProjections(store);
    for (const version of [0, 1, 2, 4, 3]) {
      const whole = await buildProjection(await store.reader(version));
      expect(plain(await projections.at(version))).toStrictEqual(plain(whole));
    }
  } finally {
    await world.dispose();
  }
});

import { expect, test } from 'vitest';
import { createProjections } from '#server/analysis/projections.ts';
import type { Projection } from '#server/analysis/projection.ts';
import { GraphError } from '#graph-model/errors.ts';
import { companies, projectionOf, readerOf } from '../support/small-graph.ts';
import { buildProjection } from '#server/analysis/build-projection.ts';

function watched() {
  const built: number[] = [];
  const projections = createProjections({ reader: () => Promise.reject(new Error('unused')) }, async (version) => {
    built.push(version);
    return { ...(await projectionOf({ entities: companies('a'), ties: [] })), version } satisfies Projection;
  });
  return { built, projections };
}

test('those who ask for one version at once wait for one build', async () => {
  const { built, projections } = watched();
  expect(projections.has(3)).toBe(false);
  const [a, b] = await Promise.all([projections.at(3), projections.at(3)]);
  expect(a).toBe(b);
  expect(built).toStrictEqual([3]);
  expect(projections.has(3)).toBe(true);
});

test('the newest and two older versions stay in memory', async () => {
  const { built, projections } = watched();
  for (const version of [4, 1, 2, 3, 4, 3, 2, 1]) await projections.at(version);
  expect(built).toStrictEqual([4, 1, 2, 3, 1]);
});

test('a version is built from the nearest earlier one in memory', async () => {
  const bases: (number | undefined)[] = [];
  const projections = createProjections(
    { reader: () => Promise.reject(new Error('unused')) },
    async (version, base) => {
      bases.push(base?.version);
      return { ...(await projectionOf({ entities: companies('a'), ties: [] })), version };
    },
  );
  for (const version of [5, 3, 4, 6, 9, 1]) await projections.at(version);
  expect(bases).toStrictEqual([undefined, undefined, 3, 5, 6, undefined]);
});

test('a build that failed is tried again', async () => {
  let failing = true;
  const projections = createProjections({ reader: () => Promise.reject(new Error('unused')) }, async () => {
    if (failing) throw new Error('broken');
    return projectionOf({ entities: companies('a'), ties: [] });
  });
  await expect(projections.at(1)).rejects.toThrow('broken');
  failing = false;
  expect((await projections.at(1)).entities.length).toBe(1);
});

test('a relationship to an entity that is not there is a broken store', async () => {
  const reader = readerOf({ entities: companies('a'), ties: [{ from: 'a', to: 'b' }] });
  await expect(buildProjection(reader)).rejects.toThrow(
    new GraphError('STORE_BROKEN', { row: `l${'a'.repeat(20)}`, missing: `eb${'a'.repeat(19)}` }),
  );
});

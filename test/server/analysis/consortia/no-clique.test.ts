import { expect, test } from 'vitest';
import { noPathBetween, pathsBetween } from '#server/analysis/path-answers.ts';
import { degreeOf } from '#server/analysis/projection.ts';
import { commonNeighboursOf, distancesBetween, ringsAround } from '#server/analysis/ties/tie-answers.ts';
import { alike, both } from '../../support/both-topologies.ts';
import { PLAIN_QUESTION } from '../../support/plain-question.ts';
import { companies, idOf, type SmallGraph, type Tie } from '../../support/small-graph.ts';

const LETTERS = 'abcdefghijklmnopqrstuvw';

/** A consortium z, led by a; all others are its members or partners, and nothing else is known of them. */
function consortiumOf(bodies: number): SmallGraph {
  const letters = LETTERS.slice(0, bodies);
  const types = ['LEADS', 'MEMBER_OF', 'PARTNER_OF'] as const;
  return {
    entities: { ...companies(letters), z: 'Consortium' },
    ties: [...letters].map((from, i): Tie => ({ from, to: 'z', type: types[Math.min(i, 1 + (i % 2))] ?? 'LEADS' })),
  };
}

const between = (from: string, to: string, exclude: readonly string[] = []) => ({
  ...PLAIN_QUESTION,
  from: [idOf(from)],
  to: [idOf(to)],
  exclude: exclude.map(idOf),
  mustPass: [],
  k: 50,
  maxHops: 8,
});

test('any two bodies of a consortium are connected through it, by one path, and in no other way', async () => {
  const topologies = await both(consortiumOf(6));
  for (const [from, to] of [
    ['a', 'b'],
    ['b', 'c'],
    ['e', 'f'],
  ] as const) {
    const { paths } = await alike(topologies, (one) => pathsBetween(one, between(from, to)));
    expect(paths.map((path) => path.entities)).toEqual([[idOf(from), idOf('z'), idOf(to)]]);
    const without = between(from, to, ['z']);
    const answer = await alike(topologies, (one) => pathsBetween(one, without));
    expect(answer.paths).toEqual([]);
    expect((await alike(topologies, (one) => noPathBetween(one, without))).none).toBeDefined();
  }
});

test('they are two hops apart, share the consortium alone, and stand in one ring around each other', async () => {
  const topologies = await both(consortiumOf(5));
  const ids = [...'abcde'].map(idOf);
  const { pairs } = await alike(topologies, (one) =>
    distancesBetween(one, { ...PLAIN_QUESTION, from: ids.slice(0, 1), to: ids.slice(1), exclude: [], maxHops: 4 }),
  );
  expect(pairs.map(({ hops }) => hops)).toEqual([2, 2, 2, 2]);
  const common = await alike(topologies, (one) =>
    commonNeighboursOf(one, { entities: ids, atLeast: 2, filter: {}, first: 10 }),
  );
  expect(common.neighbours.map(({ entity, ties }) => [entity, ties.length])).toEqual([[idOf('z'), 5]]);
  const { rings } = await alike(topologies, (one) =>
    ringsAround(one, { entities: [idOf('b')], filter: {}, hops: 2, places: false, limit: 100 }),
  );
  expect(rings.map(({ entities }) => entities)).toEqual([[idOf('z')], [idOf('a'), idOf('c'), idOf('d'), idOf('e')]]);
});

test.each([2, 5, 10, 20])(
  '%i bodies make as many ties: each has one neighbour, however many there are',
  async (bodies) => {
    const topologies = await both(consortiumOf(bodies));
    const ids = [...LETTERS.slice(0, bodies), 'z'].map(idOf);
    const degrees = await alike(topologies, (one) =>
      one.analyse(ids, (projection) => ids.map((id) => degreeOf(projection, projection.entities.indexOf(id)))),
    );
    expect(degrees).toEqual([...Array.from({ length: bodies }, () => 1), bodies]);
    expect(degrees.reduce((sum, degree) => sum + degree, 0)).toBe(2 * bodies);
  },
);

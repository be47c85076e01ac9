import { expect, test } from 'vitest';
import { commonNeighbours, type CommonQuestion } from '#server/analysis/ties/common-neighbours.ts';
import { companies, projectionOf, type SmallGraph } from '../../support/small-graph.ts';

// Of a, b, c: d joins all, the place p all, e and f two; f is the rarer, for g leads on from e.
const GRAPH: SmallGraph = {
  entities: { ...companies('abcdefg'), p: 'Place' },
  ties: [
    { from: 'a', to: 'd', modality: 'building' },
    { from: 'a', to: 'd' },
    { from: 'd', to: 'b' },
    { from: 'c', to: 'd' },
    { from: 'a', to: 'p' },
    { from: 'b', to: 'p' },
    { from: 'c', to: 'p' },
    { from: 'a', to: 'e' },
    { from: 'b', to: 'e' },
    { from: 'e', to: 'g' },
    { from: 'b', to: 'f' },
    { from: 'c', to: 'f' },
    { from: 'a', to: 'a' },
    { from: 'a', to: 'b' },
    { from: 'b', to: 'c' },
  ],
};
const [A, B, C, D, E, F, P] = [0, 1, 2, 3, 4, 5, 7];

async function asked(question: Partial<CommonQuestion>, budget?: number) {
  const projection = await projectionOf(GRAPH);
  return commonNeighbours(projection, { entities: [A, B, C], atLeast: 3, filter: {}, first: 10, ...question }, budget);
}

test('what is tied to all of the asked, by what, the strong before the weak', async () => {
  expect(await asked({})).toStrictEqual({
    neighbours: [
      {
        entity: D,
        ties: [
          { of: A, relations: [1, 0] },
          { of: B, relations: [2] },
          { of: C, relations: [3] },
        ],
        weakness: undefined,
      },
      {
        entity: P,
        ties: [
          { of: A, relations: [4] },
          { of: B, relations: [5] },
          { of: C, relations: [6] },
        ],
        weakness: { zh: '只是同一个地区', en: 'only the same place' },
      },
    ],
    omitted: 0,
    truncated: false,
  });
});

test('of those tied to as many, the rarer stands first; one of the asked may be among them', async () => {
  const { neighbours } = await asked({ atLeast: 2 });
  expect(neighbours.map(({ entity }) => entity)).toStrictEqual([D, P, F, E, B]);
  expect(neighbours.at(-1)?.ties.map(({ of }) => of)).toStrictEqual([A, C]);
});

test('the first are given, the others counted', async () => {
  const { neighbours, omitted } = await asked({ atLeast: 2, first: 3 });
  expect([neighbours.map(({ entity }) => entity), omitted]).toStrictEqual([[D, P, F], 2]);
});

test('the filter is seen from the asked', async () => {
  const { neighbours } = await asked({ filter: { direction: 'OUT', kinds: ['Company'] }, atLeast: 2 });
  expect(neighbours.map(({ entity, ties }) => [entity, ties.map(({ of }) => of)])).toStrictEqual([
    [F, [B, C]],
    [D, [A, C]],
    [E, [A, B]],
  ]);
});

test('a budget that ends is told', async () => {
  expect(await asked({}, 10)).toStrictEqual({ neighbours: [], omitted: 0, truncated: true });
  const { neighbours, omitted, truncated } = await asked({}, 22);
  expect([neighbours.map(({ entity }) => entity), omitted, truncated]).toStrictEqual([[D], 1, true]);
});

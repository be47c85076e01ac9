import { expect, test } from 'vitest';
import { rings, type RingsQuestion } from '#server/analysis/ties/rings.ts';
import { companies, projectionOf, type SmallGraph } from '../../support/small-graph.ts';

// From a: b, c and the place p; from there d (twice), e, and f behind the place.
const GRAPH: SmallGraph = {
  entities: { ...companies('abcdef'), p: 'Place' },
  ties: [
    { from: 'a', to: 'b' },
    { from: 'a', to: 'c', type: 'FUNDS' },
    { from: 'a', to: 'c' },
    { from: 'a', to: 'p', type: 'LOCATED_IN' },
    { from: 'b', to: 'c' },
    { from: 'b', to: 'e' },
    { from: 'b', to: 'd' },
    { from: 'c', to: 'd' },
    { from: 'f', to: 'p', type: 'LOCATED_IN' },
  ],
};
const [A, B, C, D, E, F, P] = [0, 1, 2, 3, 4, 5, 6];

async function asked(question: Partial<RingsQuestion>, budget?: number) {
  const projection = await projectionOf(GRAPH);
  return rings(projection, { entities: [A], hops: 4, filter: {}, places: false, limit: 10, ...question }, budget);
}

const FIRST = {
  distance: 1,
  count: 3,
  kinds: [
    { kind: 'Company', count: 2 },
    { kind: 'Place', count: 1 },
  ],
  relationCount: 4,
  relationTypes: [
    { type: 'LOCATED_IN', count: 1 },
    { type: 'SUPPLIES', count: 2 },
    { type: 'FUNDS', count: 1 },
  ],
  entities: [C, B, P],
};
const SECOND = {
  distance: 2,
  count: 2,
  kinds: [{ kind: 'Company', count: 2 }],
  relationCount: 3,
  relationTypes: [{ type: 'SUPPLIES', count: 3 }],
  entities: [D, E],
};

test('each ring counts what stands in it and what leads to it; a place is counted and not passed', async () => {
  expect(await asked({})).toStrictEqual({ rings: [FIRST, SECOND], truncated: false });
});

test('through places when asked, from a place whenever it is the one asked', async () => {
  const { rings: found } = await asked({ places: true });
  expect(found.map(({ entities }) => entities)).toStrictEqual([
    [C, B, P],
    [D, E, F],
  ]);
  const { rings: around } = await asked({ entities: [P], hops: 1 });
  expect(around.map(({ entities }) => entities)).toStrictEqual([[A, F]]);
});

test('distance is that to the nearest of the asked', async () => {
  const { rings: found } = await asked({ entities: [A, D], hops: 1, limit: 1 });
  expect(found.map(({ count, entities }) => [count, entities])).toStrictEqual([[3, [C]]]);
});

test('a filter holds at every step, in the direction walked', async () => {
  const { rings: found } = await asked({ filter: { types: ['SUPPLIES'], direction: 'IN' }, entities: [D] });
  expect(found.map(({ entities }) => entities)).toStrictEqual([[B, C], [A]]);
});

test('a budget that ends leaves out the ring that is not whole', async () => {
  expect(await asked({}, 4)).toStrictEqual({ rings: [FIRST], truncated: true });
  expect(await asked({}, 3)).toStrictEqual({ rings: [], truncated: true });
});

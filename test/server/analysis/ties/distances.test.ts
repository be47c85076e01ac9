import { expect, test } from 'vitest';
import { distances, type DistanceQuestion } from '#server/analysis/ties/distances.ts';
import { HUB_DEGREE } from '#server/analysis/ties/weak-intermediary.ts';
import { PLAIN_QUESTION } from '../../support/plain-question.ts';
import { companies, projectionOf, type SmallGraph, type Tie } from '../../support/small-graph.ts';

/** Ties as pairs of letters. */
function tiesOf(...pairs: string[]): Tie[] {
  return pairs.map(([from = '', to = '']) => ({ from, to }));
}

async function asked(graph: SmallGraph, question: Partial<DistanceQuestion>, budget?: number) {
  return distances(await projectionOf(graph), { ...PLAIN_QUESTION, from: [], to: [], ...question }, budget);
}

// a and b meet at c, c leads on to d; e is alone; f and g are apart from the rest.
const GRAPH: SmallGraph = { entities: companies('abcdefg'), ties: tiesOf('ac', 'bc', 'cd', 'fg') };

test('a list with itself is a matrix: nothing from an entity to itself, and each tie served once', async () => {
  expect(await asked(GRAPH, { from: [0, 1, 3], to: [0, 1, 3] })).toStrictEqual({
    pairs: [
      { from: 0, to: 0, hops: 0, none: undefined },
      { from: 0, to: 1, hops: 2, none: undefined },
      { from: 0, to: 3, hops: 2, none: undefined },
      { from: 1, to: 0, hops: 2, none: undefined },
      { from: 1, to: 1, hops: 0, none: undefined },
      { from: 1, to: 3, hops: 2, none: undefined },
      { from: 3, to: 0, hops: 2, none: undefined },
      { from: 3, to: 1, hops: 2, none: undefined },
      { from: 3, to: 3, hops: 0, none: undefined },
    ],
    intermediaries: [{ entity: 2, pairs: [1, 2, 5], weakness: undefined }],
    omitted: 0,
    truncated: false,
  });
});

test('what is asked of one pair may stand between another', async () => {
  const { pairs, intermediaries } = await asked(GRAPH, { from: [0], to: [2, 3] });
  expect(pairs.map(({ hops }) => hops)).toStrictEqual([1, 2]);
  expect(intermediaries).toStrictEqual([{ entity: 2, pairs: [1], weakness: undefined }]);
});

test('an end without a relationship is another no than none within the hops', async () => {
  const { pairs } = await asked(GRAPH, { from: [0], to: [4, 5, 3], maxHops: 1 });
  expect(pairs.map(({ none }) => none)).toStrictEqual(['NO_RELATIONS', 'NONE_WITHIN', 'NONE_WITHIN']);
});

test('a may-be reading is no way', async () => {
  const { pairs } = await asked({ ...GRAPH, readings: [['e', 'c']] }, { from: [4], to: [0] });
  expect(pairs).toStrictEqual([{ from: 4, to: 0, hops: undefined, none: 'NO_RELATIONS' }]);
});

test('what is only planned, has ended or leads through a place does not count unless asked for', async () => {
  const graph: SmallGraph = {
    entities: { ...companies('abcd'), p: 'Place' },
    ties: [
      { from: 'a', to: 'b', modality: 'planned' },
      { from: 'a', to: 'c', ended: true },
      { from: 'a', to: 'p' },
      { from: 'd', to: 'p' },
    ],
  };
  const hops = async (question: Partial<DistanceQuestion>) =>
    (await asked(graph, { from: [0], to: [1, 2, 3, 4], ...question })).pairs.map((pair) => pair.hops);
  expect(await hops({})).toStrictEqual([undefined, undefined, undefined, 1]);
  expect(await hops({ modalities: undefined })).toStrictEqual([1, undefined, undefined, 1]);
  expect(await hops({ ended: true })).toStrictEqual([undefined, 1, undefined, 1]);
  expect(await hops({ places: true })).toStrictEqual([undefined, undefined, 2, 1]);
});

test('who is in between only by place, park, office, policy or as a hub is called weak', async () => {
  const crowd = Array.from({ length: HUB_DEGREE - 2 }, (_, i) => `x${String.fromCharCode(97 + i)}`);
  const graph: SmallGraph = {
    entities: {
      ...companies('ab'),
      p: 'Place',
      q: 'Park',
      r: 'Agency',
      s: 'Policy',
      t: 'Company',
      u: 'Company',
      ...Object.fromEntries(crowd.map((name) => [name, 'Company' as const])),
    },
    ties: [
      ...[...'pqrstu'].flatMap((middle) => tiesOf(`a${middle}`, `b${middle}`)),
      ...crowd.map((to) => ({ from: 't', to })),
    ],
  };
  const { intermediaries } = await asked(graph, { from: [0], to: [1], places: true });
  expect(intermediaries.map(({ weakness }) => weakness?.zh)).toStrictEqual([
    '只是同一个地区',
    '只是同一个园区',
    '只是同一个政府部门',
    '只是同一份政策',
    '枢纽：有 30 个以上邻居，说明不了多少',
    undefined,
  ]);
});

test('more than fifty in between are counted', async () => {
  const middles = Array.from({ length: 53 }, (_, i) => `m${String.fromCharCode(97 + (i % 26))}${'bcd'[i % 3]}`);
  const unique = [...new Set(middles)];
  const graph: SmallGraph = {
    entities: { ...companies('az'), ...Object.fromEntries(unique.map((name) => [name, 'Company' as const])) },
    ties: unique.flatMap((middle) => [
      { from: 'a', to: middle },
      { from: middle, to: 'z' },
    ]),
  };
  const { intermediaries, omitted } = await asked(graph, { from: [0], to: [unique.length + 1] });
  expect([intermediaries.length, omitted]).toStrictEqual([50, 3]);
});

test('a budget that ends tells what is not known', async () => {
  const whole = await asked(GRAPH, { from: [0], to: [1, 3, 4] });
  expect(whole.truncated).toBe(false);
  expect(await asked(GRAPH, { from: [0], to: [1, 3, 4] }, 1)).toStrictEqual({
    pairs: [
      { from: 0, to: 1, hops: undefined, none: 'CUT' },
      { from: 0, to: 3, hops: undefined, none: 'CUT' },
      { from: 0, to: 4, hops: undefined, none: 'NO_RELATIONS' },
    ],
    intermediaries: [],
    omitted: 0,
    truncated: true,
  });
});

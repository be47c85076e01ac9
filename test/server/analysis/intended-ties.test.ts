import { expect, test } from 'vitest';
import { intendedTies } from '#server/analysis/intended-ties.ts';
import { intendedWords } from '#server/analysis/intended-words.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, projectionOf, type SmallGraph } from '../support/small-graph.ts';

/** From a to z: the rows, and how many are planned and proposed. */
async function between(graph: SmallGraph, more: Partial<PathQuestion> = {}, budget?: number) {
  const projection = await projectionOf(graph);
  const [from, to] = [[projection.entities.indexOf(idOf('a'))], [projection.entities.indexOf(idOf('z'))]];
  return intendedTies(projection, { from, to, ...PLAIN_QUESTION, ...more }, budget);
}

const PLAIN: SmallGraph = {
  entities: companies('abyz'),
  ties: [
    { from: 'z', to: 'a', modality: 'proposed' },
    { from: 'a', to: 'z', modality: 'planned' },
    { from: 'a', to: 'z' },
    { from: 'a', to: 'b', modality: 'planned' },
    { from: 'b', to: 'z', modality: 'planned' },
    { from: 'a', to: 'y', modality: 'planned', ended: true },
  ],
};

test('what is only planned or proposed between the ends is counted apart, planned before proposed', async () => {
  expect(await between(PLAIN)).toStrictEqual({ planned: 1, proposed: 1, ties: [1, 0], truncated: false });
});

test('what the question asks for itself is not told beside it, and its other filters hold', async () => {
  expect(await between(PLAIN, { modalities: undefined })).toMatchObject({ planned: 0, proposed: 0 });
  expect(await between(PLAIN, { modalities: ['operating', 'planned'] })).toMatchObject({ planned: 0, proposed: 1 });
  expect(await between(PLAIN, { direction: 'OUT' })).toMatchObject({ planned: 1, proposed: 0 });
});

test('a name that may be the end counts as the search counts it', async () => {
  const graph: SmallGraph = { ...PLAIN, readings: [['y', 'z']] };
  expect(await between(graph)).toMatchObject({ planned: 1 });
  expect(await between(graph, { ended: true })).toMatchObject({ planned: 2, ties: [1, 5, 0] });
});

test('what is wanted of a province is wanted of its city too, but not where both lie in it, nor of a firm there', async () => {
  const graph: SmallGraph = {
    entities: { z: 'Company', a: 'Park', c: 'Place', p: 'Place' },
    ties: [
      { from: 'a', to: 'c', type: 'LOCATED_IN' },
      { from: 'c', to: 'p', type: 'PART_OF' },
      { from: 'p', to: 'z', type: 'TARGETS', modality: 'proposed' },
    ],
  };
  expect(await between(graph)).toStrictEqual({ planned: 0, proposed: 1, ties: [2], truncated: false });
  expect(await between({ ...graph, entities: { ...graph.entities, a: 'Company' } })).toMatchObject({ proposed: 0 });
  const inside: SmallGraph = {
    entities: { ...graph.entities, z: 'Park' },
    ties: [...graph.ties, { from: 'z', to: 'p', type: 'LOCATED_IN' }],
  };
  expect(await between(inside)).toMatchObject({ proposed: 0 });
});

test('what is proposed of the province is told of its city although plans are asked for, unless places may be passed', async () => {
  const graph: SmallGraph = {
    entities: { z: 'Company', a: 'Place', p: 'Place', k: 'Park' },
    ties: [
      { from: 'a', to: 'p', type: 'PART_OF' },
      { from: 'p', to: 'z', type: 'TARGETS', modality: 'proposed' },
    ],
  };
  const every = ['operating', 'building', 'planned', 'proposed'] as const;
  for (const modalities of [undefined, every]) {
    expect(await between(graph, { modalities })).toMatchObject({ planned: 0, proposed: 1, ties: [1] });
    expect(await between(graph, { modalities, places: true })).toMatchObject({ proposed: 0 });
    expect(await between(graph, { modalities, kinds: ['Place'] })).toMatchObject({ proposed: 0 });
    expect(
      await between({ ...graph, entities: { ...graph.entities, p: 'Park', a: 'Park' } }, { modalities }),
    ).toMatchObject({
      proposed: 0,
    });
  }
});

test('what the budget kept from being seen is not claimed to be all', async () => {
  expect(await between(PLAIN, {}, 3)).toStrictEqual({ planned: 0, proposed: 0, ties: [], truncated: true });
});

test('planned and proposed are never one number, and nothing is said of nothing', () => {
  expect(intendedWords({ planned: 2, proposed: 1 })).toStrictEqual({
    zh: '另有只是规划的 2 条、只是建议的 1 条关系：还不是联系，不排在路径里。',
    en: 'Besides, 2 only planned and 1 only proposed: no tie yet, and not among the paths.',
  });
  expect(intendedWords({ planned: 0, proposed: 1 })?.zh).toBe('另有只是建议的 1 条关系：还不是联系，不排在路径里。');
  expect(intendedWords({ planned: 0, proposed: 0 })).toBeUndefined();
});

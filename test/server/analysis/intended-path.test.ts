import { expect, test } from 'vitest';
import { intendedPath } from '#server/analysis/intended-path.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { PLAIN_QUESTION } from '../support/plain-question.ts';
import { companies, idOf, nameAt, projectionOf, type SmallGraph } from '../support/small-graph.ts';

/** Beside weak paths from a to z of which the shortest has so many hops: the path that is told. */
async function beside(graph: SmallGraph, shortest: number, more: Partial<PathQuestion> = {}): Promise<string> {
  const projection = await projectionOf(graph);
  const [from, to] = [[projection.entities.indexOf(idOf('a'))], [projection.entities.indexOf(idOf('z'))]];
  const miss = intendedPath(projection, { from, to, ...PLAIN_QUESTION, ...more }, shortest);
  return (miss?.path.entities ?? []).map((entity) => nameAt(projection, entity)).join('');
}

/** Over a chain and a base in operation three hops; planned two through the chain, and three through a firm. */
const GRAPH: SmallGraph = {
  entities: { ...companies('abyz'), k: 'Park', s: 'Chain' },
  ties: [
    { from: 'a', to: 's', type: 'SUPPORTS' },
    { from: 'k', to: 's', type: 'ACTIVE_IN' },
    { from: 'z', to: 'k', type: 'LOCATED_IN' },
    { from: 'z', to: 's', type: 'ACTIVE_IN', modality: 'planned' },
  ],
};

test('beside weak paths a shorter one is told that is in part only planned', async () => {
  expect(await beside(GRAPH, 3)).toBe('asz');
  expect(await beside(GRAPH, 3, { weight: 'COST' })).toBe('asz');
});

test('one that is no shorter is told where it passes nothing that is merely shared', async () => {
  expect(await beside(GRAPH, 2)).toBe('');
  const through: SmallGraph = {
    ...GRAPH,
    ties: [...GRAPH.ties, { from: 'a', to: 'b' }, { from: 'b', to: 'y', modality: 'proposed' }, { from: 'y', to: 'z' }],
  };
  expect(await beside(through, 2)).toBe('abyz');
});

test('what the question asks for itself is not told beside it, and a single hop stands elsewhere', async () => {
  expect(await beside(GRAPH, 3, { modalities: undefined })).toBe('');
  expect(await beside(GRAPH, 3, { modalities: ['operating', 'building', 'planned', 'proposed'] })).toBe('');
  const direct: SmallGraph = {
    entities: companies('az'),
    ties: [{ from: 'a', to: 'z', modality: 'planned' }],
  };
  expect(await beside(direct, 2)).toBe('');
});

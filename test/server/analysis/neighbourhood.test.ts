import { expect, test } from 'vitest';
import { neighbourhood } from '#server/analysis/neighbourhood.ts';
import { companies, projectionOf } from '../support/small-graph.ts';

const graph = {
  entities: companies('abcde'),
  ties: [
    { from: 'c', to: 'd' },
    { from: 'a', to: 'd', modality: 'planned' as const },
    { from: 'b', to: 'c' },
    { from: 'a', to: 'b', modality: 'proposed' as const },
    { from: 'a', to: 'a' },
    { from: 'd', to: 'e' },
  ],
};

test('relationships between two asked entities come first, then the more real', async () => {
  const projection = await projectionOf(graph);
  expect(neighbourhood(projection, { entities: [1, 0], filter: {}, limit: 10, within: false })).toStrictEqual({
    relations: [4, 3, 2, 1],
    entities: [1, 0, 2, 3],
    omitted: 0,
  });
});

test('the limit leaves the last out and counts them', async () => {
  const projection = await projectionOf(graph);
  expect(neighbourhood(projection, { entities: [1, 0], filter: {}, limit: 3, within: false })).toStrictEqual({
    relations: [4, 3, 2],
    entities: [1, 0, 2],
    omitted: 1,
  });
});

test('within: only what stands between the asked', async () => {
  const projection = await projectionOf(graph);
  expect(neighbourhood(projection, { entities: [0, 3, 4], filter: {}, limit: 10, within: true })).toStrictEqual({
    relations: [4, 5, 1],
    entities: [0, 3, 4],
    omitted: 0,
  });
});

import { expect, test } from 'vitest';
import { degreeOf, type Projection } from '#server/analysis/projection.ts';
import { neighbourhood } from '#server/analysis/neighbourhood.ts';
import { countRelations, relationsOf } from '#server/analysis/relation-list.ts';
import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import { rings } from '#server/analysis/ties/rings.ts';
import { companies, idOf, nameAt, projectionOf } from '../support/small-graph.ts';

const graph = {
  entities: { ...companies('abcd'), p: 'Place' as const },
  ties: [
    { from: 'a', to: 'b', type: 'SUPPLIES' as const, confidence: 300, classes: ['proposal' as const] },
    { from: 'b', to: 'a', type: 'SUPPLIES' as const },
    { from: 'a', to: 'c', type: 'COLLABORATES_WITH' as const, modality: 'planned' as const },
    { from: 'a', to: 'd', type: 'COLLABORATES_WITH' as const },
    { from: 'a', to: 'p', type: 'LOCATED_IN' as const, ended: true },
    { from: 'a', to: 'a', type: 'FUNDS' as const },
  ],
};

/** Each as type, arrow and other end. */
function listed(projection: Projection, filter?: RelationFilter): string[] {
  return relationsOf(projection, projection.entities.indexOf(idOf('a')), filter).map((half) => {
    const arrow = (projection.sides[half] ?? 0) % 2 === 0 ? '→' : '←';
    return `${arrow}${nameAt(projection, projection.neighbours[half] ?? 0)}`;
  });
}

test('relationships come by type, side, modality and id; one to itself stands once', async () => {
  expect(listed(await projectionOf(graph))).toStrictEqual(['→p', '→b', '←b', '→d', '→c', '→a']);
});

test('a filter takes types, side, kinds, modalities, classes, confidence and what has ended', async () => {
  const projection = await projectionOf(graph);
  expect(listed(projection, { types: ['SUPPLIES'] })).toStrictEqual(['→b', '←b']);
  expect(listed(projection, { direction: 'IN' })).toStrictEqual(['←b', '→d', '→c', '←a']);
  expect(listed(projection, { kinds: ['Place'] })).toStrictEqual(['→p']);
  expect(listed(projection, { modalities: ['planned'] })).toStrictEqual(['→c']);
  expect(listed(projection, { sourceClasses: ['proposal', 'paper'] })).toStrictEqual(['→b']);
  expect(listed(projection, { minConfidence: 301, types: ['SUPPLIES'] })).toStrictEqual(['←b']);
  expect(listed(projection, { ended: false, kinds: ['Place'] })).toStrictEqual([]);
  expect(listed(projection, { types: [] })).toStrictEqual([]);
});

test('counts are by type and side, without direction both sides are one', async () => {
  const projection = await projectionOf(graph);
  expect(countRelations(projection, 0)).toStrictEqual([
    { type: 'LOCATED_IN', direction: 'OUT', count: 1 },
    { type: 'SUPPLIES', direction: 'OUT', count: 1 },
    { type: 'SUPPLIES', direction: 'IN', count: 1 },
    { type: 'COLLABORATES_WITH', direction: 'ANY', count: 2 },
    { type: 'FUNDS', direction: 'OUT', count: 1 },
  ]);
});

test('degree counts other entities once', async () => {
  const projection = await projectionOf(graph);
  expect([0, 1, 2, 3, 4].map((entity) => degreeOf(projection, entity))).toStrictEqual([4, 1, 1, 1, 1]);
});

test('a date lets through what can have held then, in lists, counts, the neighbourhood and its rings alike', async () => {
  const dated = await projectionOf({
    entities: companies('abcde'),
    ties: [
      { from: 'a', to: 'b' },
      { from: 'a', to: 'c', validFrom: '2024-03' },
      { from: 'a', to: 'd', validTo: '2022', ended: true },
      { from: 'a', to: 'e', ended: true },
    ],
  });
  const a = dated.entities.indexOf(idOf('a'));
  const of = (filter: RelationFilter) => {
    const names = listed(dated, filter);
    const around = neighbourhood(dated, { entities: [a], filter, limit: 10, within: false });
    const { rings: found } = rings(dated, { entities: [a], hops: 1, filter, places: false, limit: 0 });
    expect(countRelations(dated, a, filter).map(({ count }) => count)).toStrictEqual([names.length]);
    expect(around.entities.slice(1).map((entity) => `→${nameAt(dated, entity)}`)).toStrictEqual(names);
    expect(found.map(({ count }) => count)).toStrictEqual([names.length]);
    return names;
  };
  expect(of({})).toStrictEqual(['→b', '→c', '→d', '→e']);
  expect(of({ asOf: '2024' })).toStrictEqual(['→b', '→c', '→e']);
  expect(of({ asOf: '2024-02' })).toStrictEqual(['→b', '→e']);
  expect(of({ asOf: '2022-07' })).toStrictEqual(['→b', '→d', '→e']);
  // With a date, what has ended since then counts; what has ended nobody knows when does not.
  expect(of({ asOf: '2022-07', ended: false })).toStrictEqual(['→b', '→d']);
  expect(of({ ended: false })).toStrictEqual(['→b', '→c']);
});

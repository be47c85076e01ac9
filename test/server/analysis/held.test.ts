import { expect, test } from 'vitest';
import { heldIn, readHeld } from '#server/analysis/held-in.ts';
import { idOf, projectionOf, readerOf, type SmallGraph } from '../support/small-graph.ts';

const entities = {
  a: 'Company',
  b: 'Company',
  u: 'University',
  k: 'Park',
  l: 'Park',
  c: 'Chain',
  s: 'Segment',
  t: 'Segment',
  v: 'Segment',
  p: 'Product',
  o: 'Consortium',
  g: 'Agency',
} as const;

/** Over memory and over the store alike. */
async function held(ties: SmallGraph['ties']) {
  const graph = { entities, ties };
  const inMemory = await heldIn(await projectionOf(graph));
  expect(await readHeld(readerOf(graph))).toStrictEqual(inMemory);
  return inMemory;
}

const NOTHING = {
  policyParks: 0,
  planned: 0,
  proposed: 0,
  actors: 0,
  unseen: 0,
  ledConsortia: 0,
  joinedConsortia: 0,
  answeredChains: 0,
  examples: [],
};

test('of no relationships there is nothing', async () => {
  expect(await held([])).toStrictEqual(NOTHING);
});

test('what is planned and what is only proposed are counted apart, and nobody is an actor by either', async () => {
  const told = await held([
    { from: 'k', to: 's', type: 'ACTIVE_IN', modality: 'planned' },
    { from: 'l', to: 's', type: 'TARGETS', modality: 'proposed' },
    { from: 'a', to: 't', type: 'ACTIVE_IN', modality: 'proposed', classes: ['proposal'] },
    { from: 'k', to: 'c', type: 'ACTIVE_IN', modality: 'planned', classes: ['official_news'] },
  ]);
  expect(told).toStrictEqual({ ...NOTHING, policyParks: 2, planned: 2, proposed: 1, unseen: 2 });
});

test('who operates or builds in a part, or makes a product of it, is seen in the whole; an area is no actor', async () => {
  const ties: SmallGraph['ties'] = [
    { from: 'k', to: 's', type: 'ACTIVE_IN', modality: 'planned' },
    { from: 'k', to: 't', type: 'ACTIVE_IN', modality: 'planned' },
    { from: 'k', to: 'v', type: 'ACTIVE_IN', modality: 'planned' },
    { from: 't', to: 's', type: 'PART_OF' },
    { from: 'p', to: 't', type: 'IN_SEGMENT' },
    { from: 'k', to: 'v', type: 'ACTIVE_IN' },
  ];
  expect(await held(ties)).toMatchObject({ actors: 0, unseen: 3 });
  expect(await held([...ties, { from: 'a', to: 'p', type: 'PRODUCES' }])).toMatchObject({ actors: 1, unseen: 1 });
  const building = { from: 'b', to: 'v', type: 'ACTIVE_IN', modality: 'building' } as const;
  expect(await held([...ties, building])).toMatchObject({ actors: 1, unseen: 2 });
  expect(await held([...ties, { ...building, ended: true }])).toMatchObject({ actors: 0, unseen: 3 });
});

test('consortia with a lead, consortia with members and chains with somebody responsible are counted', async () => {
  const told = await held([
    { from: 'a', to: 'o', type: 'LEADS' },
    { from: 'u', to: 'o', type: 'MEMBER_OF' },
    { from: 'b', to: 'o', type: 'PARTNER_OF' },
    { from: 'g', to: 'c', type: 'RESPONSIBLE_FOR' },
  ]);
  expect(told).toMatchObject({ ledConsortia: 1, joinedConsortia: 1, answeredChains: 1 });
});

test('examples are the fullest chain, the way between two parties of the fullest consortium, a company and a park', async () => {
  const told = await held([
    { from: 'a', to: 'o', type: 'LEADS' },
    { from: 'u', to: 'o', type: 'MEMBER_OF' },
    { from: 'u', to: 's', type: 'ACTIVE_IN' },
    { from: 'a', to: 's', type: 'ACTIVE_IN' },
    { from: 'b', to: 't', type: 'ACTIVE_IN' },
    { from: 'b', to: 'l', type: 'LOCATED_IN' },
    { from: 'u', to: 'k', type: 'LOCATED_IN', modality: 'planned' },
  ]);
  expect(told.examples).toStrictEqual([
    { from: idOf('s'), to: undefined },
    { from: idOf('a'), to: idOf('u') },
    { from: idOf('b'), to: undefined },
    { from: idOf('l'), to: undefined },
  ]);
});

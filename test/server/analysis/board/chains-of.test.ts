import { expect, test } from 'vitest';
import { chainsOf } from '#server/analysis/board/chains-of.ts';
import { alike, both } from '../../support/both-topologies.ts';
import { idOf, type SmallGraph, type Tie } from '../../support/small-graph.ts';

const entities: SmallGraph['entities'] = {
  f: 'Company',
  g: 'Product',
  s: 'Segment',
  t: 'Segment',
  u: 'Segment',
  x: 'Chain',
  y: 'Chain',
  z: 'Chain',
};
const steps: readonly Tie[] = [
  { from: 's', to: 'x', type: 'SEGMENT_OF' },
  { from: 't', to: 's', type: 'PART_OF' },
  { from: 't', to: 'y', type: 'SEGMENT_OF' },
  { from: 'u', to: 'z', type: 'SEGMENT_OF' },
  { from: 'g', to: 'u', type: 'IN_SEGMENT' },
  { from: 'x', to: 'z', type: 'PART_OF' },
];

async function chainsOfF(...ties: readonly Tie[]): Promise<readonly string[]> {
  const topologies = await both({ entities, ties: [...steps, ...ties] });
  const found = await alike(topologies, (one) =>
    one.analyse([idOf('f')], (projection) =>
      chainsOf(projection, projection.entities.indexOf(idOf('f'))).map((chain) => projection.entities.at(chain)),
    ),
  );
  return found.map((id) => id.slice(1, 2));
}

test('a body of a segment is one of its chain, and of the chain of what the segment is part of', async () => {
  expect(await chainsOfF({ from: 'f', to: 't', type: 'ACTIVE_IN' })).toEqual(['x', 'y']);
  expect(await chainsOfF({ from: 'f', to: 's', type: 'SUPPORTS', modality: 'planned' })).toEqual(['x']);
});

test('who makes or develops a product is of the chain of its segment, who is active in a chain is of that one alone', async () => {
  expect(await chainsOfF({ from: 'f', to: 'g', type: 'DEVELOPS' })).toEqual(['z']);
  expect(await chainsOfF({ from: 'f', to: 'x', type: 'ACTIVE_IN' })).toEqual(['x']);
});

test('what has ended, or is done to a segment by others, leads to no chain', async () => {
  expect(await chainsOfF({ from: 'f', to: 's', type: 'ACTIVE_IN', ended: true })).toEqual([]);
  expect(await chainsOfF({ from: 'f', to: 's', type: 'TESTS_FOR' })).toEqual([]);
});

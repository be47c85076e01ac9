import { expect, test } from 'vitest';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { listStateOf } from '#server/analysis/consortia/list-state.ts';

const IT = 'ez';
type Said = readonly [type: RelationshipType, modality: Modality];
type List = 'open' | 'complete' | 'both';

function stateOf(said: readonly Said[], list?: List) {
  const relations = said.map(([type, modality]) => {
    const into = type === 'LEADS' || type === 'MEMBER_OF' || type === 'PARTNER_OF';
    return { type, modality, to: into ? IT : 'ex' } as Parameters<typeof listStateOf>[1][number];
  });
  const values = list === undefined ? [] : list === 'both' ? ['open', 'complete'] : [list];
  const attributes = values.map((value) => ({
    name: 'member_list' as const,
    value,
    dispute: list === 'both' ? ('differing' as const) : undefined,
  }));
  return listStateOf(IT, relations, attributes);
}

test.each<[string, readonly Said[], List | undefined]>([
  [
    'complete',
    [
      ['LEADS', 'operating'],
      ['MEMBER_OF', 'operating'],
    ],
    'complete',
  ],
  ['complete', [['PARTNER_OF', 'operating']], 'complete'],
  ['open', [['MEMBER_OF', 'operating']], 'open'],
  ['open', [['MEMBER_OF', 'operating']], 'both'],
  [
    'lead_only',
    [
      ['LEADS', 'operating'],
      ['MEMBER_OF', 'planned'],
    ],
    undefined,
  ],
  ['lead_only', [['LEADS', 'operating']], 'open'],
  ['name_only', [['SUPPORTS', 'operating']], undefined],
  ['name_only', [], undefined],
  ['name_only', [], 'complete'],
  [
    'forming',
    [
      ['SUPPORTS', 'planned'],
      ['LOCATED_IN', 'building'],
    ],
    undefined,
  ],
  [
    'forming',
    [
      ['LEADS', 'building'],
      ['SUPPORTS', 'operating'],
    ],
    undefined,
  ],
  ['proposed', [['SUPPORTS', 'proposed']], undefined],
  [
    'forming',
    [
      ['MEMBER_OF', 'proposed'],
      ['LEADS', 'planned'],
    ],
    undefined,
  ],
])('%s: %j, list said to be %s', (state, said, list) => {
  expect(stateOf(said, list)).toBe(state);
});

test('a list of which nobody says anything is not whole, however many are named', () => {
  expect(stateOf(Array.from({ length: 30 }, () => ['MEMBER_OF', 'operating'] as const))).toBe('open');
});

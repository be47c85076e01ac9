import fc from 'fast-check';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import type { SmallGraph } from './small-graph.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'.split('');

/** Graphs of so many letters, at most 26: mostly companies, some places, three relationships a letter at most. */
export function anyGraph(size: number): fc.Arbitrary<SmallGraph> {
  const letter = fc.constantFrom(...LETTERS.slice(0, size));
  return fc.record({
    entities: fc
      .array(fc.constantFrom<Kind>('Company', 'Company', 'Company', 'Park', 'Place'), {
        minLength: size,
        maxLength: size,
      })
      .map((kinds) => Object.fromEntries(kinds.map((kind, i) => [LETTERS[i] ?? 'a', kind]))),
    ties: fc.array(
      fc.record({
        from: letter,
        to: letter,
        type: fc.constantFrom('SUPPLIES', 'FUNDS', 'COLLABORATES_WITH'),
        modality: fc.constantFrom('operating', 'operating', 'operating', 'building', 'planned'),
        ended: fc.constantFrom(false, false, false, false, false, true),
        confidence: fc.constantFrom(400, 900, 900, 950),
        classes: fc.constantFrom(['policy'] as const, ['policy', 'paper'] as const, ['proposal'] as const),
        validFrom: fc.constantFrom(undefined, undefined, '2020', '2023-05'),
        validTo: fc.constantFrom(undefined, undefined, '2024', '2022-12-31'),
      }),
      { minLength: 4, maxLength: size * 3, size: 'max' },
    ),
    readings: fc.array(
      fc.tuple(letter, letter).filter(([a, b]) => a !== b),
      { maxLength: 4, size: 'max' },
    ),
  });
}

/** Questions by dense index over a graph of so many: mostly with few filters, for a path is seldom found under many. */
export function anyQuestion(size: number): fc.Arbitrary<PathQuestion> {
  const index = fc.nat(size - 1);
  const seldom = <Value>(value: Value) => fc.constantFrom(undefined, undefined, undefined, value);
  return fc
    .record({
      from: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      to: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      k: fc.integer({ min: 1, max: 50 }),
      maxHops: fc.integer({ min: 1, max: 8 }),
      weight: fc.constantFrom('HOPS', 'COST'),
      disjoint: fc.constantFrom(false, false, true),
      direction: fc.constantFrom('ANY', 'ANY', 'OUT', 'IN'),
      types: seldom(['SUPPLIES', 'COLLABORATES_WITH'] as const),
      modalities: fc.constantFrom(undefined, ['operating', 'building'] as const),
      sourceClasses: seldom(['policy', 'paper'] as const),
      minConfidence: fc.constantFrom(0, 0, 0, 900),
      asOf: seldom('2023'),
      ended: fc.boolean(),
      kinds: seldom(['Company', 'Place'] as const),
      exclude: fc.uniqueArray(index, { maxLength: 2 }),
      mustPass: fc.oneof(
        fc.constant([]),
        fc.constant([]),
        fc.uniqueArray(index, { minLength: 1, maxLength: 1 }),
        fc.uniqueArray(index, { minLength: 2, maxLength: 3 }),
      ),
      places: fc.boolean(),
    })
    .filter(({ from, to, exclude, mustPass }) => isApart([from, to, exclude, mustPass]));
}

/** No two of the lists share an entity. */
function isApart(lists: readonly (readonly number[])[]): boolean {
  return new Set(lists.flat()).size === lists.flat().length;
}

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
      .array(fc.constantFrom<Kind>('Company', 'Company', 'Company', 'Place'), { minLength: size, maxLength: size })
      .map((kinds) => Object.fromEntries(kinds.map((kind, i) => [LETTERS[i] ?? 'a', kind]))),
    ties: fc.array(
      fc.record({
        from: letter,
        to: letter,
        type: fc.constantFrom('SUPPLIES', 'FUNDS', 'COLLABORATES_WITH'),
        modality: fc.constantFrom('operating', 'operating', 'operating', 'building', 'planned'),
        ended: fc.constantFrom(false, false, false, false, false, true),
      }),
      { minLength: 4, maxLength: size * 3, size: 'max' },
    ),
    readings: fc.array(
      fc.tuple(letter, letter).filter(([a, b]) => a !== b),
      { maxLength: 4, size: 'max' },
    ),
  });
}

/** Questions by dense index over a graph of so many. */
export function anyQuestion(size: number): fc.Arbitrary<PathQuestion> {
  const index = fc.nat(size - 1);
  return fc
    .record({
      from: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      to: fc.uniqueArray(index, { minLength: 1, maxLength: 3 }),
      k: fc.integer({ min: 1, max: 50 }),
      maxHops: fc.integer({ min: 1, max: 8 }),
      direction: fc.constantFrom('ANY', 'ANY', 'OUT', 'IN'),
      types: fc.constantFrom(undefined, undefined, ['SUPPLIES', 'COLLABORATES_WITH'] as const),
      modalities: fc.constantFrom(undefined, ['operating', 'building'] as const),
      ended: fc.boolean(),
      exclude: fc.uniqueArray(index, { maxLength: 2 }),
      places: fc.boolean(),
    })
    .filter(({ from, to, exclude }) => ![...from, ...exclude].some((one) => to.includes(one)))
    .filter(({ from, exclude }) => !exclude.some((one) => from.includes(one)));
}

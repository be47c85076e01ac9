import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { findPaths } from '#server/analysis/paths.ts';
import { projectionOf, type SmallGraph } from '../support/small-graph.ts';
import { everyPath } from './paths-oracle.ts';

const LETTERS = 'abcdefghij'.split('');
const letter = fc.constantFrom(...LETTERS);

const graph: fc.Arbitrary<SmallGraph> = fc.record({
  entities: fc
    .array(fc.constantFrom<Kind>('Company', 'Company', 'Company', 'Place'), { minLength: 10, maxLength: 10 })
    .map((kinds) => Object.fromEntries(kinds.map((kind, i) => [LETTERS[i] ?? 'a', kind]))),
  ties: fc.array(
    fc.record({
      from: letter,
      to: letter,
      type: fc.constantFrom('SUPPLIES', 'FUNDS', 'COLLABORATES_WITH'),
      modality: fc.constantFrom('operating', 'operating', 'operating', 'building', 'planned'),
      ended: fc.constantFrom(false, false, false, false, false, true),
    }),
    { minLength: 4, maxLength: 30, size: 'max' },
  ),
  readings: fc.array(
    fc.tuple(letter, letter).filter(([a, b]) => a !== b),
    { maxLength: 4, size: 'max' },
  ),
});

const index = fc.nat(9);
const question: fc.Arbitrary<PathQuestion> = fc
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

test('k shortest paths are those that walking everything finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(graph, question, async (small, asked) => {
      const projection = await projectionOf(small);
      const { paths, truncated } = findPaths(projection, asked);
      expect(truncated).toBe(false);
      expect(paths.map(({ readings, hops, entities }) => ({ readings, hops, entities }))).toStrictEqual(
        everyPath(projection, asked),
      );
    }),
    { numRuns: 4000, seed: 20_261_122 },
  );
}, 120_000);

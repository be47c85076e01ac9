import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPaths } from '#server/analysis/paths.ts';
import { anyGraph, anyQuestion } from '../support/any-graph.ts';
import { projectionOf } from '../support/small-graph.ts';
import { everyPath } from './paths-oracle.ts';

test('k shortest paths are those that walking everything finds, in the same order', async () => {
  await fc.assert(
    fc.asyncProperty(anyGraph(10), anyQuestion(10), async (small, asked) => {
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

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hopCost } from '#server/analysis/path-cost.ts';
import { stepsOf } from '#server/analysis/path-steps.ts';
import { findPaths } from '#server/analysis/paths.ts';
import { anyGraph, anyQuestion } from '../support/any-graph.ts';
import { projectionOf } from '../support/small-graph.ts';
import { everyPath } from './paths-oracle.ts';

const RUNS = 20_000;

test('the k best paths under any options are those that walking everything finds, in the same order', async () => {
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(anyGraph(10), anyQuestion(10), async (graph, asked) => {
      const projection = await projectionOf(graph);
      const { paths, truncated } = findPaths(projection, asked);
      expect(truncated).toBe(false);
      const found = paths.map((path) => {
        const hops = stepsOf(projection, asked, path).filter(({ reading }) => reading === undefined);
        const costs = hops.map(({ relations, to }, at) =>
          hopCost(projection, relations, at === hops.length - 1 ? undefined : to),
        );
        const cost = costs.reduce((sum, { total }) => sum + total, 0);
        return { readings: path.readings, hops: path.hops, cost, entities: path.entities };
      });
      expect(found).toStrictEqual(everyPath(graph, projection, asked));
      if (found.length > 0) for (const option of optionsOf(asked)) seen.set(option, (seen.get(option) ?? 0) + 1);
    }),
    { numRuns: RUNS, seed: 20_261_122 },
  );
  // Each option, where a path is found at all: a filter that lets nothing through would prove nothing.
  for (const option of OPTIONS) expect([option, (seen.get(option) ?? 0) >= 50]).toStrictEqual([option, true]);
}, 300_000);

const OPTIONS = [
  'COST',
  'disjoint',
  'mustPass',
  'mustPass of two or more',
  'kinds',
  'sourceClasses',
  'minConfidence',
  'asOf',
  'exclude',
  'direction',
] as const;

function optionsOf(asked: Parameters<typeof findPaths>[1]): readonly string[] {
  const set: Readonly<Record<(typeof OPTIONS)[number], boolean>> = {
    COST: asked.weight === 'COST',
    disjoint: asked.disjoint,
    mustPass: asked.mustPass.length === 1,
    'mustPass of two or more': asked.mustPass.length > 1,
    kinds: asked.kinds !== undefined,
    sourceClasses: asked.sourceClasses !== undefined,
    minConfidence: asked.minConfidence > 0,
    asOf: asked.asOf !== undefined,
    exclude: asked.exclude.length > 0,
    direction: asked.direction !== 'ANY',
  };
  return OPTIONS.filter((option) => set[option]);
}

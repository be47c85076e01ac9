import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GraphReader } from '#graph-model/store/port.ts';
import { createAdjacencyCache } from '#server/analysis/adjacency.ts';
import { storeTopology } from '#server/analysis/store-topology.ts';
import { commonNeighboursOf, distancesBetween, ringsAround } from '#server/analysis/ties/tie-answers.ts';
import { createWholeCounts } from '#server/analysis/whole-counts.ts';
import { anyGraph } from '../../support/any-graph.ts';
import { alike, both } from '../../support/both-topologies.ts';
import { PLAIN_QUESTION } from '../../support/plain-question.ts';
import { companies, idOf, readerOf } from '../../support/small-graph.ts';
import { anyCommonQuestion, anyDistanceQuestion, anyRingsQuestion } from './any-tie-question.ts';

const SIZE = 20;
const budget = fc.option(fc.nat(60), { nil: undefined });

test('distances, common neighbours and rings, cut or whole, are those of the graph in memory', async () => {
  let [apart, common, around, cut] = [0, 0, 0, 0];
  await fc.assert(
    fc.asyncProperty(
      anyGraph(SIZE),
      anyDistanceQuestion(SIZE),
      anyCommonQuestion(SIZE),
      anyRingsQuestion(SIZE),
      budget,
      async (graph, distances, shared, ringed, most) => {
        const topologies = await both(graph);
        const far = await alike(topologies, (one) =>
          distancesBetween(
            one,
            { ...distances, from: ids(distances.from), to: ids(distances.to), exclude: ids(distances.exclude) },
            most,
          ),
        );
        const same = await alike(topologies, (one) =>
          commonNeighboursOf(one, { ...shared, entities: ids(shared.entities) }, most),
        );
        const rings = await alike(topologies, (one) =>
          ringsAround(one, { ...ringed, entities: ids(ringed.entities) }, most),
        );
        if (far.intermediaries.length > 0) apart++;
        if (same.neighbours.length > 0) common++;
        if (rings.rings.length > 1) around++;
        if (far.truncated && same.truncated) cut++;
      },
    ),
    { numRuns: 500, seed: 20_261_126 },
  );
  expect(Math.min(apart, common, around, cut)).toBeGreaterThan(30);
}, 120_000);

test('however many sources are asked, a step of all of them is one read', async () => {
  const ties = ['ab', 'bc', 'cd', 'ef', 'fg', 'gd'].map(([from = '', to = '']) => ({ from, to }));
  const reader = readerOf({ entities: companies('abcdefg'), ties });
  const reads: number[] = [];
  const find: GraphReader['find'] = (table, key, values, page) => {
    if (table === 'relationship' && String(key) === 'from') reads.push([...values].length);
    return reader.find(table, key, values, page);
  };
  const { signal } = new AbortController();
  const part = storeTopology({ ...reader, find }, createAdjacencyCache(), createWholeCounts(), signal);
  const { pairs } = await distancesBetween(part, {
    ...PLAIN_QUESTION,
    from: ids([0, 4]),
    to: ids([3, 2]),
    maxHops: 8,
  });
  expect(pairs.map(({ hops }) => hops)).toStrictEqual([3, 2, 3, 4]);
  expect(reads).toStrictEqual([4, 2, 1]);
});

function ids(indexes: readonly number[]): string[] {
  return indexes.map((index) => idOf(String.fromCharCode(97 + index)));
}

import { expect } from 'vitest';
import { createAdjacencyCache } from '#server/analysis/adjacency.ts';
import { memoryTopology } from '#server/analysis/memory-topology.ts';
import { storeTopology } from '#server/analysis/store-topology.ts';
import type { Topology } from '#server/analysis/topology.ts';
import { createWholeCounts } from '#server/analysis/whole-counts.ts';
import { projectionOf, readerOf, type SmallGraph } from './small-graph.ts';

export type Both = { readonly whole: Topology; readonly part: Topology };

/** A graph whole in memory, and read from a store as a question needs it. */
export async function both(graph: SmallGraph): Promise<Both> {
  const projection = await projectionOf(graph);
  const { signal } = new AbortController();
  return {
    whole: memoryTopology(() => Promise.resolve(projection)),
    part: storeTopology(readerOf(graph), createAdjacencyCache(), createWholeCounts(), signal),
  };
}

/** The answer, which is one. */
export async function alike<Answer>(
  { whole, part }: Both,
  ask: (topology: Topology) => Promise<Answer>,
): Promise<Answer> {
  const answer = await ask(whole);
  expect(await ask(part)).toStrictEqual(answer);
  return answer;
}

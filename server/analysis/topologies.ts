import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { createAdjacencyCache } from './adjacency.ts';
import { memoryTopology } from './memory-topology.ts';
import type { Projections } from './projections.ts';
import { storeTopology } from './store-topology.ts';
import type { Topology } from './topology.ts';
import { createWholeCounts } from './whole-counts.ts';
import { createWholeReads } from './whole-reads.ts';

/** Where the graph of a question is: whole in memory, or read from the store as far as the question goes. */
export const ANALYSIS_MODES = ['memory', 'store'] as const;
export type AnalysisMode = (typeof ANALYSIS_MODES)[number];

/** For one request: the graph of the reader's version. What must be read for it, this reader reads. */
export type TopologyOf = (reader: GraphReader, signal: AbortSignal) => Topology;

export function memoryTopologies(projections: Pick<Projections, 'at'>): TopologyOf {
  return ({ version }) => memoryTopology(() => projections.at(version));
}

export function storeTopologies(store: Pick<GraphStore, 'reader'>): TopologyOf {
  const [cache, counts, whole] = [createAdjacencyCache(), createWholeCounts(), createWholeReads(store)];
  return (reader, signal) => storeTopology(reader, cache, counts, signal, () => whole.of(reader.version));
}

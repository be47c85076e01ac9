import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { HOP_COST, HUB_COST, SHARED_COST } from '#server/analysis/path-cost.ts';
import { edgesOf, type Edge, type PlainGraph } from './graph.ts';

const SHARED: readonly Kind[] = ['Place', 'Park', 'Agency', 'Policy'];

/** An edge with what libraries know of costs: one number, which does not say whether the path goes on. */
export type PricedEdge = Edge & {
  /** Of the hop, and half of what passing each of its ends costs: along a path they add up to its cost and `ofEnds`. */
  readonly cost: number;
};

/** The costs of server/analysis/path-cost.ts, worked out once more, from the edges. */
export function priced(graph: PlainGraph): {
  readonly edges: readonly PricedEdge[];
  /** What the costs along a path from one entity to another have too much. */
  ofEnds(from: number, to: number): number;
} {
  const edges = [...edgesOf(graph)];
  const degrees = new Uint32Array(graph.kinds.length);
  for (const { from, to } of edges) {
    degrees[from] = (degrees[from] ?? 0) + 1;
    degrees[to] = (degrees[to] ?? 0) + 1;
  }
  const passing = Float64Array.from(degrees, (degree, entity) => {
    const shared = SHARED.includes(KIND_NAMES[graph.kinds[entity] ?? 0] ?? 'Company');
    return HUB_COST * Math.floor(Math.log2(Math.max(1, degree))) + (shared ? SHARED_COST : 0);
  });
  const ofEnds = (from: number, to: number) => ((passing[from] ?? 0) + (passing[to] ?? 0)) / 2;
  return {
    edges: edges.map((edge) => ({
      ...edge,
      cost: HOP_COST + 1000 - edge.confidence + ofEnds(edge.from, edge.to),
    })),
    ofEnds,
  };
}

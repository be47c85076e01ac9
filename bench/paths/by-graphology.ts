import { UndirectedGraph } from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra.js';
import { bidirectional } from 'graphology-shortest-path/unweighted.js';
import { allSimplePaths } from 'graphology-simple-path';
import { BY_HOPS, type EngineMaker, type Found } from './engine.ts';
import { priced, type PricedEdge } from './costs.ts';
import { TYPE_BITS } from './ours.ts';

type Drawn = UndirectedGraph<object, { cost: number }>;

/** Walking all paths takes a step for each: beyond so many, a pair is left out. */
const MOST_WALKS = 20_000_000;

/**
 * graphology as it comes. It has no k best paths: the nearest is every simple path of so many hops, hop limits growing
 * until there are ten. It has no filter by type: a second graph of those types alone stands ready.
 */
export const byGraphology: EngineMaker = {
  questions: [...BY_HOPS, 'cheapest'],
  async build(graph) {
    const { edges, ofEnds } = priced(graph);
    const whole = drawn(graph.kinds.length, edges);
    const part = drawn(
      graph.kinds.length,
      edges.filter(({ types }) => (types & TYPE_BITS) !== 0),
    );
    return {
      async answer({ k, hops, weight, someTypes }, from, to) {
        const one = someTypes ? part : whole;
        if (weight === 'COST') {
          const path = dijkstra.bidirectional(one, from, to, 'cost');
          return { lengths: path === null ? [] : [costAlong(one, path) - ofEnds(from, to)], cut: false };
        }
        const shortest = bidirectional(one, from, to);
        if (shortest === null || shortest.length > hops + 1) return { lengths: [], cut: false };
        if (k === 1) return { lengths: [shortest.length - 1], cut: false };
        return grown(one, from, to, { first: shortest.length - 1, hops, k });
      },
      close: () => Promise.resolve(),
    };
  },
};

function drawn(entities: number, edges: readonly PricedEdge[]): Drawn {
  const graph: Drawn = new UndirectedGraph();
  for (let entity = 0; entity < entities; entity++) graph.addNode(entity);
  for (const { from, to, cost } of edges) graph.addEdge(from, to, { cost });
  return graph;
}

function grown(
  graph: Drawn,
  from: number,
  to: number,
  { first, hops, k }: { readonly first: number; readonly hops: number; readonly k: number },
): Found | undefined {
  for (let most = first; ; most++) {
    if (walks(graph, from, most - 1) > MOST_WALKS) return undefined;
    const paths = allSimplePaths(graph, from, to, { maxDepth: most });
    if (paths.length < k && most < hops) continue;
    const lengths = paths.map((path) => path.length - 1).sort((a, b) => a - b);
    return { lengths: lengths.slice(0, k), cut: false };
  }
}

/** How many walks of so many hops begin here. */
function walks(graph: Drawn, from: number, hops: number): number {
  let level = new Map([[String(from), 1]]);
  for (let hop = 0; hop < hops; hop++) {
    const next = new Map<string, number>();
    for (const [at, count] of level) {
      graph.forEachNeighbor(at, (neighbour) => next.set(neighbour, (next.get(neighbour) ?? 0) + count));
    }
    level = next;
  }
  return [...level.values()].reduce((sum, count) => sum + count, 0);
}

function costAlong(graph: Drawn, path: readonly string[]): number {
  return path.slice(1).reduce((sum, at, hop) => sum + graph.getEdgeAttribute(path[hop], at, 'cost'), 0);
}

import createGraph, { type Graph } from 'ngraph.graph';
import ngraphPath from 'ngraph.path';
import { QUESTIONS, type EngineMaker, type QuestionName } from './engine.ts';
import { priced } from './costs.ts';
import { TYPE_BITS } from './ours.ts';
import { kBest } from './yen.ts';

type Drawn = Graph<undefined, { readonly cost: number; readonly types: number }>;
type Hop = { readonly id: number; readonly cost: number };

/**
 * ngraph.path by its quickest search (nba). It has no k best paths and no hop limit: the nearest is Yen's algorithm
 * around it, longer paths being left out of what is found by hops; by cost they stay.
 */
export const byNgraph: EngineMaker = {
  questions: (Object.keys(QUESTIONS) as QuestionName[]).filter((name) => name !== 'ten cheapest of 4 hops'),
  async build(graph) {
    const { edges, ofEnds } = priced(graph);
    const drawn: Drawn = createGraph();
    for (let entity = 0; entity < graph.kinds.length; entity++) drawn.addNode(entity);
    for (const { from, to, cost, types } of edges) drawn.addLink(from, to, { cost, types });
    return {
      async answer({ k, hops, weight, someTypes }, from, to) {
        const finder = finderOf(drawn, weight === 'COST', someTypes);
        const paths = kBest(finder, from, to, k);
        const lengths =
          weight === 'COST'
            ? paths.map((path) => path.reduce((sum, { cost }) => sum + cost, 0) - ofEnds(from, to))
            : paths.map((path) => path.length - 1).filter((length) => length <= hops);
        return { lengths, cut: false };
      },
      close: () => Promise.resolve(),
    };
  },
};

/** The best path under what is closed, each entity with what the hop to it weighs. */
function finderOf(drawn: Drawn, byCost: boolean, someTypes: boolean) {
  let closed: ReadonlySet<number> = new Set();
  let closedHops: ReadonlySet<string> = new Set();
  const finder = ngraphPath.nba(drawn, {
    ...(byCost && { distance: (_a, _b, link) => link.data.cost }),
    blocked: (a, b, link) =>
      (someTypes && (link.data.types & TYPE_BITS) === 0) ||
      closed.has(Number(a.id)) ||
      closed.has(Number(b.id)) ||
      closedHops.has(`${a.id} ${b.id}`) ||
      closedHops.has(`${b.id} ${a.id}`),
  });
  return (from: number, to: number, without: { entities: ReadonlySet<number>; hops: ReadonlySet<string> }): Hop[] => {
    closed = without.entities;
    closedHops = without.hops;
    const path = finder.find(from, to).map(({ id }) => Number(id));
    if (path[0] !== from) path.reverse();
    return path.map((id, hop) => ({ id, cost: hop === 0 ? 0 : byCost ? costOf(path[hop - 1] ?? id, id) : 1 }));
  };

  function costOf(a: number, b: number): number {
    return (drawn.getLink(a, b) ?? drawn.getLink(b, a))?.data.cost ?? Infinity;
  }
}

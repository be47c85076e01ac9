/** The plain indices that every ranking is judged beside, over an undirected graph of numbers. */
export const PLAIN = ['popularity', 'common neighbours', 'Adamic–Adar', 'Katz', 'degree product'] as const;
export type Plain = (typeof PLAIN)[number];

/** Katz's damping, usual for graphs of this size; walks of at most three steps (Katz 1953, doi 10.1007/BF02289026). */
const BETA = 0.05;

export type PlainGraph = { readonly neighbours: readonly ReadonlySet<number>[] };

export function plainGraph(nodes: number, edges: Iterable<readonly [number, number]>): PlainGraph {
  const neighbours = Array.from({ length: nodes }, () => new Set<number>());
  for (const [a, b] of edges) {
    if (a === b) continue;
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  return { neighbours };
}

/** Scores of all nodes as seen from one. Popularity is not of the graph: it counts what is ranked by, and is given. */
export function plainScores({ neighbours }: PlainGraph, from: number, popularity: Float64Array) {
  const nodes = neighbours.length;
  const degree = (at: number) => neighbours[at]?.size ?? 0;
  const scores = Object.fromEntries(PLAIN.map((name) => [name, new Float64Array(nodes)])) as Record<
    Plain,
    Float64Array
  >;
  const add = (name: Plain, at: number, value: number) => {
    scores[name][at] = (scores[name][at] ?? 0) + value;
  };
  const two = new Map<number, number>();
  for (const z of neighbours[from] ?? []) {
    add('Katz', z, BETA);
    for (const b of neighbours[z] ?? []) {
      two.set(b, (two.get(b) ?? 0) + 1);
      add('common neighbours', b, 1);
      if (degree(z) > 1) add('Adamic–Adar', b, 1 / Math.log(degree(z)));
    }
  }
  for (const [z, walks] of two) {
    add('Katz', z, BETA ** 2 * walks);
    for (const b of neighbours[z] ?? []) add('Katz', b, BETA ** 3 * walks);
  }
  for (let at = 0; at < nodes; at++) add('degree product', at, degree(from) * degree(at));
  scores.popularity.set(popularity);
  return scores;
}

import { passingCost, relationCost } from '#server/analysis/path-cost.ts';
import type { PathWeight } from '#server/analysis/path-question.ts';
import type { Projection } from '#server/analysis/projection.ts';

type Found = { readonly weight: number; readonly entities: readonly number[] };

/**
 * The k best simple paths by Yen's algorithm (Management Science 17, 1971), walked both ways along everything. The best
 * path of a spur is found by a table of hops, so that none has too many; of equals the first by its list of entities.
 * A weight is the cost with the hops after it, or the hops.
 */
export function yen(
  projection: Projection,
  from: number,
  to: number,
  most: number,
  maxHops: number,
  by: PathWeight,
): Found[] {
  const next = edgesOf(projection, by);
  const pass = (entity: number) => (by === 'COST' && entity !== to ? passingCost(projection, entity) * 100 : 0);
  const weigh = (path: readonly number[]) =>
    path.slice(1).reduce((sum, at, i) => sum + (next.get(path[i] ?? 0)?.get(at) ?? Infinity) + pass(at), 0);

  const first = best(from, new Set(), new Set(), maxHops);
  if (first === undefined) return [];
  const found: number[][] = [first];
  const open = new Map<string, number[]>();
  while (found.length < most) {
    const last = found.at(-1) ?? [];
    for (let spur = 0; spur < last.length - 1; spur++) {
      const root = last.slice(0, spur + 1);
      const used = found.filter((path) => root.every((at, i) => path[i] === at)).map((path) => path[spur + 1] ?? -1);
      const rest = best(last[spur] ?? 0, new Set(root.slice(0, -1)), new Set(used), maxHops - spur);
      if (rest !== undefined) open.set([...root, ...rest.slice(1)].join(), [...root, ...rest.slice(1)]);
    }
    for (const path of found) open.delete(path.join());
    const [better] = [...open.values()].sort((a, b) => weigh(a) - weigh(b) || compareLists(a, b));
    if (better === undefined) break;
    found.push(better);
  }
  return found.map((entities) => ({ weight: weigh(entities), entities }));

  /** @param usedFirst not to be gone to from the start */
  function best(
    start: number,
    closed: ReadonlySet<number>,
    usedFirst: ReadonlySet<number>,
    hops: number,
  ): number[] | undefined {
    const left: Map<number, number>[] = [new Map([[to, 0]])];
    const ways = (at: number) =>
      [...(next.get(at) ?? [])].filter(
        ([one]) => !closed.has(one) && one !== start && !(at === start && usedFirst.has(one)),
      );
    for (let hop = 1; hop <= hops; hop++) {
      const level = new Map<number, number>([[to, 0]]);
      for (const at of next.keys()) {
        if (at === to || closed.has(at)) continue;
        const least = Math.min(
          ...ways(at).map(([one, weight]) => weight + pass(one) + (left[hop - 1]?.get(one) ?? Infinity)),
        );
        if (least < Infinity) level.set(at, least);
      }
      left.push(level);
    }
    const path = [start];
    for (let hop = hops; path.at(-1) !== to; hop--) {
      const at = path.at(-1) ?? 0;
      const least = left[hop]?.get(at);
      if (least === undefined) return undefined;
      const onward = ways(at)
        .filter(([one, weight]) => weight + pass(one) + (left[hop - 1]?.get(one) ?? Infinity) === least)
        .map(([one]) => one);
      path.push(Math.min(...onward));
    }
    return path;
  }
}

/** Both ways, the cheapest of parallel ones. */
function edgesOf(projection: Projection, by: PathWeight): ReadonlyMap<number, ReadonlyMap<number, number>> {
  const { relations, entities } = projection;
  const edges = new Map(Array.from({ length: entities.length }, (_, at) => [at, new Map<number, number>()]));
  for (let row = 0; row < relations.ids.length; row++) {
    const [from, to] = [relations.from[row] ?? 0, relations.to[row] ?? 0];
    if (from === to) continue;
    const weight = by === 'HOPS' ? 1 : relationCost(projection, row) * 100 + 1;
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      edges.get(a)?.set(b, Math.min(weight, edges.get(a)?.get(b) ?? Infinity));
  }
  return edges;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

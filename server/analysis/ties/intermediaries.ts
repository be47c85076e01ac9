import type { Label } from '#graph-model/ontology/label.ts';
import type { Side } from '../path-side.ts';
import type { Terrain } from '../path-terrain.ts';
import { spend, workOf, type Work } from '../path-work.ts';
import { rowsBetween } from '../rows-between.ts';
import type { Direction, HalfTest } from '../relation-filter.ts';
import { weakness } from './weak-intermediary.ts';

/** Given of one answer. */
const MOST_INTERMEDIARIES = 50;

/** Stands on a shortest path of some pairs, and is no end of them. */
export type Intermediary<Entity = number> = {
  readonly entity: Entity;
  /** Places in the list of pairs, ascending. */
  readonly pairs: readonly number[];
  /** Of the first of its pairs for which it has any. */
  readonly weakness: Label | undefined;
};

export type Intermediaries = {
  /** By the number of pairs, most first, then by id. */
  readonly intermediaries: readonly Intermediary[];
  /** How many more there are. */
  readonly omitted: number;
};

/** What was searched: a side for each of the sources, which are `from` when it was searched ahead, else `to`. */
export type Searched = {
  readonly sides: readonly Side[];
  readonly isAhead: boolean;
  /** The ends on the other side, in the order asked. */
  readonly targets: readonly number[];
};

type Asked = { readonly from: readonly number[]; readonly to: readonly number[]; readonly direction: Direction };

/**
 * What lies on the shortest paths of each pair that has any. Walked in any direction, a pair and its reverse are one
 * tie: the first of both is counted.
 */
export function intermediariesOf(
  terrain: Terrain,
  { sides, isAhead, targets }: Searched,
  { from, to, direction }: Asked,
  budget: number,
): Intermediaries & { readonly cut: boolean } {
  const work = workOf(budget);
  const served = new Map<number, number[]>();
  const towards = isAhead ? terrain.backward : terrain.forward;
  const pairAt = (i: number, j: number) => (isAhead ? i * to.length + j : j * to.length + i);
  for (const [i, side] of sides.entries()) {
    const wanted = targets.map((_, j) => j).filter((j) => !isReverse(pairAt(i, j)));
    for (const [entity, some] of between(terrain, towards, side, targets, wanted, work)) {
      served.set(entity, [...(served.get(entity) ?? []), ...Array.from(some, (j) => pairAt(i, j))]);
    }
  }
  const all = [...served].sort(([a, one], [b, other]) => other.length - one.length || a - b);
  const given = all.slice(0, MOST_INTERMEDIARIES);
  terrain.projection.need?.(given.map(([entity]) => entity));
  return {
    intermediaries: given.map(([entity, some]) => {
      const pairs = some.sort((a, b) => a - b);
      return { entity, pairs, weakness: weaknessOn(entity, pairs) };
    }),
    omitted: all.length - given.length,
    cut: work.cut,
  };

  /** Of a pair two hops apart its ends share it, unless one contains it; of pairs further apart whoever is next to it. */
  function weaknessOn(entity: number, pairs: readonly number[]): Label | undefined {
    for (const pair of pairs) {
      const [start, end] = [from[Math.floor(pair / to.length)] ?? -1, to[pair % to.length] ?? -1];
      const side = sides[isAhead ? Math.floor(pair / to.length) : pair % to.length];
      const isBetween = side?.distances[isAhead ? end : start] === 2;
      const rowsTo = (other: number, passes: HalfTest) =>
        isBetween ? rowsBetween(terrain.projection, entity, other, passes) : [];
      const why = weakness(terrain.projection, entity, [rowsTo(start, terrain.backward), rowsTo(end, terrain.forward)]);
      if (why !== undefined) return why;
    }
    return undefined;
  }

  /** Is the same pair asked the other way round before? */
  function isReverse(pair: number): boolean {
    const [start, end] = [from[Math.floor(pair / to.length)] ?? -1, to[pair % to.length] ?? -1];
    const [row, column] = [from.indexOf(end), to.indexOf(start)];
    return direction === 'ANY' && row >= 0 && column >= 0 && row * to.length + column < pair;
  }
}

/**
 * By what lies between the source and its targets: the places of the targets on whose shortest paths it stands. From
 * the furthest level inwards, so that everything is looked at once, for all targets behind it.
 * @param towards may a path come along this half-edge, from the neighbour nearer to the source?
 */
function between(
  { projection, passable }: Terrain,
  towards: HalfTest,
  side: Side,
  targets: readonly number[],
  wanted: readonly number[],
  work: Work,
): ReadonlyMap<number, ReadonlySet<number>> {
  const { offsets, neighbours, need } = projection;
  const found = new Map<number, Set<number>>();
  let level = new Map<number, Set<number>>();
  for (let hops = side.depth() + 1; hops >= 2; hops--) {
    for (const j of wanted) {
      const target = targets[j] ?? 0;
      if (side.distances[target] === hops) put(level, target, [j]);
    }
    const next = new Map<number, Set<number>>();
    need?.(level.keys());
    for (const [entity, some] of level) {
      const [start, end] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
      if (!spend(work, end - start)) return found;
      for (let half = start; half < end; half++) {
        const neighbour = neighbours[half] ?? 0;
        if (side.distances[neighbour] !== hops - 1 || !passable(neighbour) || !towards(half)) continue;
        put(next, neighbour, some);
        put(found, neighbour, some);
      }
    }
    level = next;
  }
  return found;
}

function put(into: Map<number, Set<number>>, entity: number, places: Iterable<number>): void {
  const there = into.get(entity) ?? new Set();
  for (const place of places) there.add(place);
  into.set(entity, there);
}

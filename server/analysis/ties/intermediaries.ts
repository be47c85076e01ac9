import type { Label } from '#graph-model/ontology/label.ts';
import type { Side } from '../path-side.ts';
import type { Terrain } from '../path-terrain.ts';
import { spend, workOf, type Work } from '../path-work.ts';
import type { Direction, HalfTest } from '../relation-filter.ts';
import { rowsBetween } from '../rows-between.ts';
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

/** A pair with the searches from both its ends. */
export type Sought = {
  readonly start: number;
  readonly end: number;
  readonly ahead: Side;
  readonly behind: Side;
  /** Where they meet, all at the same distance `ahead` from the start; nothing between where it is 0 hops. */
  met: { readonly hops: number; readonly ahead: number; readonly entities: readonly number[] } | undefined;
};

type Asked = { readonly from: readonly number[]; readonly to: readonly number[]; readonly direction: Direction };

/** By distance, what stands there on the shortest paths of which pairs. */
type Levels = Map<number, Set<number>>[];

/**
 * What lies on the shortest paths of each pair that has any: from where its searches meet back to either end. Walked in
 * any direction, a pair and its reverse are one tie: the first of both is counted.
 */
export function intermediariesOf(
  terrain: Terrain,
  sought: readonly Sought[],
  { from, to, direction }: Asked,
  budget: number,
): Intermediaries & { readonly cut: boolean } {
  const work = workOf(budget);
  const found = new Map<number, Set<number>>();
  const [ahead, behind] = [new Map<Side, Levels>(), new Map<Side, Levels>()];
  for (const [at, pair] of sought.entries()) {
    const { met } = pair;
    if (met === undefined || met.hops < 2 || isReverse(at)) continue;
    for (const entity of met.entities) {
      if (met.ahead > 0 && met.ahead < met.hops) put(found, entity, [at]);
      put(levelOf(ahead, pair.ahead, met.ahead), entity, [at]);
      put(levelOf(behind, pair.behind, met.hops - met.ahead), entity, [at]);
    }
  }
  for (const [side, levels] of ahead) walkBack(terrain, 'ahead', side, levels, found, work);
  for (const [side, levels] of behind) walkBack(terrain, 'behind', side, levels, found, work);
  const served = Array.from(found, ([entity, some]) => [entity, [...some]] as const);
  const all = served.sort(([a, one], [b, other]) => other.length - one.length || a - b);
  const given = all.slice(0, MOST_INTERMEDIARIES);
  terrain.projection.need?.(given.map(([entity]) => entity));
  return {
    intermediaries: given.map(([entity, some]) => {
      const pairs = some.toSorted((a, b) => a - b);
      return { entity, pairs, weakness: weaknessOn(entity, pairs) };
    }),
    omitted: all.length - given.length,
    cut: work.cut,
  };

  /** Of a pair two hops apart its ends share it, unless one contains it; of pairs further apart whoever is next to it. */
  function weaknessOn(entity: number, pairs: readonly number[]): Label | undefined {
    for (const pair of pairs) {
      const { start, end, met } = sought[pair] as Sought;
      const isBetween = met?.hops === 2;
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

function levelOf(sides: Map<Side, Levels>, side: Side, distance: number): Map<number, Set<number>> {
  const levels = sides.get(side) ?? [];
  sides.set(side, levels);
  return (levels[distance] ??= new Map<number, Set<number>>());
}

/**
 * From the furthest level inwards, so that everything is looked at once, for all pairs that pass it; from whichever of
 * two levels has fewer half-edges, for the further may hold many hubs.
 */
function walkBack(
  { projection, passable, forward, backward }: Terrain,
  which: 'ahead' | 'behind',
  side: Side,
  levels: Levels,
  found: Map<number, Set<number>>,
  work: Work,
): void {
  const { offsets, neighbours, need } = projection;
  const [away, towards] = which === 'ahead' ? [forward, backward] : [backward, forward];
  const halvesOf = (entity: number) => (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
  const sumOf = (entities: Iterable<number>) => [...entities].reduce((sum, entity) => sum + halvesOf(entity), 0);
  for (let hops = levels.length - 1; hops >= 2; hops--) {
    const level = levels[hops] ?? new Map<number, Set<number>>();
    const nearer = (levels[hops - 1] ??= new Map<number, Set<number>>());
    const note = (entity: number, some: Iterable<number>) => {
      put(nearer, entity, some);
      put(found, entity, some);
    };
    need?.(level.keys());
    const near = side.reachedAt(hops - 1).filter((entity) => passable(entity));
    const isFromNear = sumOf(near) < sumOf(level.keys());
    for (const entity of isFromNear ? near : level.keys()) {
      const [start, end] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
      if (!spend(work, end - start)) return;
      for (let half = start; half < end; half++) {
        const neighbour = neighbours[half] ?? 0;
        if (isFromNear) {
          const some = level.get(neighbour);
          if (some !== undefined && away(half)) note(entity, some);
        } else if (side.distances[neighbour] === hops - 1 && passable(neighbour) && towards(half)) {
          note(neighbour, level.get(entity) ?? []);
        }
      }
    }
  }
}

function put(into: Map<number, Set<number>>, entity: number, places: Iterable<number>): void {
  const there = into.get(entity) ?? new Set();
  for (const place of places) there.add(place);
  into.set(entity, there);
}

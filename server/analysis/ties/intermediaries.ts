import type { Label } from '#graph-model/ontology/label.ts';
import type { Side } from '../path-side.ts';
import type { Terrain } from '../path-terrain.ts';
import { spend, type Work } from '../path-work.ts';
import type { Direction } from '../relation-filter.ts';
import { workOf } from './budget.ts';
import { weakness } from './weak-intermediary.ts';

/** Given of one answer. */
const MOST_INTERMEDIARIES = 50;

/** Stands on a shortest path of some pairs, and is no end of them. */
export type Intermediary<Entity = number> = {
  readonly entity: Entity;
  /** Places in the list of pairs, ascending. */
  readonly pairs: readonly number[];
  readonly weakness: Label | undefined;
};

export type Intermediaries = {
  /** By the number of pairs, most first, then by id. */
  readonly intermediaries: readonly Intermediary[];
  /** How many more there are. */
  readonly omitted: number;
};

/** One source, and how far everything that was reached is from it. */
export type Searched = { readonly source: number; readonly side: Side };

type Asked = { readonly from: readonly number[]; readonly to: readonly number[]; readonly direction: Direction };

/**
 * What lies on the shortest paths of each pair that has any. Walked in any direction, a pair and its reverse are one
 * tie: the first of both is counted.
 */
export function intermediariesOf(
  terrain: Terrain,
  searched: readonly Searched[],
  { from, to, direction }: Asked,
  budget: number,
): Intermediaries & { readonly cut: boolean } {
  const work = workOf(budget);
  const served = new Map<number, number[]>();
  for (const [row, one] of searched.entries()) {
    const columns = to.map((_, column) => column).filter((column) => !isReverse(row, column));
    for (const [entity, some] of between(terrain, one, to, columns, work)) {
      const pairs = columns.filter((column) => some.has(column)).map((column) => row * to.length + column);
      served.set(entity, [...(served.get(entity) ?? []), ...pairs]);
    }
  }
  const all = [...served].sort(([a, one], [b, other]) => other.length - one.length || a - b);
  const given = all.slice(0, MOST_INTERMEDIARIES);
  terrain.projection.need?.(given.map(([entity]) => entity));
  return {
    intermediaries: given.map(([entity, pairs]) => ({
      entity,
      pairs,
      weakness: weakness(terrain.projection, entity),
    })),
    omitted: all.length - given.length,
    cut: work.cut,
  };

  /** Is the same pair asked the other way round before? */
  function isReverse(row: number, column: number): boolean {
    const [otherRow, otherColumn] = [from.indexOf(to[column] ?? -1), to.indexOf(from[row] ?? -1)];
    if (direction !== 'ANY' || otherRow < 0 || otherColumn < 0) return false;
    return otherRow * to.length + otherColumn < row * to.length + column;
  }
}

/**
 * By what lies between the source and its targets: the columns of the targets on whose shortest paths it stands. From
 * the furthest level inwards, so that everything is looked at once, for all targets behind it.
 */
function between(
  { projection, backward, passable }: Terrain,
  { side }: Searched,
  to: readonly number[],
  columns: readonly number[],
  work: Work,
): ReadonlyMap<number, ReadonlySet<number>> {
  const { offsets, neighbours, need } = projection;
  const found = new Map<number, Set<number>>();
  let level = new Map<number, Set<number>>();
  for (let hops = side.depth() + 1; hops >= 2; hops--) {
    for (const column of columns) {
      const target = to[column] ?? 0;
      if (side.distance(target) === hops) put(level, target, [column]);
    }
    const next = new Map<number, Set<number>>();
    need?.(level.keys());
    for (const [entity, some] of level) {
      const [start, end] = [offsets[entity] ?? 0, offsets[entity + 1] ?? 0];
      if (!spend(work, end - start)) return found;
      for (let half = start; half < end; half++) {
        const neighbour = neighbours[half] ?? 0;
        if (side.distance(neighbour) !== hops - 1 || !passable(neighbour) || !backward(half)) continue;
        put(next, neighbour, some);
        put(found, neighbour, some);
      }
    }
    level = next;
  }
  return found;
}

function put(into: Map<number, Set<number>>, entity: number, columns: Iterable<number>): void {
  const there = into.get(entity) ?? new Set();
  for (const column of columns) there.add(column);
  into.set(entity, there);
}

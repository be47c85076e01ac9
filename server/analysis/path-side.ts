import type { Work } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import type { HalfTest } from './relation-filter.ts';

/** Further than any path: not reached. */
export const FAR = 0xffff;

/** Distances from one end of a path question, level by level. */
export type Side = {
  /** Levels that are whole. */
  depth(): number;
  /** Half-edges that the next level looks at. */
  cost(): number;
  grow(): void;
  distance(entity: number): number;
  reached(): Iterable<number>;
  frontier(): readonly number[];
  /** Everything was reached that can be, and none of these was among it. */
  closed(targets: Iterable<number>): boolean;
  /**
   * Distances for paths of `hops`: those of this side, and beyond its depth those over what the other side reached,
   * which is where every path of that length runs.
   */
  completedWithin(other: Side, test: HalfTest, hops: number): (entity: number) => number;
};

/**
 * @param test along which half-edges a level grows
 * @param sources distance 0
 * @param goals the other ends: reached, but not passed unless they are passable
 */
export function createSide(
  terrain: Terrain,
  test: HalfTest,
  sources: Iterable<number>,
  goals: { has(entity: number): boolean },
  work: Work,
): Side {
  const { offsets, neighbours } = terrain.projection;
  const distances = new Uint16Array(terrain.projection.entities.length).fill(FAR);
  const all = [...sources].sort((a, b) => a - b);
  let level: number[] = [...all];
  let depth = 0;
  for (const entity of level) distances[entity] = 0;

  const degree = (entity: number) => (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
  const sum = (entities: Iterable<number>) => {
    let total = 0;
    for (const entity of entities) total += degree(entity);
    return total;
  };

  function grow(): void {
    const next: number[] = [];
    for (const entity of level) {
      if (!spend(degree(entity))) return;
      for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
        const neighbour = neighbours[half] ?? 0;
        if (distances[neighbour] !== FAR || !test(half)) continue;
        if (terrain.passable(neighbour)) next.push(neighbour);
        else if (!goals.has(neighbour)) continue;
        distances[neighbour] = depth + 1;
        all.push(neighbour);
      }
    }
    level = next;
    depth++;
  }

  function spend(halves: number): boolean {
    if (work.expanded + halves > work.budget) work.cut = true;
    else work.expanded += halves;
    return !work.cut;
  }

  function completedWithin(other: Side, backward: HalfTest, hops: number): (entity: number) => number {
    const beyond = new Map<number, number>();
    const distanceOf = (entity: number) => Math.min(distances[entity] ?? FAR, beyond.get(entity) ?? FAR);
    let open = level;
    for (let at = depth + 1; at <= hops && open.length > 0; at++) {
      const found: number[] = [];
      for (const entity of open) {
        if (!spend(degree(entity))) return distanceOf;
        for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
          const neighbour = neighbours[half] ?? 0;
          if (other.distance(neighbour) + at > hops || distanceOf(neighbour) !== FAR || !backward(half)) continue;
          beyond.set(neighbour, at);
          if (terrain.passable(neighbour)) found.push(neighbour);
        }
      }
      open = found;
    }
    return distanceOf;
  }

  return {
    depth: () => depth,
    cost: () => sum(level),
    grow,
    distance: (entity) => distances[entity] ?? FAR,
    reached: () => all,
    frontier: () => level,
    closed: (targets) => {
      if (level.length > 0) return false;
      for (const target of targets) if (distances[target] !== FAR) return false;
      return true;
    },
    completedWithin,
  };
}

import type { Terrain } from './path-terrain.ts';
import { spend, type Work } from './path-work.ts';

/** Further than any path: not reached. */
export const FAR = 0xffff;

/** Distances from one end of a path question, level by level. */
export type Side = {
  /** Levels that are whole. */
  depth(): number;
  /**
   * Half-edges that the next level looks at; in a part, of those read. The side that looks cheaper is then read, and
   * costs what it says: if it still looks cheaper it is, for the other has no fewer.
   */
  cost(): number;
  /** The same exactly: in a part they are read for it. */
  costWhenRead(): number;
  grow(): void;
  /** By entity; FAR where it was not reached. */
  readonly distances: Uint16Array;
  /** Entities that the next level is grown from. */
  breadth(): number;
  /** Everything within `depth`, in no order that matters. */
  reached(): readonly number[];
  /** The same of one distance. */
  reachedAt(distance: number): readonly number[];
  /** Everything was reached that can be, and none of these was among it. */
  closed(targets: Iterable<number>): boolean;
  /**
   * Hops still to go to this side's ends, for paths of `hops` in all: known within its depth; beyond, computed over
   * what the other side reached, which is where every path of that length runs. Further away: more than `hops`.
   */
  joinedWith(other: Side, hops: number): (entity: number) => number;
};

/**
 * @param which `ahead` grows from the starts, `behind` from the ends
 * @param sources distance 0
 * @param goals the opposite ends: reached, but not passed unless they are passable
 */
export function createSide(
  terrain: Terrain,
  which: 'ahead' | 'behind',
  sources: Iterable<number>,
  goals: { has(entity: number): boolean },
  work: Work,
): Side {
  const { offsets, neighbours, need } = terrain.projection;
  const [away, towards] = which === 'ahead' ? [terrain.forward, terrain.backward] : [terrain.backward, terrain.forward];
  const distances = work.scratch.take(terrain.projection.entities.length).fill(FAR);
  let beyond: Uint16Array | undefined;
  const all = [...sources];
  const starts = [0];
  let level: readonly number[] = [...all];
  let depth = 0;
  for (const entity of level) distances[entity] = 0;

  const degree = (entity: number) => (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
  const degrees = (entities: readonly number[]) => entities.reduce((total, entity) => total + degree(entity), 0);

  function grow(): void {
    const next: number[] = [];
    starts[depth + 1] = all.length;
    need?.(level);
    for (const entity of level) {
      if (!spend(work, degree(entity))) return;
      for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
        const neighbour = neighbours[half] ?? 0;
        if (distances[neighbour] !== FAR || !away(half)) continue;
        if (terrain.passable(neighbour)) next.push(neighbour);
        else if (!goals.has(neighbour)) continue;
        distances[neighbour] = depth + 1;
        all.push(neighbour);
      }
    }
    level = next;
    depth++;
  }

  function joinedWith(other: Side, hops: number): (entity: number) => number {
    const rest = (beyond ??= work.scratch.take(distances.length)).fill(FAR);
    const others = other.distances;
    const left = (entity: number) => Math.min(distances[entity] ?? FAR, rest[entity] ?? FAR);
    const unknown = other.reached().filter((entity) => distances[entity] === FAR);
    // In a part as with `cost`: whichever looks less is read, and then is.
    let open = degrees(level) <= degrees(unknown) ? fromLevel(level, depth + 1) : fromOther(unknown);
    for (let at = depth + 2; at <= hops && open.length > 0; at++) open = fromLevel(open, at);
    return left;

    /** What stands one hop before these. */
    function fromLevel(entities: readonly number[], at: number): number[] {
      const found: number[] = [];
      need?.(entities);
      for (const entity of entities) {
        if (!spend(work, degree(entity))) return [];
        for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
          const neighbour = neighbours[half] ?? 0;
          // Most of what surrounds a hub is none that the other side has come near.
          if ((others[neighbour] ?? FAR) + at > hops || left(neighbour) !== FAR || !away(half)) continue;
          rest[neighbour] = at;
          if (terrain.passable(neighbour)) found.push(neighbour);
        }
      }
      return found;
    }

    /** The same for the first such hop, looked for from the other side where that is less work. */
    function fromOther(entities: readonly number[]): number[] {
      const found: number[] = [];
      const edge = new Set(level);
      need?.(entities);
      for (const entity of entities) {
        if ((others[entity] ?? FAR) + depth + 1 > hops) continue;
        if (!spend(work, degree(entity))) return [];
        for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
          if (!edge.has(neighbours[half] ?? 0) || !towards(half)) continue;
          rest[entity] = depth + 1;
          if (terrain.passable(entity)) found.push(entity);
          break;
        }
      }
      return found;
    }
  }

  return {
    depth: () => depth,
    cost: () => degrees(level),
    costWhenRead: () => {
      need?.(level);
      return degrees(level);
    },
    grow,
    distances,
    breadth: () => level.length,
    reached: () => all,
    reachedAt: (distance) => all.slice(starts[distance] ?? all.length, starts[distance + 1] ?? all.length),
    closed: (targets) => {
      if (level.length > 0) return false;
      for (const target of targets) if (distances[target] !== FAR) return false;
      return true;
    },
    joinedWith,
  };
}

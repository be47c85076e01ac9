import { createSide } from './path-side.ts';
import type { Terrain } from './path-terrain.ts';
import type { Work } from './path-work.ts';

/** Of the budget, what finding out where paths can run may take, and the half-edges that then stand on them. */
const SIDES_SHARE = 0.4;
const LEVELS_SHARE = 0.3;

/**
 * By hops gone, the entities that some walk of at most `maxHops` hops between two sets passes then; a level for each
 * hop. When there are too many for the budget, the same for fewer hops, and `work` is `short`.
 */
export function reachBetween(
  terrain: Terrain,
  starts: Iterable<number>,
  ends: { keys(): Iterable<number>; has(entity: number): boolean },
  maxHops: number,
  work: Work,
): readonly (readonly number[])[] {
  const startSet = new Set(starts);
  const ahead = createSide(terrain, 'ahead', startSet, ends, work);
  const behind = createSide(terrain, 'behind', ends.keys(), startSet, work);
  const budget = work.budget - work.expanded;
  let most = work.expanded + budget * SIDES_SHARE;
  let hops = 1;
  while (hops < maxHops && !ahead.closed(ends.keys()) && !behind.closed(startSet)) {
    const side = ahead.cost() <= behind.cost() ? ahead : behind;
    if (work.expanded + side.costWhenRead() > most) {
      work.short = true;
      break;
    }
    side.grow();
    hops++;
  }
  most = budget * LEVELS_SHARE;
  for (; hops > 0 && !work.cut; hops--) {
    const levels = levelsOf(terrain, startSet, behind.joinedWith(ahead, hops), hops, most);
    if (levels !== undefined) return levels;
    work.short = true;
  }
  return [];
}

/** Undefined when they have more half-edges than `most`. */
function levelsOf(
  terrain: Terrain,
  starts: ReadonlySet<number>,
  left: (entity: number) => number,
  hops: number,
  most: number,
): number[][] | undefined {
  const { need, offsets, neighbours } = terrain.projection;
  const levels: number[][] = [];
  let looked = 0;
  let level = [...starts].filter((start) => left(start) <= hops);
  for (let rest = hops - 1; rest >= 0 && level.length > 0; rest--) {
    levels.push(level);
    need?.(level);
    const next = new Set<number>();
    for (const at of level) {
      looked += (offsets[at + 1] ?? 0) - (offsets[at] ?? 0);
      if (looked > most) return undefined;
      for (let half = offsets[at] ?? 0; half < (offsets[at + 1] ?? 0); half++) {
        const neighbour = neighbours[half] ?? 0;
        if (next.has(neighbour) || left(neighbour) > rest) continue;
        if (terrain.passable(neighbour) && terrain.forward(half)) next.add(neighbour);
      }
    }
    level = [...next];
  }
  return levels;
}

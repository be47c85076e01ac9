import { createSide, FAR, type Side } from './path-side.ts';
import type { Terrain } from './path-terrain.ts';
import type { Work } from './path-work.ts';

/** How many hops there are at least from an entity to either end, as far as it was measured. */
export type HopSpan = {
  toStart(entity: number): number;
  toEnd(entity: number): number;
  /**
   * Measures on, as far as that looks at no more than so many half-edges in all.
   * @param limit half-edges that `work` may have looked at by then
   */
  measure(most: number, limit: number): void;
};

export function hopSpan(
  terrain: Terrain,
  starts: readonly number[],
  ends: readonly number[],
  maxHops: number,
  work: Work,
): HopSpan {
  let sides: { readonly ahead: Side; readonly behind: Side } | undefined;
  let looked = 0;
  return {
    toStart: (entity) => leastHops(sides?.ahead, entity),
    toEnd: (entity) => leastHops(sides?.behind, entity),
    measure(most, limit) {
      sides ??= {
        ahead: createSide(terrain, 'ahead', starts, new Set(ends), work),
        behind: createSide(terrain, 'behind', ends, new Set(starts), work),
      };
      const { ahead, behind } = sides;
      while (ahead.depth() + behind.depth() < maxHops - 1) {
        const side = ahead.cost() <= behind.cost() ? ahead : behind;
        const cost = side.costWhenRead();
        if (looked + cost > most || work.expanded + cost > limit) return;
        looked += cost;
        side.grow();
      }
    },
  };
}

function leastHops(side: Side | undefined, entity: number): number {
  if (side === undefined) return 0;
  const distance = side.distances[entity] ?? FAR;
  return distance === FAR ? side.depth() + 1 : distance;
}

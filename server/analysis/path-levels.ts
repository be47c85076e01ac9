import { reachBetween } from './path-reach.ts';
import type { Rests } from './path-rest.ts';
import { startsOf, type Walked } from './path-walks.ts';
import { eachNext, halvesOf, UNREACHED } from './path-weights.ts';
import { spend, type Work } from './path-work.ts';

/**
 * The rests of all walks between two ends, by the hops gone: worked out from the ends backwards, over the entities that
 * stand on any such walk that is short enough. Where those are too many for the budget, of shorter walks only, and `work`
 * is `short`.
 */
export function restsByLevels(walked: Walked, mostHops: number, work: Work): Rests {
  const { terrain, weights, endsAt, bitOf, all } = walked;
  const levels = reachBetween(terrain, startsOf(walked), endsAt, mostHops, work);
  const rests = levels.map(() => new Map<number, number[]>());
  for (let gone = levels.length - 1; gone >= 0; gone--) {
    for (const entity of levels[gone] ?? []) {
      if (!spend(work, halvesOf(terrain, entity))) return answer();
      const rest = Array.from({ length: all + 1 }, () => UNREACHED);
      eachNext(terrain, terrain.forward, weights, entity, (next, hop) => {
        const bit = bitOf(next);
        const after = terrain.passable(next) ? rests[gone + 1]?.get(next) : undefined;
        const on = hop + weights.passing(next);
        for (let passed = 0; passed <= all; passed++) {
          const ended = endsAt.has(next) && (passed | bit) === all ? hop : UNREACHED;
          const further = on + (after?.[passed | bit] ?? UNREACHED);
          rest[passed] = Math.min(rest[passed] ?? UNREACHED, ended, further);
        }
      });
      rests[gone]?.set(entity, rest);
    }
  }
  return answer();

  function answer(): Rests {
    const maxHops = levels.length;
    return {
      least: (entity, passed, hops) => rests[maxHops - hops]?.get(entity)?.[passed] ?? UNREACHED,
      has: (entity) => rests.some((level) => level.has(entity)),
      onward: () => undefined,
      maxHops,
      most: UNREACHED - 1,
    };
  }
}

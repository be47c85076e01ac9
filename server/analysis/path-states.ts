import { UNREACHED } from './path-weights.ts';
import type { Wide } from './path-scratch.ts';

/** Where a walk stands: at an entity, having passed a set of those that it must (as bits, the entity's own included). */
export type State = { readonly entity: number; readonly passed: number };

/**
 * The least weights at which states were reached, by at most so many hops: more hops are never dearer. Entities have
 * slots in order of being reached, so that what is kept is as large as what was reached.
 */
export type States = {
  /** UNREACHED where none is known. `hops` below `maxHops`. */
  least(entity: number, passed: number, hops: number): number;
  has(entity: number): boolean;
  /** @returns its place, when it is less than what was known of so many hops; else -1 */
  lower(entity: number, passed: number, hops: number, weight: number): number;
  /** Is this still the least weight of that place, and not reached in fewer hops as well? */
  stands(place: number, weight: number): boolean;
  entityAt(place: number): number;
  passedAt(place: number): number;
  hopsAt(place: number): number;
};

/** @param slots by entity, one array for one search */
export function createStates(slots: Wide, sets: number, maxHops: number): States {
  const entities: number[] = [];
  const weights: number[] = [];
  const stride = sets * maxHops;
  slots.fill(0);

  return {
    least: (entity, passed, hops) => {
      const slot = slots[entity] ?? 0;
      return slot === 0 ? UNREACHED : (weights[(slot - 1) * stride + passed * maxHops + hops] ?? UNREACHED);
    },
    has: (entity) => slots[entity] !== 0,
    lower: (entity, passed, hops, weight) => {
      let slot = slots[entity] ?? 0;
      if (slot === 0) {
        slot = entities.push(entity);
        slots[entity] = slot;
        for (let at = 0; at < stride; at++) weights.push(UNREACHED);
      }
      const first = (slot - 1) * stride + passed * maxHops;
      if ((weights[first + hops] ?? 0) <= weight) return -1;
      for (let more = hops; more < maxHops && (weights[first + more] ?? 0) > weight; more++) {
        weights[first + more] = weight;
      }
      return first + hops;
    },
    stands: (place, weight) =>
      weights[place] === weight && (place % maxHops === 0 || (weights[place - 1] ?? 0) > weight),
    entityAt: (place) => entities[Math.floor(place / stride)] ?? 0,
    passedAt: (place) => Math.floor((place % stride) / maxHops),
    hopsAt: (place) => place % maxHops,
  };
}

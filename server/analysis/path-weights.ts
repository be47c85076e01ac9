import { HOP_COST, knownPassingCost, relationCost } from './path-cost.ts';
import type { PathWeight } from './path-question.ts';
import type { Terrain } from './path-terrain.ts';

/** A weight is its cost, then its hops: more than any path has. */
const HOPS_BASE = 256;

/** Heavier than any path; a whole number, so that lists of weights stay lists of whole numbers. */
export const UNREACHED = 2 ** 30;

/** What a walk weighs: the sum of its hops and of what it passes, in whole numbers that order as the question asks. */
export type Weights = {
  /** Of a hop along one relationship; never less than `leastHop`. */
  readonly hop: (row: number) => number;
  /** Of passing an entity. In a part: of as many neighbours as are known, so never more than it is once it is read. */
  readonly passing: (entity: number) => number;
  readonly leastHop: number;
  /** No path of so many hops weighs more. */
  readonly heaviest: (hops: number) => number;
};

export function weightsOf({ projection }: Terrain, weight: PathWeight): Weights {
  if (weight === 'HOPS') return { hop: () => 1, passing: () => 0, leastHop: 1, heaviest: (hops) => hops };
  return {
    hop: (row) => relationCost(projection, row) * HOPS_BASE + 1,
    passing: (entity) => knownPassingCost(projection, entity) * HOPS_BASE,
    leastHop: HOP_COST * HOPS_BASE + 1,
    heaviest: () => UNREACHED - 1,
  };
}

/** Calls for each entity next to one, in order of index, with the weight of the lightest hop that `open` lets through. */
export function eachNext(
  { projection }: Terrain,
  open: (half: number) => boolean,
  { hop }: Weights,
  entity: number,
  visit: (next: number, weight: number) => void,
): void {
  const { offsets, neighbours, rows } = projection;
  const stop = offsets[entity + 1] ?? 0;
  for (let half = offsets[entity] ?? 0; half < stop;) {
    const next = neighbours[half] ?? 0;
    let weight = UNREACHED;
    for (; half < stop && neighbours[half] === next; half++) {
      if (open(half)) weight = Math.min(weight, hop(rows[half] ?? 0));
    }
    if (weight < UNREACHED && next !== entity) visit(next, weight);
  }
}

export function halvesOf({ projection: { offsets } }: Terrain, entity: number): number {
  return (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
}

import { createQueue, type Queue } from './path-queue.ts';
import type { Rests } from './path-rest.ts';
import type { End, Trail } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import { eachNext, halvesOf, type Weights } from './path-weights.ts';
import { spendUpTo, type Work } from './path-work.ts';

/** Beyond this many unfinished paths the search is cut: what they hold would not fit beside other questions. */
const MOST_OPEN = 400_000;

export type RankedTrail = Trail & { readonly hops: number; readonly weight: number };

export type Walked = {
  readonly terrain: Terrain;
  readonly weights: Weights;
  /** In order of asked entity, then entity. */
  readonly starts: readonly End[];
  readonly endsAt: ReadonlyMap<number, readonly End[]>;
  /** Of what must be passed; 0 for all others. */
  readonly bitOf: (entity: number) => number;
  /** All those bits. */
  readonly all: number;
};

/** A path so far, or (with `end`) a whole one; `ends` counts in its weight and in its list. */
type Open = {
  readonly entity: number;
  readonly before: Open | undefined;
  readonly start: End;
  readonly end: End | undefined;
  readonly hops: number;
  /** Bits of what must be passed that it has passed. */
  readonly passed: number;
  readonly weight: number;
  /** Least weight of a whole path that begins like this. */
  readonly bound: number;
};

/** The first ones there are, in order. */
export type Walks = {
  readonly trails: readonly RankedTrail[];
  /** All that were wanted, or all there are of what was looked for. */
  readonly whole: boolean;
};

type Step = { readonly next: number; readonly hop: number };

/**
 * The first `wanted` simple paths by (weight, id list): best first, a path so far ranked by what it weighs and the least
 * that its rest can.
 * @param limit half-edges that `work` may have looked at by then
 */
export function rankedWalks(
  { terrain, weights, starts, endsAt, bitOf, all }: Walked,
  rests: Rests,
  wanted: number,
  work: Work,
  limit: number,
): Walks {
  const { maxHops, most } = rests;
  const steps = new Map<number, readonly Step[]>();
  const queue: Queue<Open> = createQueue(compareOpen);
  const trails: RankedTrail[] = [];
  for (const start of starts) {
    const { entity } = start;
    const passed = bitOf(entity);
    queue.push({ entity, before: undefined, start, end: undefined, hops: 0, passed, weight: 0, bound: 0 });
  }
  while (trails.length < wanted) {
    const open = queue.pop();
    if (open === undefined) break;
    if (open.end !== undefined) trails.push(trailOf(open));
    else if (!expand(open) || queue.size() > MOST_OPEN) return { trails, whole: false };
  }
  return { trails, whole: true };

  function expand(open: Open): boolean {
    const onward = stepsFrom(open.entity, open.hops);
    if (onward === undefined) return false;
    const { start } = open;
    const hops = open.hops + 1;
    for (const { next, hop } of onward) {
      if (isOn(open, next)) continue;
      const weight = open.weight + hop;
      const passed = open.passed | bitOf(next);
      const so = { entity: next, before: open, start, hops, passed };
      if (passed === all && weight <= most) {
        for (const end of endsAt.get(next) ?? []) queue.push({ ...so, end, weight, bound: weight });
      }
      if (hops >= maxHops || !terrain.passable(next)) continue;
      const on = weight + weights.passing(next);
      const bound = on + rests.least(next, passed, maxHops - hops);
      if (bound <= most) queue.push({ ...so, end: undefined, weight: on, bound });
    }
    return true;
  }

  /** Where a walk that is looked for may go from an entity; undefined when the budget does not reach. */
  function stepsFrom(entity: number, hops: number): readonly Step[] | undefined {
    const known = steps.get(entity);
    if (known !== undefined) return spendUpTo(work, known.length, limit) ? known : undefined;
    const onward: Step[] = [];
    const note = (next: number, hop: number) => {
      if (endsAt.has(next) || (terrain.passable(next) && rests.has(next))) onward.push({ next, hop });
    };
    // A start is looked at for what it leads to itself.
    const beside = hops === 0 ? undefined : rests.onward(entity);
    if (beside === undefined) terrain.projection.need?.([entity]);
    if (!spendUpTo(work, beside === undefined ? halvesOf(terrain, entity) : beside.length / 2, limit)) return undefined;
    if (beside === undefined) {
      eachNext(terrain, terrain.forward, weights, entity, note);
    } else for (let at = 0; at < beside.length; at += 2) note(beside[at] ?? 0, beside[at + 1] ?? 0);
    steps.set(entity, onward);
    return onward;
  }
}

/** The entities at which walks start, each once. */
export function startsOf({ starts }: Walked): number[] {
  return [...new Set(starts.map(({ entity }) => entity))];
}

/** By weight, then by list. Of equal lists the one with its doubt at the start. */
export function compareRanked(a: RankedTrail, b: RankedTrail): number {
  return a.weight - b.weight || compareLists(a.entities, b.entities);
}

function isOn(open: Open, entity: number): boolean {
  for (let one: Open | undefined = open; one !== undefined; one = one.before) if (one.entity === entity) return true;
  return false;
}

/** What may lead to the better path first; where two begin alike, the shorter list. */
function compareOpen(a: Open, b: Open): number {
  return a.bound - b.bound || compareLists(listOf(a), listOf(b));
}

export function compareLists(left: readonly number[], right: readonly number[]): number {
  for (const [i, entity] of left.entries()) {
    if (i >= right.length) return 1;
    if (entity !== right[i]) return entity - (right[i] ?? 0);
  }
  return left.length - right.length;
}

/** From asked entity to the last one so far; a doubtful end stands beside the one it may be. */
function listOf({ start, end, ...last }: Open): number[] {
  const list: number[] = end !== undefined && end.asked !== end.entity ? [end.asked] : [];
  list.push(last.entity);
  for (let one = last.before; one !== undefined; one = one.before) list.push(one.entity);
  if (start.asked !== start.entity) list.push(start.asked);
  return list.reverse();
}

function trailOf(open: Open): RankedTrail {
  const { start, end, hops, weight } = open;
  return {
    entities: listOf(open),
    doubtfulStart: start.asked !== start.entity,
    doubtfulEnd: end !== undefined && end.asked !== end.entity,
    hops,
    weight,
  };
}

import { passingCost, relationCost } from './path-cost.ts';
import { createQueue } from './path-queue.ts';
import type { PathWeight } from './path-question.ts';
import { reachBetween } from './path-reach.ts';
import type { End, Trail } from './path-search.ts';
import type { Terrain } from './path-terrain.ts';
import { spend, type Work } from './path-work.ts';

/** Beyond this many unfinished paths the search is cut: what they hold would not fit beside other questions. */
const MOST_OPEN = 400_000;

/** A weight is its cost, then its hops: more than any path has. */
const HOPS_BASE = 256;

export type RankedTrail = Trail & { readonly hops: number; readonly weight: number };

/** A path so far, or (with `end`) a whole one; `ends` counts in its weight and in its list. */
type Open = {
  readonly entity: number;
  readonly before: Open | undefined;
  readonly start: End;
  readonly end: End | undefined;
  readonly hops: number;
  /** Bits of `mustPass` that it has passed. */
  readonly passed: number;
  readonly weight: number;
  /** Least weight of a whole path that begins like this. */
  readonly bound: number;
};

/**
 * The first `most` simple paths by (weight, id list): best first, a path so far ranked by what it costs and the least
 * that the rest can cost. That least is known exactly but for simplicity: for each number of hops gone and each set of
 * entities still to pass it is worked out from the ends backwards, over the entities that stand on any walk between the
 * ends that is short enough. Where even those are too many, shorter paths only are looked for, and the search is cut.
 * @param question what must be passed may also stand beside an end that it may be; at most 3
 */
export function rankedTrails(
  terrain: Terrain,
  starts: readonly End[],
  ends: readonly End[],
  question: { readonly maxHops: number; readonly mustPass: readonly number[]; readonly weight: PathWeight },
  most: number,
  work: Work,
): RankedTrail[] {
  const { offsets, neighbours, rows } = terrain.projection;
  const { mustPass } = question;
  const endsAt = new Map<number, End[]>();
  for (const end of [...ends].sort(byList)) endsAt.set(end.entity, [...(endsAt.get(end.entity) ?? []), end]);
  const all = (1 << mustPass.length) - 1;
  const levels = reachBetween(
    terrain,
    starts.map(({ entity }) => entity),
    endsAt,
    question.maxHops,
    work,
  );
  const [hopWeight, passingWeight] = weightsOf(terrain, question.weight);
  const least = leastWeights();
  return best();

  function halvesOf(entity: number): number {
    return (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
  }

  function bitOf(entity: number): number {
    const at = mustPass.indexOf(entity);
    return at < 0 ? 0 : 1 << at;
  }

  /** Calls for each entity that a path can go to from here, with the weight of the hop itself. */
  function eachNext(entity: number, visit: (next: number, weight: number) => void): void {
    const stop = offsets[entity + 1] ?? 0;
    for (let half = offsets[entity] ?? 0; half < stop;) {
      const next = neighbours[half] ?? 0;
      let weight = Infinity;
      for (; half < stop && neighbours[half] === next; half++) {
        if (terrain.forward(half)) weight = Math.min(weight, hopWeight(rows[half] ?? 0));
      }
      if (weight < Infinity && next !== entity) visit(next, weight);
    }
  }

  /** By hops gone, entity and what has been passed: the least that the rest of a walk to an end weighs. */
  function leastWeights(): readonly ReadonlyMap<number, Float64Array>[] {
    const weights = levels.map(() => new Map<number, Float64Array>());
    for (let gone = levels.length - 1; gone >= 0; gone--) {
      for (const entity of levels[gone] ?? []) {
        if (!spend(work, halvesOf(entity))) return weights;
        const rest = new Float64Array(all + 1).fill(Infinity);
        eachNext(entity, (next, weight) => {
          const bit = bitOf(next);
          const isEnd = endsAt.has(next);
          const after = terrain.passable(next) ? weights[gone + 1]?.get(next) : undefined;
          const on = after === undefined ? Infinity : weight + passingWeight(next);
          for (let passed = 0; passed <= all; passed++) {
            const ended = isEnd && (passed | bit) === all ? weight : Infinity;
            const further = on + (after?.[passed | bit] ?? Infinity);
            rest[passed] = Math.min(rest[passed] ?? Infinity, ended, further);
          }
        });
        weights[gone]?.set(entity, rest);
      }
    }
    return weights;
  }

  function best(): RankedTrail[] {
    const queue = createQueue<Open>(compareOpen);
    for (const start of [...starts].sort(byList)) {
      const { entity } = start;
      const passed = bitOf(entity);
      const bound = least[0]?.get(entity)?.[passed] ?? Infinity;
      if (bound === Infinity) continue;
      queue.push({ entity, before: undefined, start, end: undefined, hops: 0, passed, weight: 0, bound });
    }
    const trails: RankedTrail[] = [];
    while (trails.length < most && !work.cut) {
      const open = queue.pop();
      if (open === undefined) break;
      if (open.end !== undefined) trails.push(trailOf(open));
      else if (spend(work, halvesOf(open.entity))) expand(open, queue);
      if (queue.size() > MOST_OPEN) work.cut = true;
    }
    return trails;
  }

  function expand(open: Open, queue: { push(open: Open): void }): void {
    const { entity, start, passed } = open;
    const hops = open.hops + 1;
    eachNext(entity, (next, hop) => {
      if (isOn(open, next)) return;
      const weight = open.weight + hop;
      const now = passed | bitOf(next);
      if (now === all) {
        for (const end of endsAt.get(next) ?? []) {
          queue.push({ entity: next, before: open, start, end, hops, passed: now, weight, bound: weight });
        }
      }
      const rest = terrain.passable(next) ? least[hops]?.get(next) : undefined;
      if (rest === undefined) return;
      const on = weight + passingWeight(next);
      const bound = on + (rest[now] ?? Infinity);
      if (bound === Infinity) return;
      queue.push({ entity: next, before: open, start, end: undefined, hops, passed: now, weight: on, bound });
    });
  }
}

/** Of a hop by one relationship, of passing an entity. */
function weightsOf({ projection }: Terrain, weight: PathWeight) {
  if (weight === 'HOPS') return [() => 1, () => 0] as const;
  const passing = new Map<number, number>();
  const ofEntity = (entity: number) => {
    const known = passing.get(entity) ?? passingCost(projection, entity) * HOPS_BASE;
    passing.set(entity, known);
    return known;
  };
  return [(row: number) => relationCost(projection, row) * HOPS_BASE + 1, ofEntity] as const;
}

function isOn(open: Open, entity: number): boolean {
  for (let one: Open | undefined = open; one !== undefined; one = one.before) if (one.entity === entity) return true;
  return false;
}

function byList(a: End, b: End): number {
  return a.asked - b.asked || a.entity - b.entity;
}

/** What may lead to the better path first; where two begin alike, the shorter list. */
function compareOpen(a: Open, b: Open): number {
  if (a.bound !== b.bound) return a.bound - b.bound;
  const [left, right] = [listOf(a), listOf(b)];
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

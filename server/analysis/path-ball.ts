import type { HalfTest } from './relation-filter.ts';
import { createStates, type State, type States } from './path-states.ts';
import type { Terrain } from './path-terrain.ts';
import { eachNext, halvesOf, type Weights } from './path-weights.ts';
import { spendUpTo, type Work } from './path-work.ts';

/** So many bands of weight in the least hop: the narrower, the nearer a ball ends to what is wanted. */
const BANDS = 4;

/** A state that was reached and has not been gone on from. */
export type Waiting = { readonly place: number; readonly weight: number };

/** What can be reached from one end of a path question, by weight; what it is to pass the entity itself not counted. */
export type Ball = {
  readonly states: States;
  /** All that is left, itself passed, for less than this was gone on from. Infinity: there is no more. */
  radius(): number;
  /** Half-edges that it has looked at. */
  looked(): number;
  /**
   * One band of weight further.
   * @param most half-edges that `work` may have looked at by then
   * @returns the entities reached on the way; undefined, and nothing is done, when there would be more
   */
  grow(most: number): readonly number[] | undefined;
  waiting(): readonly Waiting[];
  /** Was it gone on from, so that it is among the `beside` of all that is next to it? */
  isGone(entity: number): boolean;
  /** Entities gone on from that lead to this one, each followed by the weight of the hop. */
  beside(entity: number): readonly number[];
};

/** How one question is walked in one direction. */
export type Way = {
  readonly terrain: Terrain;
  readonly weights: Weights;
  /** Sets of what must be passed. */
  readonly sets: number;
  readonly maxHops: number;
  /** Leads out of an entity. */
  readonly away: HalfTest;
  /** What has been passed at the entity next to a state; -1 where no simple path does that. */
  readonly onward: (passed: number, entity: number, next: number) => number;
  /** Hops that a walk has at least still to go from an entity, as far as is known. */
  readonly hopsLeft: (entity: number) => number;
};

/** @param sources are gone on from for nothing, and not reached themselves */
export function createBall(way: Way, sources: readonly State[], work: Work): Ball {
  const { terrain, weights, sets, maxHops, away, onward, hopsLeft } = way;
  const { entities, need } = terrain.projection;
  const states = createStates(work.scratch.takeWide(entities.length), sets, maxHops);
  const width = bandWidth(weights);
  const bands: Waiting[][] = [];
  const gone = new Set<number>();
  const ways = new Map<number, number[]>();
  let next = -1;
  let looked = 0;

  function grow(most: number): readonly number[] | undefined {
    const open = next < 0 ? atSources() : standing(bands[next] ?? []);
    need?.(open.map(({ entity }) => entity));
    const halves = open.reduce((sum, { entity }) => sum + halvesOf(terrain, entity), 0);
    if (!spendUpTo(work, halves, most)) return undefined;
    looked += halves;
    const reached: number[] = [];
    for (const { entity, passed, hops, weight } of open) {
      const isNew = !gone.has(entity);
      gone.add(entity);
      eachNext(terrain, away, weights, entity, (to, hop) => {
        if (!terrain.passable(to)) return;
        if (isNew) noteBeside(to, entity, hop);
        if (hops + 1 + hopsLeft(to) > maxHops) return;
        const now = onward(passed, entity, to);
        const place = now < 0 ? -1 : states.lower(to, now, hops + 1, weight + hop);
        if (place < 0) return;
        reached.push(to);
        (bands[Math.floor((weight + hop + weights.passing(to)) / width)] ??= []).push({ place, weight: weight + hop });
      });
    }
    if (next >= 0) bands[next] = [];
    next++;
    return reached;
  }

  function atSources() {
    return maxHops > 1 ? sources.map((source) => ({ ...source, hops: 0, weight: 0 })) : [];
  }

  function noteBeside(to: number, entity: number, hop: number): void {
    const known = ways.get(to);
    if (known === undefined) ways.set(to, [entity, hop]);
    else known.push(entity, hop);
  }

  /** Is to be gone on from: the last hop of a walk is seen from its end. */
  function isOpen({ place, weight }: Waiting): boolean {
    return states.hopsAt(place) + 1 < maxHops && states.stands(place, weight);
  }

  function standing(waiting: readonly Waiting[]) {
    return waiting.filter(isOpen).map(({ place, weight }) => {
      const entity = states.entityAt(place);
      const [passed, hops] = [states.passedAt(place), states.hopsAt(place)];
      return { entity, passed, hops, weight: weight + weights.passing(entity) };
    });
  }

  /** Bands that hold nothing to be gone on from do not count: in a part, what is not read may wait in a nearer one. */
  function radius(): number {
    if (next < 0) return 0;
    return bands.some((band, at) => at >= next && band.some(isOpen)) ? next * width : Infinity;
  }

  return {
    states,
    radius,
    looked: () => looked,
    grow,
    waiting: () => bands.flat().filter(({ place, weight }) => states.stands(place, weight)),
    isGone: (entity) => gone.has(entity),
    beside: (entity) => ways.get(entity) ?? [],
  };
}

/** Nothing that is gone on from leads into its own band. */
export function bandWidth({ leastHop }: Weights): number {
  return Math.max(1, Math.floor(leastHop / BANDS));
}

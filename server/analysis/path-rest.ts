import { bandWidth, type Ball, type Waiting, type Way } from './path-ball.ts';
import type { Wide } from './path-scratch.ts';
import { createStates } from './path-states.ts';
import { UNREACHED } from './path-weights.ts';
import { spendUpTo, type Work } from './path-work.ts';

/** What is known of the rests of walks: of no walk that is looked for does the rest weigh less. */
export type Rests = {
  /** From an entity, in at most so many hops, what has been passed there given; UNREACHED where none is looked for. */
  least(entity: number, passed: number, hops: number): number;
  /** false: from there none is. */
  has(entity: number): boolean;
  /** Where else they may go on from there, each followed by the weight of the hop; undefined: to whatever is next to it. */
  onward(entity: number): readonly number[] | undefined;
  readonly maxHops: number;
  /** Of whole walks; heavier ones are not looked for. */
  readonly most: number;
};

/**
 * The rests of all walks between two ends that weigh at most `most`. The ball around the goals gives those that are
 * light; from its edge on only that is gone back along which the other ball has reached as well, and not too late: a walk
 * leaves the one where the other takes over, if `most` is less than their radii and a hop together.
 * @param slots by entity, for as long as the rests are asked for
 * @param limit half-edges that `work` may have looked at by then
 * @returns undefined when that is too few
 */
export function restsUpTo(
  most: number,
  ahead: Ball,
  behind: Ball,
  back: Way,
  slots: Wide,
  work: Work,
  limit: number,
): Rests | undefined {
  const { terrain, weights, sets, maxHops, onward } = back;
  const { need } = terrain.projection;
  const states = createStates(slots, sets, maxHops);
  const width = bandWidth(weights);
  const bands: Waiting[][] = [];

  function wait(entity: number, passed: number, hops: number, weight: number): void {
    const left = weight + weights.passing(entity);
    if (ahead.states.least(entity, passed, maxHops - hops) + left > most) return;
    const place = states.lower(entity, passed, hops, weight);
    if (place >= 0) (bands[Math.floor(left / width)] ??= []).push({ place, weight });
  }

  for (const { place, weight } of behind.waiting()) {
    const of = behind.states;
    wait(of.entityAt(place), of.passedAt(place), of.hopsAt(place), weight);
  }
  for (let band = 0; band < bands.length; band++) {
    const open = (bands[band] ?? []).filter(({ place, weight }) => states.stands(place, weight));
    need?.(open.map(({ place }) => states.entityAt(place)));
    for (const { place, weight } of open) {
      const entity = states.entityAt(place);
      const hops = states.hopsAt(place) + 1;
      const before = ahead.beside(entity);
      if (!spendUpTo(work, before.length / 2, limit)) return undefined;
      for (let at = 0; hops < maxHops && at < before.length; at += 2) {
        const next = before[at] ?? 0;
        const passed = onward(states.passedAt(place), entity, next);
        const reached = weight + weights.passing(entity) + (before[at + 1] ?? 0);
        if (passed >= 0 && reached < behind.states.least(next, passed, hops)) wait(next, passed, hops, reached);
      }
    }
  }
  return {
    least: (entity, passed, hops) =>
      Math.min(behind.states.least(entity, passed, hops), states.least(entity, passed, hops)),
    has: (entity) => behind.states.has(entity) || states.has(entity),
    onward: (entity) => (ahead.isGone(entity) ? undefined : behind.beside(entity)),
    maxHops,
    most,
  };
}

/** Least weight of a walk that the two balls have found by now, of those through these entities. */
export function leastThrough(
  met: readonly number[],
  ahead: Ball,
  behind: Ball,
  { terrain, weights, sets, maxHops }: Way,
  known: number,
): number {
  const lightest = (entity: number, bound: number) => {
    let found = bound;
    for (let passed = 0; passed < sets; passed++) {
      for (let hops = 1; hops < maxHops; hops++) {
        const [before, rest] = [
          ahead.states.least(entity, passed, hops),
          behind.states.least(entity, passed, maxHops - hops),
        ];
        if (before < UNREACHED && rest < UNREACHED) found = Math.min(found, before + weights.passing(entity) + rest);
      }
    }
    return found;
  };
  // In a part what is passed may turn out to weigh more, never less: whatever could be lighter is read.
  terrain.projection.need?.(met.filter((entity) => lightest(entity, known) < known));
  return met.reduce((bound, entity) => lightest(entity, bound), known);
}

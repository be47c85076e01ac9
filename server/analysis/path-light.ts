import { createBall, type Ball, type Way } from './path-ball.ts';
import { hopSpan, type HopSpan } from './path-hop-span.ts';
import { leastThrough, restsUpTo } from './path-rest.ts';
import { rankedWalks, startsOf, type Walked, type Walks } from './path-walks.ts';
import { eachNext, UNREACHED } from './path-weights.ts';
import type { Work } from './path-work.ts';

/** How far above the lightest path the others are looked for at first, in the least hop. */
const FIRST_REACH = 0.75;

/** So many times as far when they are too few. */
const FURTHER = 1.4;

/** Where all is known, it is looked through at last without a bound. */
const MOST_TRIES = 6;

/** From so many times the least that `maxHops` weigh on, it pays to leave out walks that have too many hops. */
const HOPS_MATTER = 2;

/**
 * The first simple paths by (weight, id list). Two balls grow by weight, of the two the one that has looked at less, until
 * together they hold all paths up to some weight above that of the lightest walk; those are walked best first, and when
 * they are too few, the balls grow on.
 * @param limit half-edges that `work` may have looked at by then; `whole` is false when that was too few, and the trails
 *   are the first ones nevertheless
 */
export function lightTrails(walked: Walked, maxHops: number, wanted: number, work: Work, limit: number): Walks {
  const { terrain, weights, endsAt, bitOf, all } = walked;
  const [starts, ends] = [startsOf(walked), [...endsAt.keys()]];
  const span = hopSpan(terrain, starts, ends, maxHops, work);
  const [forth, back] = waysOf(walked, maxHops, span);
  const atStarts = starts.map((entity) => ({ entity, passed: bitOf(entity) }));
  const ahead = createBall(forth, atStarts, work);
  const behind = createBall(
    back,
    ends.map((entity) => ({ entity, passed: all })),
    work,
  );
  const slots = work.scratch.takeWide(terrain.projection.entities.length);
  const heaviest = weights.heaviest(maxHops);
  let trails: Walks['trails'] = [];
  let lightest = UNREACHED;
  let reach = FIRST_REACH * weights.leastHop;
  if (!grown(ahead, behind) || !grown(behind, ahead)) return { trails, whole: false };
  lightest = Math.min(lightest, lightestHop());
  for (let tries = 0; ;) {
    const held = Math.min(heaviest, heldBy(ahead, behind, weights.leastHop));
    if (held === heaviest && lightest === UNREACHED) return { trails, whole: true };
    const isLast = held === heaviest && tries === MOST_TRIES;
    const bound = isLast ? heaviest : Math.min(heaviest, Math.floor(lightest + reach));
    if (held >= bound) {
      const found = walkedUpTo(bound);
      trails = found?.trails ?? trails;
      if (found?.whole !== true) return { trails, whole: false };
      if (trails.length === wanted || bound === heaviest) return found;
      reach *= FURTHER;
      tries++;
      continue;
    }
    const looked = ahead.looked() + behind.looked();
    if (held >= HOPS_MATTER * (maxHops + 1) * weights.leastHop) span.measure(looked, limit);
    if (ahead.looked() <= behind.looked() ? grown(ahead, behind) : grown(behind, ahead)) continue;
    trails = (held >= lightest ? walkedUpTo(held)?.trails : undefined) ?? trails;
    return { trails, whole: trails.length === wanted };
  }

  function grown(ball: Ball, other: Ball): boolean {
    const reached = ball.grow(limit);
    const met = new Set(reached?.filter((entity) => other.states.has(entity)));
    lightest = leastThrough([...met], ahead, behind, forth, lightest);
    return reached !== undefined;
  }

  function walkedUpTo(most: number): Walks | undefined {
    const rests = restsUpTo(most, ahead, behind, back, slots, work, limit);
    return rests === undefined ? undefined : rankedWalks(walked, rests, wanted, work, limit);
  }

  /** From a start to an end, with nothing between at which the balls could meet. */
  function lightestHop(): number {
    let least = UNREACHED;
    terrain.projection.need?.(starts);
    for (const { entity, passed } of atStarts) {
      eachNext(terrain, terrain.forward, weights, entity, (next, hop) => {
        if (endsAt.has(next) && (passed | bitOf(next)) === all) least = Math.min(least, hop);
      });
    }
    return least;
  }
}

function waysOf(
  { terrain, weights, bitOf, all }: Walked,
  maxHops: number,
  { toStart, toEnd }: HopSpan,
): readonly [forth: Way, back: Way] {
  const way = { terrain, weights, sets: all + 1, maxHops };
  return [
    {
      ...way,
      away: terrain.forward,
      onward: (passed, _, next) => ((passed & bitOf(next)) === 0 ? passed | bitOf(next) : -1),
      hopsLeft: toEnd,
    },
    {
      ...way,
      away: terrain.backward,
      onward: (passed, entity, next) => {
        const before = passed & ~bitOf(entity);
        return (before & bitOf(next)) === bitOf(next) ? before : -1;
      },
      hopsLeft: toStart,
    },
  ];
}

/**
 * All paths up to this weight are held by the two: from the first entity on that a path leaves, itself passed, for as
 * much as the one radius or more, what is left of it and the hop after it are less than the other radius and a hop.
 */
function heldBy(ahead: Ball, behind: Ball, leastHop: number): number {
  return ahead.radius() + behind.radius() + leastHop - 1;
}

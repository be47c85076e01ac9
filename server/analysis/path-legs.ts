import { createLegFinder, type Leg, type LegFinder } from './path-leg.ts';
import { createQueue } from './path-queue.ts';
import type { End } from './path-search.ts';
import { compareLists, type RankedTrail, type Walked, type Walks } from './path-walks.ts';
import type { PathWeight } from './path-question.ts';
import { spendUpTo, type Work } from './path-work.ts';

/** After so many trails of a leg that do not go with the ones before it, only those that do are looked for. */
const MOST_MISSES = 20;

/** Legs looked for anew because of what stands before them; beyond, the search is cut. */
const MOST_APART = 500;

type Point = readonly End[];

/** One order in which everything is passed: its legs, each with the fewest hops it has. */
type Order = { readonly points: readonly Point[]; readonly legs: readonly Leg[]; readonly hops: readonly number[] };

/** The legs up to one, the last of which goes on to the next in its list; the legs behind it are the lightest there are. */
type Chosen = {
  readonly order: Order;
  readonly at: number;
  readonly before: Chosen | undefined;
  readonly leg: Leg;
  readonly index: number;
  /** undefined as long as it is not looked for: it weighs as much as `bound` allows, or more. */
  readonly trail: RankedTrail | undefined;
  /** Trails of this leg that went with the ones before it, and those since that did not. */
  readonly fitted: number;
  readonly misses: number;
  readonly isApart: boolean;
  /** Up to the end of this leg. */
  readonly hops: number;
  readonly weight: number;
  /** Least weight of what begins like this. */
  readonly bound: number;
};

type Next = Pick<Chosen, 'leg' | 'index' | 'fitted' | 'misses' | 'isApart'>;

/**
 * The first `wanted` simple paths by (weight, id list) through what must be passed, leg by leg: for each order in which
 * it can be passed the legs are listed best first, and put together best first. No list of a leg is the beginning of
 * another of the same leg, so that the order of whole lists is that of their legs.
 * @param mustPass none of them at an end
 * @param limit half-edges that `work` may have looked at by then
 */
export function trailsByLegs(
  walked: Walked,
  question: { readonly maxHops: number; readonly mustPass: readonly number[]; readonly weight: PathWeight },
  wanted: number,
  work: Work,
  limit: number,
): Walks {
  const { terrain, weights, starts } = walked;
  const { maxHops, mustPass } = question;
  // As where paths are to be apart and one has passed it.
  if (!mustPass.every((entity) => terrain.passable(entity))) return { trails: [], whole: true };
  const ends = [...walked.endsAt.values()].flat();
  const finder = createLegFinder(walked, question, work, limit);
  terrain.projection.need?.(mustPass);
  const others = (entity: number) => [...starts, ...ends, ...mustPass.filter((one) => one !== entity).map(certain)];
  if (mustPass.some((entity) => finder.isSeparated(entity, others(entity)))) {
    return { trails: [], whole: !finder.isCut() };
  }
  const trails: RankedTrail[] = [];
  const queue = createQueue<Chosen>((a, b) => a.bound - b.bound || compareLists(listOf(a), listOf(b)) || a.at - b.at);
  for (const order of ordersOf(finder, starts, mustPass, ends, maxHops)) push(order, 0, undefined, firstOf(order, 0));
  let apart = 0;
  while (trails.length < wanted && !finder.isCut()) {
    const chosen = queue.pop();
    if (chosen === undefined) break;
    if (apart > MOST_APART || !spendUpTo(work, chosen.hops, limit)) return { trails, whole: false };
    const { order, at } = chosen;
    if (chosen.trail === undefined) {
      if (chosen.leg.trail(chosen.index) !== undefined) push(order, at, chosen.before, chosen);
      continue;
    }
    const fits = isSimple(chosen) && canGoOn(chosen);
    pushNext(chosen, fits);
    if (!fits) continue;
    if (at < order.legs.length - 1) push(order, at + 1, chosen, firstOf(order, at + 1));
    else trails.push(wholeOf(chosen));
  }
  return { trails, whole: !finder.isCut() };

  /** Can each leg behind still be gone, on its own, without what stands before it, and all in few enough hops? */
  function canGoOn(chosen: Chosen): boolean {
    const { order, at } = chosen;
    let left = maxHops - chosen.hops - hopsBehind(order, at);
    if (left < 0) return false;
    const gone = new Set(entitiesOf(chosen));
    return order.legs.every((_, i) => {
      if (i <= at) return true;
      const fewest = order.hops[i] ?? 0;
      left -= finder.hops(order.points[i] ?? [], order.points[i + 1] ?? [], fewest + left, gone) - fewest;
      return left >= 0;
    });
  }

  function pushNext(chosen: Chosen, fits: boolean): void {
    const { order, at, before, leg, index } = chosen;
    const fitted = chosen.fitted + (fits ? 1 : 0);
    const misses = fits ? 0 : chosen.misses + 1;
    if (misses <= MOST_MISSES || chosen.isApart) {
      push(order, at, before, { leg, index: index + 1, fitted, misses, isApart: chosen.isApart });
      return;
    }
    apart++;
    const most = maxHops - (before?.hops ?? 0) - hopsBehind(order, at);
    const gone = new Set(before === undefined ? [] : entitiesOf(before));
    const only = finder.leg(order.points[at] ?? [], order.points[at + 1] ?? [], most, gone);
    push(order, at, before, { leg: only, index: fitted, fitted, misses: 0, isApart: true });
  }

  function push(order: Order, at: number, before: Chosen | undefined, next: Next): void {
    const { leg, index } = next;
    const trail = leg.isKnown(index) ? leg.trail(index) : undefined;
    if (trail === undefined && leg.isKnown(index)) return;
    const [turn] = at === 0 ? [] : (order.points[at] ?? []);
    const own = trail?.weight ?? Math.max(leg.floor(), order.legs[at]?.trail(0)?.weight ?? 0);
    const weight = (before?.weight ?? 0) + (turn === undefined ? 0 : weights.passing(turn.entity)) + own;
    const hops = (before?.hops ?? 0) + (trail?.hops ?? order.hops[at] ?? 0);
    queue.push({ ...next, order, at, before, trail, hops, weight, bound: weight + weightBehind(order, at) });
  }

  function weightBehind({ points, legs }: Order, at: number): number {
    return legs.reduce((sum, leg, i) => {
      const [turn] = points[i] ?? [];
      return i <= at || turn === undefined ? sum : sum + weights.passing(turn.entity) + (leg.trail(0)?.weight ?? 0);
    }, 0);
  }
}

/** The orders in which few enough hops pass everything, with their legs. */
function ordersOf(
  finder: LegFinder,
  starts: Point,
  mustPass: readonly number[],
  ends: Point,
  maxHops: number,
): readonly Order[] {
  const most = maxHops - mustPass.length;
  const tried = permutationsOf(mustPass).map((order) => {
    const points = [starts, ...order.map((entity) => [certain(entity)]), ends];
    return {
      points,
      hops: order
        .map((_, i) => i)
        .concat(order.length)
        .map((i) => finder.hops(points[i] ?? [], points[i + 1] ?? [], most, new Set())),
    };
  });
  return tried.flatMap(({ points, hops }) => {
    const all = sumOf(hops);
    if (all > maxHops) return [];
    const legs = hops.map((own, i) => finder.leg(points[i] ?? [], points[i + 1] ?? [], maxHops - all + own, new Set()));
    return [{ points, hops, legs }];
  });
}

function firstOf({ legs }: Order, at: number): Next {
  return { leg: legs[at] as Leg, index: 0, fitted: 0, misses: 0, isApart: false };
}

function hopsBehind({ hops }: Order, at: number): number {
  return sumOf(hops.slice(at + 1));
}

function isSimple(chosen: Chosen): boolean {
  const entities = entitiesOf(chosen);
  return new Set(entities).size === entities.length;
}

/** From the first asked entity on; a turn from leg to leg once. */
function entitiesOf({ before, trail }: Chosen): number[] {
  if (before === undefined) return [...(trail?.entities ?? [])];
  return [...entitiesOf(before), ...(trail?.entities.slice(1) ?? [])];
}

/** What is not looked for yet comes before all that it may turn out to be. */
function listOf(chosen: Chosen): readonly number[] {
  if (chosen.trail === undefined) return entitiesOf(chosen);
  const behind = chosen.order.legs.slice(chosen.at + 1);
  return [...entitiesOf(chosen), ...behind.flatMap((leg) => leg.trail(0)?.entities.slice(1) ?? [])];
}

function wholeOf(chosen: Chosen): RankedTrail {
  let first = chosen;
  while (first.before !== undefined) first = first.before;
  const doubtfulStart = first.trail?.doubtfulStart === true;
  const doubtfulEnd = chosen.trail?.doubtfulEnd === true;
  return { entities: entitiesOf(chosen), doubtfulStart, doubtfulEnd, hops: chosen.hops, weight: chosen.weight };
}

function certain(entity: number): End {
  return { entity, asked: entity };
}

function permutationsOf(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((one) => permutationsOf(list.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

import type { PathQuestion, PathRules } from '../path-question.ts';
import { createSide, type Side } from '../path-side.ts';
import { terrainOf, type Terrain } from '../path-terrain.ts';
import { workOf } from '../path-work.ts';
import { degreeOf, type AnyProjection } from '../projection.ts';
import { TIE_BUDGET } from './budget.ts';
import { intermediariesOf, type Intermediaries, type Sought } from './intermediaries.ts';

/** A question between all of `from` and all of `to`: dense indexes inside one run, ids outside. */
export type DistanceQuestion<Entity = number> = Omit<PathRules<Entity>, 'mustPass'> &
  Pick<PathQuestion<Entity>, 'from' | 'to' | 'maxHops'>;

/** Why a pair has no distance: an end without any relationship; none within the hops under the filters; not known. */
export type NoDistance = 'NO_RELATIONS' | 'NONE_WITHIN' | 'CUT';

/** Hops of the shortest path, 0 from an entity to itself. */
export type Distance<Entity = number> = { readonly from: Entity; readonly to: Entity } & (
  { readonly hops: number; readonly none: undefined } | { readonly hops: undefined; readonly none: NoDistance }
);

export type DistancesAnswer = Intermediaries & {
  /** All of `to` for the first of `from`, then for the second, … */
  readonly pairs: readonly Distance[];
  /** The budget ended the search: what is given holds, pairs may be CUT and intermediaries may serve more. */
  readonly truncated: boolean;
};

/**
 * How far every one of `from` is from every one of `to`, and what lies between them. Each of both sides once; one may
 * stand on both. Facts only: no may-be readings. Other than in a path question, what is an end of one pair may stand
 * between another. Every end is a search of its own, which grows until it meets those from the other side: of two that
 * have not met the one with fewer entities at its edge, so that nobody looks at what surrounds a hub without need.
 * @param budget half-edges: for the search, and as many again for what lies between
 */
export function distances(projection: AnyProjection, question: DistanceQuestion, budget = TIE_BUDGET): DistancesAnswer {
  const { from, to, maxHops } = question;
  const terrain = terrainOf(projection, { ...question, from: [], to: [], mustPass: [] });
  projection.need?.([...from, ...to]);
  const work = workOf(budget);
  const [starts, ends] = [new Set(from), new Set(to)];
  const ahead = from.map((start) => createSide(terrain, 'ahead', [start], ends, work));
  const behind = to.map((end) => createSide(terrain, 'behind', [end], starts, work));
  const sought = from.flatMap((start, i) =>
    to.map((end, j): Sought => ({ start, end, ahead: sideAt(ahead, i), behind: sideAt(behind, j), met: undefined })),
  );
  for (const pair of sought) if (pair.start === pair.end) pair.met = { hops: 0, ahead: 0, entities: [] };
  for (let hops = 1; hops <= maxHops; hops++) {
    const open = sought.filter(({ met }) => met === undefined);
    growTo(hops, open);
    for (const pair of open) pair.met = metAt(terrain, pair, hops);
  }
  const lone = new Set([...starts, ...ends].filter((entity) => degreeOf(projection, entity) === 0));
  const pairs = sought.map((pair): Distance => {
    const { start, end, met } = pair;
    if (met !== undefined) return { from: start, to: end, hops: met.hops, none: undefined };
    const none = lone.has(start) || lone.has(end) ? 'NO_RELATIONS' : 'NONE_WITHIN';
    const isKnown = none === 'NO_RELATIONS' || isClosed(pair) || depthOf(pair) >= maxHops;
    return { from: start, to: end, hops: undefined, none: isKnown ? none : 'CUT' };
  });
  const { cut, ...between } = intermediariesOf(terrain, sought, question, budget);
  work.scratch.giveBack();
  return { pairs, ...between, truncated: work.cut || cut };

  /** Until any two that are so many hops apart have met. */
  function growTo(hops: number, open: readonly Sought[]): void {
    while (!work.cut) {
      const growing = new Set<Side>();
      for (const pair of open) {
        if (depthOf(pair) < hops && !isClosed(pair)) {
          growing.add(pair.ahead.breadth() <= pair.behind.breadth() ? pair.ahead : pair.behind);
        }
      }
      if (growing.size === 0) return;
      readAll(terrain, growing);
      for (const side of growing) side.grow();
    }
  }
}

function sideAt(sides: readonly Side[], at: number): Side {
  return sides[at] as Side;
}

function depthOf({ ahead, behind }: Sought): number {
  return ahead.depth() + behind.depth();
}

/** Nothing is left to reach from one of the two, and the other was not among it. */
function isClosed({ start, end, ahead, behind }: Sought): boolean {
  return ahead.closed([end]) || behind.closed([start]);
}

/** Where the two searches of a pair meet that is so many hops apart, and no fewer. */
function metAt({ passable }: Terrain, { start, end, ahead, behind }: Sought, hops: number): Sought['met'] {
  const [most, least] = [Math.min(ahead.depth(), hops), Math.max(0, hops - behind.depth())];
  if (most < least) return undefined;
  const [near, far] = [ahead.reachedAt(most), behind.reachedAt(hops - least)];
  const [entities, gone] = near.length <= far.length ? [near, most] : [far, least];
  const met = entities.filter(
    (entity) =>
      ahead.distances[entity] === gone &&
      behind.distances[entity] === hops - gone &&
      (entity === start || entity === end || passable(entity)),
  );
  return met.length === 0 ? undefined : { hops, ahead: gone, entities: met };
}

/** In a part: one read for the next step of all that grow. */
function readAll({ projection, passable }: Terrain, growing: Iterable<Side>): void {
  const { need } = projection;
  if (need === undefined) return;
  const isNext = (side: Side) => (entity: number) => side.depth() === 0 || passable(entity);
  need([...growing].flatMap((side) => side.reachedAt(side.depth()).filter(isNext(side))));
}

import type { PathQuestion, PathRules } from '../path-question.ts';
import { createSide, type Side } from '../path-side.ts';
import { terrainOf, type Terrain } from '../path-terrain.ts';
import { workOf } from '../path-work.ts';
import { degreeOf, type AnyProjection } from '../projection.ts';
import { TIE_BUDGET } from './budget.ts';
import { intermediariesOf, type Intermediaries } from './intermediaries.ts';

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
 * between another.
 * @param budget half-edges: for the search, and as many again for what lies between
 */
export function distances(projection: AnyProjection, question: DistanceQuestion, budget = TIE_BUDGET): DistancesAnswer {
  const { from, to, maxHops } = question;
  const terrain = terrainOf(projection, { ...question, from: [], to: [], mustPass: [] });
  projection.need?.([...from, ...to]);
  const work = workOf(budget);
  // One search for each of the shorter side, along or against the direction.
  const isAhead = from.length <= to.length;
  const [sources, targets] = isAhead ? [from, to] : [to, from];
  const goals = new Set(targets);
  const sides = sources.map((source) => createSide(terrain, isAhead ? 'ahead' : 'behind', [source], goals, work));
  for (let depth = 0; depth < maxHops && !work.cut; depth++) {
    const growing = sides.filter((side) => isGrowing(side, targets));
    if (growing.length === 0) break;
    readAll(terrain, growing);
    for (const side of growing) side.grow();
  }
  const lone = new Set([...from, ...to].filter((entity) => degreeOf(projection, entity) === 0));
  const searched = new Map(sources.map((source, i) => [source, sides[i]]));
  const pairs = from.flatMap((start) =>
    to.map((end): Distance => {
      const [source, target] = isAhead ? [start, end] : [end, start];
      const side = searched.get(source);
      const hops = side?.distances[target] ?? Infinity;
      if (hops <= maxHops) return { from: start, to: end, hops, none: undefined };
      const none = lone.has(start) || lone.has(end) ? 'NO_RELATIONS' : 'NONE_WITHIN';
      const isKnown = none === 'NO_RELATIONS' || side?.depth() === maxHops || side?.closed([target]) === true;
      return { from: start, to: end, hops: undefined, none: isKnown ? none : 'CUT' };
    }),
  );
  const { cut, ...between } = intermediariesOf(terrain, { sides, isAhead, targets }, question, budget);
  return { pairs, ...between, truncated: work.cut || cut };
}

/** Is there anything left to reach, and anything left to look at? */
function isGrowing(side: Side, targets: readonly number[]): boolean {
  const open = targets.filter((target) => (side.distances[target] ?? Infinity) > side.depth());
  return open.length > 0 && !side.closed(open);
}

/** In a part: one read for the next step of all sources. */
function readAll({ projection, passable }: Terrain, growing: readonly Side[]): void {
  const { need } = projection;
  if (need === undefined) return;
  const isNext = (side: Side, entity: number) =>
    side.distances[entity] === side.depth() && (side.depth() === 0 || passable(entity));
  need(growing.flatMap((side) => side.reached().filter((entity) => isNext(side, entity))));
}

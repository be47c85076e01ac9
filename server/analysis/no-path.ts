import type { PathQuestion } from './path-question.ts';
import { findPaths, PATH_BUDGET, type FoundPath } from './paths.ts';
import { degreeOf, type AnyProjection } from './projection.ts';

/** What of a question can stand in the way, in the order in which it is tried. */
export const PATH_FILTERS = [
  'modalities',
  'ended',
  'asOf',
  'places',
  'kinds',
  'types',
  'sourceClasses',
  'minConfidence',
  'direction',
  'exclude',
  'mustPass',
] as const;
export type PathFilter = (typeof PATH_FILTERS)[number];

export type NoPath = {
  readonly reason: 'NO_RELATIONS' | 'FILTERED' | 'TOO_FAR' | 'NOT_CONNECTED';
  /** NO_RELATIONS: the end that has none. */
  readonly end?: 'from' | 'to';
  /** FILTERED: what must be lifted, together. */
  readonly filters: readonly PathFilter[];
  /** FILTERED, TOO_FAR: the nearest miss. */
  readonly nearest?: FoundPath;
};

export type NoPathResult = {
  readonly none: NoPath | undefined;
  readonly truncated: boolean;
  readonly expanded: number;
};

/** Longer than any path in data worth the name; a path is looked for by its least length, never enumerated. */
const ANY_LENGTH = 200;

/** With something that it must pass a path has no least length to go by: walks of each length are looked through. */
const ANY_LENGTH_BY_WAY = 12;

/**
 * Why there is no path: an end without relationships; a filter (the one that lets the shortest path through, else all
 * together); too few hops; both; or no connection. Undefined, and `truncated`, when the budget, which is one for all
 * that is tried, ended the search first.
 */
export function whyNoPath(projection: AnyProjection, question: PathQuestion, budget = PATH_BUDGET): NoPathResult {
  let expanded = 0;
  let truncated = false;
  const end = endWithout(projection, question);
  if (end !== undefined) return { none: { reason: 'NO_RELATIONS', end, filters: [] }, truncated, expanded };

  const set = PATH_FILTERS.filter((filter) => isSet(question, filter));
  const { maxHops } = question;
  let best: NoPath | undefined;
  for (const filter of set) best = nearer(best, attempt([filter], maxHops));
  if (best === undefined && set.length > 1) best = attempt(set, maxHops);
  best ??= attempt([], question.mustPass.length > 0 ? ANY_LENGTH_BY_WAY : ANY_LENGTH);
  if (best === undefined && set.length > 0) best = attempt(set, ANY_LENGTH);
  if (best !== undefined) return { none: best, truncated: false, expanded };
  return { none: truncated ? undefined : { reason: 'NOT_CONNECTED', filters: [] }, truncated, expanded };

  function attempt(lifted: readonly PathFilter[], hops: number): NoPath | undefined {
    const found = findPaths(
      projection,
      { ...lift(question, lifted), k: 1, maxHops: hops, weight: 'HOPS', disjoint: false },
      budget - expanded,
    );
    expanded += found.expanded;
    truncated ||= found.truncated;
    const [nearest] = found.paths;
    if (nearest === undefined) return undefined;
    return { reason: lifted.length > 0 ? 'FILTERED' : 'TOO_FAR', filters: lifted, nearest };
  }
}

/** Fewer readings, then fewer hops; of equals the one tried first. */
function nearer(a: NoPath | undefined, b: NoPath | undefined): NoPath | undefined {
  if (a?.nearest === undefined || b?.nearest === undefined) return a ?? b;
  const order = b.nearest.readings - a.nearest.readings || b.nearest.hops - a.nearest.hops;
  return order < 0 ? b : a;
}

/** The side on which no entity has any relationship, nor may be one that has. */
function endWithout(projection: AnyProjection, { from, to }: PathQuestion): 'from' | 'to' | undefined {
  const { readings } = projection;
  projection.need?.([...from, ...to]);
  const lone = (entity: number) =>
    degreeOf(projection, entity) === 0 && !readings.from.includes(entity) && !readings.to.includes(entity);
  if (from.every(lone)) return 'from';
  return to.every(lone) ? 'to' : undefined;
}

function isSet(question: PathQuestion, filter: PathFilter): boolean {
  switch (filter) {
    case 'modalities':
    case 'types':
    case 'kinds':
    case 'sourceClasses':
    case 'asOf':
      return question[filter] !== undefined;
    case 'ended':
      return !question.ended;
    case 'places':
      return !question.places && question.kinds === undefined;
    case 'minConfidence':
      return question.minConfidence > 0;
    case 'direction':
      return question.direction !== 'ANY';
    case 'exclude':
    case 'mustPass':
      return question[filter].length > 0;
  }
}

function lift(question: PathQuestion, filters: readonly PathFilter[]): PathQuestion {
  const lifted = (filter: PathFilter) => filters.includes(filter);
  return {
    ...question,
    modalities: lifted('modalities') ? undefined : question.modalities,
    types: lifted('types') ? undefined : question.types,
    kinds: lifted('kinds') ? undefined : question.kinds,
    sourceClasses: lifted('sourceClasses') ? undefined : question.sourceClasses,
    minConfidence: lifted('minConfidence') ? 0 : question.minConfidence,
    asOf: lifted('asOf') ? undefined : question.asOf,
    ended: lifted('ended') || question.ended,
    places: lifted('places') || lifted('kinds') || question.places,
    direction: lifted('direction') ? 'ANY' : question.direction,
    exclude: lifted('exclude') ? [] : question.exclude,
    mustPass: lifted('mustPass') ? [] : question.mustPass,
  };
}

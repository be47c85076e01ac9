import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { isSet, lift, PATH_FILTERS, type PathFilter } from './path-filters.ts';
import type { PathQuestion } from './path-question.ts';
import { stepsOf, type PathStep } from './path-steps.ts';
import { weakOn } from './path-weakness.ts';
import { findPaths, PATH_BUDGET, type FoundPath } from './paths.ts';
import { degreeOf, kindAt, type AnyProjection } from './projection.ts';

/** A path that is there when some filters are lifted together, or, of none, when it may be longer. */
export type Miss = {
  /** In the order of PATH_FILTERS; without any one of them it is not there. */
  readonly filters: readonly PathFilter[];
  /** The first that leads through no place: geography is found before it, and told beside it. */
  readonly pastPlaces?: boolean;
  readonly path: FoundPath;
  /** Under what is left of the question. */
  readonly steps: readonly PathStep[];
};

export type NoPath = {
  readonly reason: 'NO_RELATIONS' | 'FILTERED' | 'TOO_FAR' | 'NOT_CONNECTED';
  /** NO_RELATIONS: the end that has none. */
  readonly end?: 'from' | 'to';
  /**
   * FILTERED: of each filter that stands in the way alone, or, where none does, of each smallest set that does
   * together, what the question would find first without it. Where each that does alone leads through a place, so that
   * no more than geography is told, also what it would find first past all places, by one filter or by two together.
   * TOO_FAR: the shortest path.
   * Through no place before through one, not weak before weak, then as paths are ordered, fewer readings and then fewer
   * hops; of equals the one tried first.
   */
  readonly misses: readonly Miss[];
  /** The budget ended the search: there may be other filters in the way, and nearer misses. */
  readonly cut: boolean;
};

export type NoPathResult = { readonly none: NoPath | undefined; readonly expanded: number };

/** Longer than any path in data worth the name; a path is looked for by its least length, never enumerated. */
const ANY_LENGTH = 200;

/** With something that it must pass a path has no least length to go by: walks of each length are looked through. */
const ANY_LENGTH_BY_WAY = 12;

/** Sets of filters up to so many are all tried; of larger ones a smallest is found by leaving out one after the other. */
const MOST_TOGETHER = 3;

/**
 * Why there is no path: an end without relationships; filters; too few hops; both; or no connection. Undefined when the
 * budget, which is one for all that is tried, ended the search before anything was known.
 */
export function whyNoPath(projection: AnyProjection, question: PathQuestion, budget = PATH_BUDGET): NoPathResult {
  let expanded = 0;
  let cut = false;
  const end = endWithout(projection, question);
  if (end !== undefined) return { none: { reason: 'NO_RELATIONS', end, misses: [], cut }, expanded };

  const set = PATH_FILTERS.filter((filter) => isSet(question, filter));
  const { maxHops, weight } = question;
  const within = (filters: readonly PathFilter[]) => attempt(filters, maxHops, weight);
  const misses = smallest();
  if (misses.length > 0) return answer('FILTERED', misses);
  const far =
    attempt([], question.mustPass.length > 0 ? ANY_LENGTH_BY_WAY : ANY_LENGTH, 'HOPS') ??
    leastOf(set.length > 0 ? attempt(set, ANY_LENGTH, 'HOPS') : undefined, (left) => attempt(left, ANY_LENGTH, 'HOPS'));
  if (far !== undefined) return answer(far.filters.length > 0 ? 'FILTERED' : 'TOO_FAR', [far]);
  return cut ? { none: undefined, expanded } : answer('NOT_CONNECTED', []);

  function answer(reason: NoPath['reason'], found: readonly Miss[]): NoPathResult {
    return { none: { reason, misses: found, cut }, expanded };
  }

  /** Of the smallest sets that let a path through, all; of sets larger than MOST_TOGETHER one. */
  function smallest(): readonly Miss[] {
    const alone = tried(1);
    if (set.length < 2) return alone;
    if (alone.length > 0) {
      if (!alone.every(isGeography)) return alone;
      const past = tried(1, true);
      return [...(past.length > 0 ? past : tried(2, true)), ...alone];
    }
    const all = within(set);
    if (all === undefined) return [];
    for (let size = 2; size <= Math.min(MOST_TOGETHER, set.length - 1); size++) {
      const together = tried(size);
      if (together.length > 0) return together;
    }
    return [leastOf(all, within)].flatMap((least) => least ?? []);
  }

  /** With one filter after the other left out, as long as a path stays. */
  function leastOf(
    all: Miss | undefined,
    look: (filters: readonly PathFilter[]) => Miss | undefined,
  ): Miss | undefined {
    let least = all;
    for (const filter of all?.filters ?? []) {
      least = look(least?.filters.filter((other) => other !== filter) ?? []) ?? least;
    }
    return least;
  }

  function tried(size: number, pastPlaces = false): readonly Miss[] {
    return setsOf(set, size)
      .flatMap((filters) => attempt(filters, maxHops, weight, pastPlaces) ?? [])
      .map((miss) => ({
        miss,
        geography: Number(isGeography(miss)),
        weak: Number(weakOn(projection, miss.steps).length > 0),
      }))
      .sort(
        (a, b) =>
          a.geography - b.geography ||
          a.weak - b.weak ||
          a.miss.path.readings - b.miss.path.readings ||
          a.miss.path.hops - b.miss.path.hops,
      )
      .map(({ miss }) => miss);
  }

  /** Its ends share a place, or lie in what does: it says where they are, and nothing of the two. */
  function isGeography({ steps }: Miss): boolean {
    return weakOn(projection, steps).some(({ entity }) => kindAt(projection, entity) === 'Place');
  }

  function attempt(
    filters: readonly PathFilter[],
    hops: number,
    by: PathQuestion['weight'],
    pastPlaces = false,
  ): Miss | undefined {
    const lifted = lift(question, filters);
    const kinds = pastPlaces ? (lifted.kinds ?? KIND_NAMES).filter((kind) => mayPass(kind, lifted)) : lifted.kinds;
    const asked = { ...lifted, kinds, k: 1, maxHops: hops, weight: by, disjoint: false };
    const found = findPaths(projection, asked, budget - expanded);
    expanded += found.expanded;
    cut ||= found.truncated;
    const [path] = found.paths;
    if (path === undefined) return undefined;
    return { filters, ...(pastPlaces && { pastPlaces }), path, steps: stepsOf(projection, asked, path) };
  }
}

/** Past all places, and past policies where the question leaves them out. */
function mayPass(kind: Kind, { kinds, places }: PathQuestion): boolean {
  return kind !== 'Place' && (kind !== 'Policy' || places || kinds !== undefined);
}

/** All sets of so many, each in the order given, in the order of their first, then second, … */
function setsOf<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) => setsOf(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]));
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

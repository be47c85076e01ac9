import type { PathQuestion } from './path-question.ts';
import { rankedTrails } from './path-ranked.ts';
import { createPathSearch, type End, type Trail } from './path-search.ts';
import { hopKey, terrainOf, type Terrain } from './path-terrain.ts';
import { workOf, type Work } from './path-work.ts';
import type { AnyProjection } from './projection.ts';

/** Half-edges one search may look at. Reached in a fixed order, so the cut falls at the same place everywhere. */
export const PATH_BUDGET = 2_000_000;

export type FoundPath = Trail & { readonly hops: number; readonly readings: number };

export type PathSearchResult = {
  readonly paths: readonly FoundPath[];
  /** The budget ended the search: the paths are real, but there may be others, also better ones. */
  readonly truncated: boolean;
  readonly expanded: number;
};

/**
 * The k best simple paths, by (readings, hops, id list), or by (readings, cost, hops, id list). A path starts at one of
 * `from` and ends at one of `to`, and passes none of them between. At each end it may use one may-be reading: it then
 * runs from the entity that may be the asked one. A reading is no hop and costs nothing, and no path consists of
 * readings alone.
 */
export function findPaths(projection: AnyProjection, question: PathQuestion, budget = PATH_BUDGET): PathSearchResult {
  const work = workOf(budget);
  const paths = question.disjoint ? apart(projection, question, work) : bestPaths(projection, question, work);
  return { paths, truncated: work.cut || work.short, expanded: work.expanded };
}

/** One after the other, each the best of those that share no hop with the ones before it, nor anything but the ends. */
function apart(projection: AnyProjection, question: PathQuestion, work: Work): FoundPath[] {
  const paths: FoundPath[] = [];
  const exclude = [...question.exclude];
  const usedUp = new Set<string>();
  while (paths.length < question.k && !work.cut) {
    const [next] = bestPaths(projection, { ...question, exclude, k: 1 }, work, usedUp);
    if (next === undefined) break;
    paths.push(next);
    exclude.push(...next.entities.slice(1, -1));
    const [first, second, third] = next.entities;
    if (first !== undefined && second !== undefined && third === undefined) usedUp.add(hopKey(first, second));
  }
  return paths;
}

function bestPaths(
  projection: AnyProjection,
  question: PathQuestion,
  work: Work,
  usedUp?: ReadonlySet<string>,
): FoundPath[] {
  const terrain = terrainOf(projection, question, usedUp);
  const [from, to] = [question.from.map(certain), question.to.map(certain)];
  const closed = new Set([...question.from, ...question.to, ...question.exclude, ...(question.unread ?? [])]);
  const maybeFrom = doubtful(projection, question.from, closed);
  const maybeTo = doubtful(projection, question.to, closed);
  projection.need?.([from, to, maybeFrom, maybeTo].flat().map(({ entity }) => entity));
  const byReadings = [
    [[from, to]],
    [
      [maybeFrom, to],
      [from, maybeTo],
    ],
    [[maybeFrom, maybeTo]],
  ] as const;
  const paths: FoundPath[] = [];
  try {
    for (const [readings, sides] of byReadings.entries()) {
      if (paths.length >= question.k || work.cut) break;
      const most = question.k - paths.length;
      const trails =
        question.weight === 'HOPS' && question.mustPass.length === 0
          ? shortest(terrain, sides, question.maxHops, most, work)
          : cheapest(terrain, sides, question, most, work);
      for (const { entities, doubtfulStart, doubtfulEnd, hops } of trails) {
        paths.push({ entities, doubtfulStart, doubtfulEnd, hops, readings });
      }
    }
    return paths;
  } finally {
    work.scratch.giveBack();
  }
}

type Sides = readonly (readonly [starts: readonly End[], ends: readonly End[]])[];
type Counted = Trail & { readonly hops: number };

function shortest(terrain: Terrain, sides: Sides, maxHops: number, most: number, work: Work): Counted[] {
  const searches = sides.map(([starts, ends]) => createPathSearch(terrain, starts, ends, work));
  const trails: Counted[] = [];
  for (let hops = 1; hops <= maxHops && trails.length < most && !work.cut; hops++) {
    if (searches.every((one) => one.hopeless())) break;
    const wanted = most - trails.length;
    const found = searches.flatMap((one) => one.trailsOf(hops, wanted)).sort(compareTrails);
    trails.push(...found.slice(0, wanted).map((trail) => ({ ...trail, hops })));
  }
  return trails;
}

function cheapest(terrain: Terrain, sides: Sides, question: PathQuestion, most: number, work: Work): Counted[] {
  return sides
    .flatMap(([starts, ends]) => rankedTrails(terrain, starts, ends, question, most, work))
    .sort((a, b) => a.weight - b.weight || compareTrails(a, b))
    .slice(0, most);
}

function certain(entity: number): End {
  return { entity, asked: entity };
}

/** Entities that may be one of the asked, by either side of a reading; those closed to readings are left out. */
function doubtful(projection: AnyProjection, asked: readonly number[], closed: ReadonlySet<number>): End[] {
  const { from, to } = projection.readings;
  const wanted = new Set(asked);
  const ends = new Map<string, End>();
  for (const [row, left] of from.entries()) {
    const right = to[row] ?? 0;
    for (const [end, other] of [
      [left, right],
      [right, left],
    ] as const) {
      if (wanted.has(end) && !closed.has(other)) ends.set(`${end} ${other}`, { entity: other, asked: end });
    }
  }
  return [...ends.values()];
}

/** Equal readings and hops, as equal weights have, give lists of equal length; order by index is order by id. */
function compareTrails(a: Trail, b: Trail): number {
  for (const [i, entity] of a.entities.entries()) {
    const order = entity - (b.entities[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

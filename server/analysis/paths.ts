import type { PathQuestion } from './path-question.ts';
import { createPathSearch, type End, type Trail } from './path-search.ts';
import { terrainOf } from './path-terrain.ts';
import type { Work } from './path-work.ts';
import type { AnyProjection } from './projection.ts';

/** Half-edges one search may look at. Reached in a fixed order, so the cut falls at the same place everywhere. */
export const PATH_BUDGET = 2_000_000;

export type FoundPath = Trail & { readonly hops: number; readonly readings: number };

export type PathSearchResult = {
  readonly paths: readonly FoundPath[];
  /** The budget ended the search: the paths are real, but there may be others, also better ones of the last length. */
  readonly truncated: boolean;
  readonly expanded: number;
};

/**
 * The k best simple paths, by (readings, hops, id list). A path starts at one of `from` and ends at one of `to`,
 * and passes none of them between. At each end it may use one may-be reading: it then runs from the entity that may
 * be the asked one. A reading is no hop, and no path consists of readings alone.
 */
export function findPaths(projection: AnyProjection, question: PathQuestion, budget = PATH_BUDGET): PathSearchResult {
  const work: Work = { expanded: 0, budget, cut: false };
  const terrain = terrainOf(projection, question);
  const [from, to] = [question.from.map(certain), question.to.map(certain)];
  const closed = new Set([...question.from, ...question.to, ...question.exclude]);
  const maybeFrom = doubtful(projection, question.from, closed);
  const maybeTo = doubtful(projection, question.to, closed);
  projection.need?.([from, to, maybeFrom, maybeTo].flat().map(({ entity }) => entity));
  const search = (starts: readonly End[], ends: readonly End[]) => createPathSearch(terrain, starts, ends, work);
  const byReadings = [[search(from, to)], [search(maybeFrom, to), search(from, maybeTo)], [search(maybeFrom, maybeTo)]];
  const paths: FoundPath[] = [];
  for (const [readings, searches] of byReadings.entries()) {
    for (let hops = 1; hops <= question.maxHops && paths.length < question.k && !work.cut; hops++) {
      if (searches.every((one) => one.hopeless())) break;
      const wanted = question.k - paths.length;
      const found = searches.flatMap((one) => one.trailsOf(hops, wanted)).sort(compareTrails);
      paths.push(...found.slice(0, wanted).map((trail) => ({ ...trail, hops, readings })));
    }
  }
  return { paths, truncated: work.cut, expanded: work.expanded };
}

function certain(entity: number): End {
  return { entity, asked: entity };
}

/** Entities that may be one of the asked, by either side of a reading; those closed to paths are left out. */
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

/** Equal readings and hops give lists of equal length; order by index is order by id. */
function compareTrails(a: Trail, b: Trail): number {
  for (const [i, entity] of a.entities.entries()) {
    const order = entity - (b.entities[i] ?? 0);
    if (order !== 0) return order;
  }
  return 0;
}

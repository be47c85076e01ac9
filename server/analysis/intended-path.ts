import { INTENDED } from './intended-ties.ts';
import { lift } from './path-filters.ts';
import type { PathQuestion } from './path-question.ts';
import { stepsOf } from './path-steps.ts';
import { weakOn } from './path-weakness.ts';
import { findPaths, PATH_BUDGET } from './paths.ts';
import { modalityRank, type AnyProjection } from './projection.ts';
import type { Miss } from './no-path.ts';

/** Of paths that are not shorter so many are looked through for one that is not weak. */
const MOST_TRIED = 5;

/**
 * Beside paths that are all weak: what the question would find if it did not leave out plans and proposals, where that
 * is in part one, and has fewer hops than any given, or passes nothing that is merely shared. A single hop is none:
 * intendedTies has it.
 * @param shortest hops of the shortest path given
 */
export function intendedPath(
  projection: AnyProjection,
  question: PathQuestion,
  shortest: number,
  budget = PATH_BUDGET,
): Miss | undefined {
  const leftOut = new Set(INTENDED.filter((one) => question.modalities?.includes(one) === false).map(modalityRank));
  if (leftOut.size === 0) return undefined;
  const filters = ['modalities'] as const;
  const lifted = { ...lift(question, filters), disjoint: false };
  let left = budget;
  const shorter = shortest > 1 ? found({ ...lifted, k: 1, maxHops: shortest - 1 }) : [];
  return shorter[0] ?? found({ ...lifted, k: MOST_TRIED }).find(({ steps }) => weakOn(projection, steps).length === 0);

  function found(asked: PathQuestion): readonly Miss[] {
    const { paths, expanded } = findPaths(projection, asked, left);
    left -= expanded;
    return paths
      .map((path): Miss => ({ filters, path, steps: stepsOf(projection, asked, path) }))
      .filter((miss) => miss.path.hops > 1 && isIntended(miss));
  }

  /** Is there a step of which every relationship is one that the question leaves out? */
  function isIntended({ steps }: Miss): boolean {
    const { modalities } = projection.relations;
    return steps.some(
      ({ reading, relations }) => reading === undefined && relations.every((row) => leftOut.has(modalities[row] ?? 0)),
    );
  }
}

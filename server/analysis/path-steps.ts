import { terrainOf, type TerrainRules } from './path-terrain.ts';
import type { FoundPath } from './paths.ts';
import type { AnyProjection } from './projection.ts';
import { rowsBetween } from './rows-between.ts';

/** From one entity to the next: rows of all relationships that pass, or the row of the may-be reading. */
export type PathStep = {
  readonly from: number;
  readonly to: number;
  readonly relations: readonly number[];
  readonly reading: number | undefined;
};

/** The steps of a path with everything that stands between two entities: the more real first, then by type and id. */
export function stepsOf(projection: AnyProjection, rules: TerrainRules, path: FoundPath): PathStep[] {
  const { forward } = terrainOf(projection, rules);
  const { relations } = projection;
  const rank = (row: number) => (relations.modalities[row] ?? 0) * 256 + (relations.types[row] ?? 0);
  const last = path.entities.length - 2;
  projection.need?.(path.entities);
  return path.entities.slice(0, -1).map((from, at): PathStep => {
    const to = path.entities[at + 1] ?? from;
    if ((at === 0 && path.doubtfulStart) || (at === last && path.doubtfulEnd)) {
      return { from, to, relations: [], reading: readingBetween(projection, from, to) };
    }
    const between = rowsBetween(projection, from, to, forward);
    return { from, to, relations: between.sort((a, b) => rank(a) - rank(b) || a - b), reading: undefined };
  });
}

/** The first reading by id between two entities, whichever way it was decided. */
function readingBetween({ readings }: AnyProjection, a: number, b: number): number | undefined {
  const row = readings.from.findIndex((from, at) => {
    const to = readings.to[at];
    return (from === a && to === b) || (from === b && to === a);
  });
  return row < 0 ? undefined : row;
}

import { halfTest, type RelationFilter } from './relation-filter.ts';
import type { AnyProjection } from './projection.ts';

export type NeighbourhoodQuestion = {
  /** Dense indexes, each once. */
  readonly entities: readonly number[];
  readonly filter: RelationFilter;
  /** Most relationships. */
  readonly limit: number;
  /** Only relationships with both ends among `entities`. */
  readonly within: boolean;
};

export type NeighbourhoodAnswer = {
  /** Rows of the relationships, in the order by which the limit chose. */
  readonly relations: readonly number[];
  /** The asked ones in the order asked, then those they led to in order of id. */
  readonly entities: readonly number[];
  readonly omitted: number;
};

/**
 * The relationships of some entities. When there are more than `limit`, those between two asked entities come first,
 * then the more real modality, then the order of the types, then the id.
 */
export function neighbourhood(projection: AnyProjection, question: NeighbourhoodQuestion): NeighbourhoodAnswer {
  const { offsets, neighbours, rows, relations } = projection;
  const asked = new Set(question.entities);
  const passes = halfTest(projection, question.filter);
  const inside = new Map<number, boolean>();
  projection.need?.(asked);
  for (const entity of asked) {
    for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
      const between = asked.has(neighbours[half] ?? 0);
      if (passes(half) && (between || !question.within)) inside.set(rows[half] ?? 0, between);
    }
  }
  const all = [...inside.keys()].sort(
    (a, b) =>
      Number(inside.get(b)) - Number(inside.get(a)) ||
      (relations.modalities[a] ?? 0) - (relations.modalities[b] ?? 0) ||
      (relations.types[a] ?? 0) - (relations.types[b] ?? 0) ||
      a - b,
  );
  const chosen = all.slice(0, question.limit);
  const reached = new Set<number>();
  for (const row of chosen) {
    for (const end of [relations.from[row] ?? 0, relations.to[row] ?? 0]) if (!asked.has(end)) reached.add(end);
  }
  return {
    relations: chosen,
    entities: [...asked, ...[...reached].sort((a, b) => a - b)],
    omitted: all.length - chosen.length,
  };
}

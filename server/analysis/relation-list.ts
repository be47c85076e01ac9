import { RELATIONSHIP_TYPES, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import { SYMMETRIC, type AnyProjection } from './projection.ts';
import { halfTest, type Direction, type RelationFilter } from './relation-filter.ts';

/**
 * The relationships of one entity that pass, as half-edges: by type (order of the table), side (out first), modality,
 * then id of the relationship. One from an entity to itself stands once.
 */
export function relationsOf(projection: AnyProjection, entity: number, filter: RelationFilter = {}): number[] {
  const { offsets, neighbours, rows, sides, relations } = projection;
  const passes = halfTest(projection, filter);
  const halves: number[] = [];
  const seenLoops = new Set<number>();
  projection.need?.([entity]);
  for (let half = offsets[entity] ?? 0; half < (offsets[entity + 1] ?? 0); half++) {
    if (!passes(half)) continue;
    const row = rows[half] ?? 0;
    if (neighbours[half] === entity) {
      if (seenLoops.has(row)) continue;
      seenLoops.add(row);
    }
    halves.push(half);
  }
  const sideOf = (half: number) => listSide(sides[half] ?? 0);
  const modalityOf = (half: number) => relations.modalities[rows[half] ?? 0] ?? 0;
  return halves.sort(
    (a, b) => sideOf(a) - sideOf(b) || modalityOf(a) - modalityOf(b) || (rows[a] ?? 0) - (rows[b] ?? 0),
  );
}

/** Both sides of a type without direction are one. */
function listSide(side: number): number {
  return SYMMETRIC[side >> 1] === true ? side & ~1 : side;
}

export type RelationCount = { readonly type: RelationshipType; readonly direction: Direction; readonly count: number };

/** How many there are by type and side, in the order of the list; without direction: ANY. */
export function countRelations(
  projection: AnyProjection,
  entity: number,
  filter: RelationFilter = {},
): RelationCount[] {
  const counts = new Map<number, number>();
  for (const half of relationsOf(projection, entity, filter)) {
    const key = listSide(projection.sides[half] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([side, count]) => ({
      type: RELATIONSHIP_TYPES[side >> 1] ?? 'LEADS',
      direction: SYMMETRIC[side >> 1] === true ? 'ANY' : side % 2 === 0 ? 'OUT' : 'IN',
      count,
    }));
}

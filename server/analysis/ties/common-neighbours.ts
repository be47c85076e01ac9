import type { Label } from '#graph-model/ontology/label.ts';
import { spend, workOf, type Work } from '../path-work.ts';
import { degreeOf, type AnyProjection } from '../projection.ts';
import { halfTest, type RelationFilter } from '../relation-filter.ts';
import { TIE_BUDGET } from './budget.ts';
import { weakness } from './weak-intermediary.ts';

export type CommonQuestion<Entity = number> = {
  /** Each once. */
  readonly entities: readonly Entity[];
  /** Of so many of them, 2 or more. */
  readonly atLeast: number;
  /** Its direction is seen from the asked. */
  readonly filter: RelationFilter;
  /** Most neighbours given. */
  readonly first: number;
};

/** Of one of the asked, by rows: the more real first, then by type and id. */
type CommonTie<Entity, Relation> = { readonly of: Entity; readonly relations: readonly Relation[] };

export type CommonNeighbour<Entity = number, Relation = number> = {
  readonly entity: Entity;
  /** In the order asked. */
  readonly ties: readonly CommonTie<Entity, Relation>[];
  readonly weakness: Label | undefined;
};

export type CommonAnswer = {
  readonly neighbours: readonly CommonNeighbour[];
  readonly omitted: number;
  /** The budget ended the search: what is given holds, there may be more, and rarer. */
  readonly truncated: boolean;
};

/**
 * What is tied directly to several of the asked, which may be one of the asked itself. More of the asked first, not
 * weak before weak, then the rarer (fewer neighbours of its own), then by id. A tie from an entity to itself is none.
 */
export function commonNeighbours(
  projection: AnyProjection,
  { entities, atLeast, filter, first }: CommonQuestion,
  budget = TIE_BUDGET,
): CommonAnswer {
  const work = workOf(budget);
  const tied = tiesOf(projection, entities, filter, work);
  const all = [...tied]
    .filter(([, ties]) => ties.size >= atLeast)
    .sort(([a, one], [b, other]) => other.size - one.size || a - b);
  // Only of what may still be among the first is it asked how rare it is.
  const fewest = all[Math.min(first, all.length) - 1]?.[1].size ?? Infinity;
  const likely = all.filter(([, ties]) => ties.size >= fewest);
  projection.need?.(likely.map(([entity]) => entity));
  const weighed = [];
  for (const [entity, ties] of likely) {
    if (!spend(work, halvesOf(projection, entity))) break;
    weighed.push({
      entity,
      ties,
      weakness: weakness(projection, entity, [...ties.values()]),
      degree: degreeOf(projection, entity),
    });
  }
  weighed.sort(
    (a, b) =>
      b.ties.size - a.ties.size ||
      Number(a.weakness !== undefined) - Number(b.weakness !== undefined) ||
      a.degree - b.degree ||
      a.entity - b.entity,
  );
  const { modalities, types } = projection.relations;
  const rank = (row: number) => (modalities[row] ?? 0) * 256 + (types[row] ?? 0);
  const given = weighed.slice(0, first).map(({ entity, ties, weakness: weak }) => ({
    entity,
    ties: Array.from(ties, ([of, some]) => ({ of, relations: some.sort((a, b) => rank(a) - rank(b) || a - b) })),
    weakness: weak,
  }));
  return { neighbours: given, omitted: all.length - given.length, truncated: work.cut };
}

/** By neighbour, then by the asked: the rows of the relationships that pass. */
function tiesOf(
  projection: AnyProjection,
  entities: readonly number[],
  filter: RelationFilter,
  work: Work,
): ReadonlyMap<number, ReadonlyMap<number, number[]>> {
  const { offsets, neighbours, rows } = projection;
  const passes = halfTest(projection, filter);
  const tied = new Map<number, Map<number, number[]>>();
  projection.need?.(entities);
  for (const asked of entities) {
    if (!spend(work, halvesOf(projection, asked))) break;
    for (let half = offsets[asked] ?? 0; half < (offsets[asked + 1] ?? 0); half++) {
      const neighbour = neighbours[half] ?? 0;
      if (neighbour === asked || !passes(half)) continue;
      const ties = tied.get(neighbour) ?? new Map<number, number[]>();
      const between = ties.get(asked) ?? [];
      between.push(rows[half] ?? 0);
      tied.set(neighbour, ties.set(asked, between));
    }
  }
  return tied;
}

function halvesOf({ offsets }: AnyProjection, entity: number): number {
  return (offsets[entity + 1] ?? 0) - (offsets[entity] ?? 0);
}

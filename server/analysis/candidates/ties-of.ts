import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { kindAt, type AnyProjection } from '../projection.ts';
import { compiledTest, compileFilter, type CompiledFilter } from '../relation-filter.ts';
import type { LocalTie } from './ground.ts';
import type { TieKind } from './words.ts';

/**
 * Ties of their own between two bodies, or a body and an area: dealings, and apart from them that one belongs to the
 * other. The office's own ledger is none: it is read apart.
 */
const OWN_TYPES = {
  direct: ['COLLABORATES_WITH', 'SUPPLIES', 'FUNDS', 'TESTS_FOR'],
  affiliation: ['SUBSIDIARY_OF'],
} as const satisfies Partial<Record<TieKind, readonly RelationshipType[]>>;
/** Either. */
export const OF_ITS_OWN: readonly RelationshipType[] = Object.values(OWN_TYPES).flat();
/** What makes a body part of a consortium, project or facility. */
export const TAKING_PART: readonly RelationshipType[] = ['LEADS', 'MEMBER_OF', 'PARTNER_OF', 'HOSTS'];
const GROUPS: Readonly<Partial<Record<Kind, TieKind>>> = {
  Consortium: 'consortium',
  Project: 'project',
  Facility: 'facility',
};
const GROUP_KINDS = Object.keys(GROUPS) as readonly Kind[];

const OWN = compileFilter({ ended: false, types: OF_ITS_OWN });
const OWN_KINDS = Object.entries(OWN_TYPES).map(([kind, types]) => ({
  kind: kind as keyof typeof OWN_TYPES,
  filter: compileFilter({ types }),
}));
const INTO_GROUP = compileFilter({ ended: false, types: TAKING_PART, kinds: GROUP_KINDS, direction: 'OUT' });
const OF_GROUP = compileFilter({ ended: false, types: TAKING_PART, direction: 'IN' });
const WHERE = compileFilter({ ended: false, types: ['LOCATED_IN'], direction: 'OUT' });

/** Is this an anchor: the asked body, or something of the region? Asked with many at once, so that a part reads once. */
export type Anchors = (entities: readonly number[]) => ReadonlySet<number>;

/**
 * What ties each of these to the anchors: a relationship of its own, or a consortium, project or facility in which an
 * anchor takes part or which stands in one. However many members a consortium has, it is one tie.
 */
export function tiesOf(
  projection: AnyProjection,
  bodies: readonly number[],
  anchors: Anchors,
): ReadonlyMap<number, readonly LocalTie[]> {
  projection.need?.(bodies);
  const own = new Map(bodies.map((body) => [body, halvesOf(projection, body, OWN)]));
  const joined = new Map(bodies.map((body) => [body, halvesOf(projection, body, INTO_GROUP)]));
  const neighbour = (half: number) => projection.neighbours[half] ?? 0;
  const groups = [...new Set([...joined.values()].flat().map(neighbour))];
  projection.need?.(groups);
  const of = new Map(
    groups.map((group) => [
      group,
      [...halvesOf(projection, group, OF_GROUP), ...halvesOf(projection, group, WHERE)] as const,
    ]),
  );
  const near = new Set([...[...own.values()].flat(), ...[...of.values()].flat()].map(neighbour));
  const local = anchors([...near]);
  const idAt = (entity: number) => projection.entities.at(entity);
  const relationAt = (half: number) => projection.relations.ids.at(projection.rows[half] ?? 0);
  const isArea = (entity: number) => ['Place', 'Park'].includes(kindAt(projection, entity));
  const isLocal = (half: number) => local.has(neighbour(half));
  const ownKinds = OWN_KINDS.map(({ kind, filter }) => ({ kind, passes: compiledTest(projection, filter) }));
  return new Map(
    bodies.map((body) => {
      const ties: LocalTie[] = [];
      const mine = joined.get(body) ?? [];
      const groupsOfBody = new Set(mine.map(neighbour));
      const direct = (own.get(body) ?? []).filter(
        (half) => isLocal(half) && neighbour(half) !== body && !groupsOfBody.has(neighbour(half)),
      );
      for (const other of sortedNumbers(direct.map(neighbour))) {
        const halves = direct.filter((half) => neighbour(half) === other);
        for (const { kind, passes } of ownKinds) {
          const own = ids(halves.filter(passes));
          if (own.length === 0) continue;
          ties.push({ kind, through: undefined, own, with: [{ entity: idAt(other), relations: own }] });
        }
      }
      for (const group of sortedNumbers([...groupsOfBody])) {
        const others = (of.get(group) ?? []).filter((half) => isLocal(half) && neighbour(half) !== body);
        const kind = GROUPS[kindAt(projection, group)];
        if (others.length === 0 || kind === undefined) continue;
        const members = others.filter((half) => !isArea(neighbour(half)));
        const joint = members.length > 0 ? members : others;
        const joined = sortedNumbers(joint.map(neighbour)).map((entity) => ({
          entity: idAt(entity),
          relations: ids(joint.filter((half) => neighbour(half) === entity)),
        }));
        const own = ids(mine.filter((half) => neighbour(half) === group));
        ties.push({ kind, through: idAt(group), own, with: joined });
      }
      return [body, ties] as const;
    }),
  );

  function ids(halves: readonly number[]): readonly string[] {
    return [...new Set(halves.map(relationAt))].sort();
  }
}

/** Half-edges of an entity that pass. */
export function halvesOf(projection: AnyProjection, entity: number, filter: CompiledFilter): readonly number[] {
  const passes = compiledTest(projection, filter);
  const found: number[] = [];
  const end = projection.offsets[entity + 1] ?? 0;
  for (let half = projection.offsets[entity] ?? 0; half < end; half++) if (passes(half)) found.push(half);
  return found;
}

function sortedNumbers(values: readonly number[]): readonly number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

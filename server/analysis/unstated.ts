import { EXPECTED, EXPECTED_OF, type Expected, type ExpectedWord } from '#graph-model/ontology/expected.ts';
import { RELATIONSHIP_TYPES, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { placeOf } from './place-of.ts';
import { kindAt, modalityRank, type AnyProjection } from './projection.ts';

type Side = 'from' | 'to';

/** What is so now, or being built, and has not ended: a plan or a proposal tells nothing of how a thing is. */
const THERE = [modalityRank('operating'), modalityRank('building')];
const MEANT = [modalityRank('planned'), modalityRank('proposed')];

export type Unstated = {
  readonly word: ExpectedWord;
  /** Plans or proposals do tell of it: it is written, and it is not so yet. */
  readonly meant: boolean;
};

/**
 * What one asks first of a thing of this kind and no source has told as it is now: not that it is not there.
 * @param attributes those of the entity
 */
export function unstatedOf(
  projection: AnyProjection,
  entity: number,
  attributes: readonly Pick<RowOf<'attribute'>, 'name' | 'value'>[],
): readonly Unstated[] {
  const asked = EXPECTED_OF[kindAt(projection, entity)] ?? [];
  if (asked.length === 0) return [];
  const relations = relationsToldOf(projection, entity, THERE);
  const plans = relationsToldOf(projection, entity, MEANT);
  const isTold = ({ told }: Expected) =>
    told.some((one) => {
      if ('place' in one) return placeOf(projection, entity) !== undefined;
      if ('relationship' in one) return relations.has(sideOf(one.relationship, one.side));
      return attributes.some(
        ({ name, value }) => name === one.attribute && (one.value === undefined || one.value === value),
      );
    });
  const isMeant = ({ told }: Expected) =>
    told.some((one) => 'relationship' in one && plans.has(sideOf(one.relationship, one.side)));
  return asked.filter((word) => !isTold(EXPECTED[word])).map((word) => ({ word, meant: isMeant(EXPECTED[word]) }));
}

function relationsToldOf(
  projection: AnyProjection,
  entity: number,
  modalities: readonly number[],
): ReadonlySet<string> {
  projection.need?.([entity]);
  const { relations } = projection;
  const told = new Set<string>();
  const end = projection.offsets[entity + 1] ?? 0;
  for (let half = projection.offsets[entity] ?? 0; half < end; half++) {
    const row = projection.rows[half] ?? 0;
    if (!modalities.includes(relations.modalities[row] ?? 0) || relations.ended[row] === 1) continue;
    const side = projection.sides[half] ?? 0;
    told.add(sideOf(RELATIONSHIP_TYPES[side >> 1] ?? 'PART_OF', side % 2 === 0 ? 'from' : 'to'));
  }
  return told;
}

function sideOf(type: RelationshipType, side: Side): string {
  return `${type} ${side}`;
}

import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { degreeOf, kindAt, modalityRank, typeRank, type AnyProjection } from '../projection.ts';

/**
 * Distinct neighbours, before any filter, from which on an entity is a hub: too many have it in common for it to say
 * much of any two. Our own choice: of the 868 entities of data/gansu ten reach it, all of them weak by their kind
 * already.
 */
export const HUB_DEGREE = 30;

/** What two things have in common by sharing such an entity, whatever joins them to it. */
export const WEAK_KINDS: Partial<Readonly<Record<Kind, Label>>> = {
  Park: { zh: '只是同一个园区', en: 'only the same park' },
  Place: { zh: '只是同一个地区', en: 'only the same place' },
  Agency: { zh: '只是同一个政府部门', en: 'only the same public agency' },
  Policy: { zh: '只是同一份政策', en: 'only the same policy' },
  Chain: { zh: '只是同一条产业链', en: 'only the same industry chain' },
  Segment: { zh: '只是同一个环节', en: 'only the same segment' },
};

const HUB: Label = {
  zh: `枢纽：有 ${HUB_DEGREE} 个以上邻居，说明不了多少`,
  en: `a hub: ${HUB_DEGREE} neighbours or more, it says little`,
};

/** Types that say that `from` lies in, or is a part of, `to`. */
const CONTAINING: readonly RelationshipType[] = ['LOCATED_IN', 'PART_OF', 'SEGMENT_OF'];
const CONTAINING_RANKS = new Set(CONTAINING.map(typeRank));
const REAL_RANKS = new Set([modalityRank('operating'), modalityRank('building')]);

/**
 * Why what stands between others is no tie worth the name; undefined where nothing speaks against it. Whoever contains
 * it does not share it: a firm in a park that is a part of a base is in the base.
 * @param ties to each of the others, the rows of the relationships to it
 */
export function weakness(
  projection: AnyProjection,
  entity: number,
  ties: readonly (readonly number[])[],
): Label | undefined {
  const ofKind = WEAK_KINDS[kindAt(projection, entity)];
  if (ofKind !== undefined) {
    const sharing = ties.filter((rows) => !rows.some((row) => liesIn(projection, row, entity)));
    return sharing.length < 2 ? undefined : ofKind;
  }
  return degreeOf(projection, entity) >= HUB_DEGREE ? HUB : undefined;
}

/** Does this relationship say that the entity lies in its other end, or is a part of it, as things stand? */
export function liesIn({ relations }: AnyProjection, row: number, entity: number): boolean {
  return (
    relations.from[row] === entity &&
    CONTAINING_RANKS.has(relations.types[row] ?? 0) &&
    REAL_RANKS.has(relations.modalities[row] ?? 0) &&
    relations.ended[row] === 0
  );
}

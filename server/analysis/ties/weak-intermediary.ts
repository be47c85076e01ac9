import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { degreeOf, kindAt, type AnyProjection } from '../projection.ts';

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

/** Why what stands between two is no tie worth the name; undefined where nothing speaks against it. */
export function weakness(projection: AnyProjection, entity: number): Label | undefined {
  const ofKind = WEAK_KINDS[kindAt(projection, entity)];
  if (ofKind !== undefined) return ofKind;
  return degreeOf(projection, entity) >= HUB_DEGREE ? HUB : undefined;
}

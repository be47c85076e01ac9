import type { Label } from '#graph-model/ontology/label.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { mostReal, type Relation } from './standing.ts';

/** How much of a consortium's list of bodies the sources show, in the order in which a list shows them. */
export const LIST_STATES_SEEN = {
  complete: { zh: '名单列全', en: 'whole list' },
  open: { zh: '未列全', en: 'list not whole' },
  lead_only: { zh: '只写了牵头单位', en: 'only the lead' },
  name_only: { zh: '只写了名称', en: 'only the name' },
  forming: { zh: '组建中', en: 'being formed' },
  proposed: { zh: '只是建议', en: 'only proposed' },
} as const satisfies Record<string, Label>;

export type ListState = keyof typeof LIST_STATES_SEEN;

/** What makes a body one of the list. */
const LISTING: readonly RelationshipType[] = ['LEADS', 'MEMBER_OF', 'PARTNER_OF'];

/**
 * First match wins. What makes the list speaks for the consortium; where nothing does, all its relationships do.
 *
 * | state | when |
 * | --- | --- |
 * | proposed | nothing of it is more than proposed |
 * | forming | nothing of it operates |
 * | complete | a member or partner is named, and a source says that the list is complete; none says otherwise |
 * | open | a member or partner is named |
 * | lead_only | a lead is named |
 * | name_only | anything else |
 *
 * A list is never taken to be whole because nobody says that it is open.
 * @param relations of the consortium, without those that have ended
 */
export function listStateOf(
  consortium: string,
  relations: readonly Pick<Relation, 'type' | 'to' | 'modality'>[],
  attributes: readonly Pick<RowOf<'attribute'>, 'name' | 'value' | 'dispute' | 'ended'>[],
): ListState {
  const listing = relations.filter(({ type, to }) => to === consortium && LISTING.includes(type));
  const real = mostReal(listing.length > 0 ? listing : relations);
  if (real === 'proposed') return 'proposed';
  if (real === 'building' || real === 'planned') return 'forming';
  const types = new Set(listing.filter(({ modality }) => modality === 'operating').map(({ type }) => type));
  if (types.has('MEMBER_OF') || types.has('PARTNER_OF')) return isSaidComplete(attributes) ? 'complete' : 'open';
  return types.has('LEADS') ? 'lead_only' : 'name_only';
}

function isSaidComplete(attributes: Parameters<typeof listStateOf>[2]): boolean {
  const said = attributes.filter(({ name, ended }) => name === 'member_list' && ended !== true);
  return said.length > 0 && said.every(({ value, dispute }) => value === 'complete' && dispute === undefined);
}

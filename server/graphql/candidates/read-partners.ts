import { KIND_SETS, KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { readPartnerView } from '#server/analysis/candidates/partners/read-view.ts';
import type { BodyGround } from '#server/analysis/candidates/body-lists.ts';
import {
  partnerModel,
  partnersOf,
  type PartnerGround,
  type PartnerRanking,
} from '#server/analysis/candidates/partners/scores.ts';
import type { PartnerView } from '#server/analysis/candidates/partners/view.ts';
import { measurePartners, type Measured } from '#server/analysis/candidates/measure/measure.ts';
import type { View } from '../view.ts';
import { measuredOnce } from './measured.ts';

/** Entities that the ranking of partners looks at, once a version; beyond that it is none of one question. */
const MOST_LOOKED_AT = 200_000;

/** Whom it names, what joins them, and what they do. */
const KINDS: readonly Kind[] = KIND_NAMES.filter(
  (kind) => KIND_SETS.body.some((body) => body === kind) || ['Project', 'Segment', 'Product'].includes(kind),
);

/**
 * What a ranking of partners would need; of a region that is too large, how large it is and what is looked at; of a
 * version that is not in memory, how many entities and relationships it has and how many are read for one question.
 */
export type PartnerLack = { readonly lack: 'ties' } | TooLarge;
type TooLarge = { readonly lack: 'size' | 'memory'; readonly count: number; readonly most: number };

type RankedPartners = {
  readonly ranking: PartnerRanking;
  /** What they were ranked from. */
  readonly view: PartnerView;
};

/**
 * Whoever already works with it, or is of the same house, is no news and stands in the lists; a body that takes part in nothing gives nothing to go by.
 * @param only of all that are ranked, these; a score does not depend on who else is given
 */
export async function rankPartners(
  at: View,
  { body, ties }: Pick<BodyGround, 'body' | 'ties'>,
  first: number,
  only?: ReadonlySet<string>,
): Promise<RankedPartners | PartnerLack> {
  const known = await readPartners(at);
  if ('lack' in known) return known;
  const { model, view } = known;
  const number = model.numberOf.get(body);
  if (number === undefined || (model.tiesOf[number]?.length ?? 0) === 0) return { lack: 'ties' };
  const leaveOut = new Set([...ties].flatMap(([id, those]) => (those.length > 0 ? [id] : [])));
  return { ranking: partnersOf(model, { body, first, leaveOut, ...(only && { only }) }), view };
}

export function measuredPartners(at: View, view: PartnerView): Promise<Measured> {
  return measuredOnce(at, 'partners', () => measurePartners(view));
}

/** What the ranking of partners knows of a version, made once; what is too much is refused by counts, before it is read. */
async function readPartners(at: View): Promise<PartnerGround | TooLarge> {
  const kept = at.kept?.partners.get(at.version, '');
  if (kept !== undefined) return kept;
  const counts = await at.topology.kindCounts();
  const count = KINDS.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0);
  if (count > MOST_LOOKED_AT) return { lack: 'size', count, most: MOST_LOOKED_AT };
  const { entities, relations } = await at.topology.totals();
  const most = at.topology.mostRead;
  if (entities + relations > most) return { lack: 'memory', count: entities + relations, most };
  return at.topology.analyseWhole((whole) => {
    // Made by somebody who waited for the same reading.
    const made = at.kept?.partners.get(at.version, '');
    if (made !== undefined) return made;
    const view = readPartnerView(whole);
    const ground = { model: partnerModel(view), view };
    at.kept?.partners.set(at.version, '', ground);
    return ground;
  });
}

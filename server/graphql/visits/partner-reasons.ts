import { KINDS } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { REASONS } from '#server/analysis/candidates/partners/reasons.ts';
import type { PartnerScore, PartnerTerm } from '#server/analysis/candidates/partners/scores.ts';
import { found } from '../found.ts';
import { nameLabel } from '../name.ts';
import type { View } from '../view.ts';
import { VISIT_WORDS } from './visit-words.ts';

/** Why a body is ranked as a partner of another: that it is worked out, then each term that counts; they add up. */
export async function partnerReasons(at: View, asked: string, { body, score, terms }: PartnerScore) {
  const counting = terms.filter(({ value }) => value > 0).toSorted((a, b) => Number(b.known) - Number(a.known));
  return [
    VISIT_WORDS.partner(await nameLabel(at, asked), score),
    ...(await Promise.all(counting.map((term) => reasonOf(at, body, term)))),
  ];
}

async function reasonOf(at: View, body: string, { term, value, known, rests }: PartnerTerm): Promise<Label> {
  if (!known) return VISIT_WORDS.byChance(REASONS[term], value);
  // Who is in no tie is counted as a newcomer: that is not to take part often.
  if (term === 'activity' && rests.length === 0) return VISIT_WORDS.newcomer(value);
  // What this reason rests on are kinds: of the partner it is the one.
  if (term === 'kind')
    return VISIT_WORDS.term(REASONS.kind, value, [KINDS[(await found(at, 'entity', body)).row.kind]]);
  return VISIT_WORDS.term(REASONS[term], value, await Promise.all(rests.map((id) => nameLabel(at, id))));
}

import type { PartialDate } from '#graph-model/dates.ts';
import type { CandidateGround } from '#server/analysis/candidates/ground.ts';
import type { RegionTies } from '#server/analysis/candidates/region-ties.ts';
import { contactsIn, signedOf, type Contact } from '#server/analysis/ledger/contacts.ts';
import type { View } from '../view.ts';

/** What the office's own ledger says of firms, and whom it says to be signed there, as known on a day. */
export async function readContacts(
  at: View,
  contacts: RegionTies['contacts'],
  date: PartialDate,
): Promise<Pick<CandidateGround, 'contacts' | 'signed'>> {
  if (contacts.length === 0) return { contacts: new Map(), signed: new Set() };
  const rows = await at.load.rows('relationship', new Set(contacts.map(({ relation }) => relation)));
  const known = await contactsIn(at.reader, rows, date);
  const away = new Set(contacts.flatMap((one) => (one.away ? [one.relation] : [])));
  const by = new Map<string, Contact[]>();
  for (const one of known) by.set(one.firm, [...(by.get(one.firm) ?? []), one]);
  return {
    contacts: new Map([...by].map(([firm, all]) => [firm, all.map(({ relation }) => relation).sort()])),
    signed: new Set(
      [...by].flatMap(([firm, all]) =>
        signedOf(all.filter(({ relation }) => !away.has(relation))) === undefined ? [] : [firm],
      ),
    ),
  };
}

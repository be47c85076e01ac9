import type { PartnerRow, RankedRow } from '../api/candidate-rankings.ts';
import type { Candidates, CandidateRow, CandidatesFor } from '../api/candidates.ts';
import { MAX_COMPARED, MAX_VISITS, type View } from './url.ts';

/** The three lists, side by side in this order and equal in rank. */
export const LISTS = ['named', 'ties', 'results'] as const;
export type ListName = (typeof LISTS)[number];

/** What a link asks for; null while too little of it is chosen. */
export function askedOf({ body, chains, segment, regions }: View): CandidatesFor | null {
  if (body !== null) return { body };
  const [chain] = chains;
  const [region] = regions;
  if (region === undefined || (chain === undefined && segment === null)) return null;
  return { region, ...(chain === undefined ? {} : { chain }), ...(segment === null ? {} : { segment }) };
}

export type Seen = { readonly list: ListName; readonly row: CandidateRow };

/** Every row with the list that it stands in, list by list. */
export function rowsOf(candidates: Pick<Candidates, ListName>): readonly Seen[] {
  return LISTS.flatMap((list) => candidates[list].rows.map((row) => ({ list, row })));
}

/** Everybody in the lists, each once, in the order of the lists. */
export function bodiesOf(candidates: Pick<Candidates, ListName>): readonly string[] {
  return [...new Set(rowsOf(candidates).map(({ row }) => row.body.id))];
}

/** Facts that the rows rest on, each once. */
export function factsOf(candidates: Pick<Candidates, ListName>): readonly string[] {
  const all = rowsOf(candidates).flatMap(({ row }) => [...row.relations, ...row.alongside, ...row.contacts]);
  return [...new Set(all.map(({ id }) => id))];
}

/** The name of the one begins with the whole name of the other, as that of a hospital of a university does. */
export function isNamedAfter(one: { readonly name: string }, other: { readonly name: string }): boolean {
  return one.name.length > other.name.length && one.name.startsWith(other.name);
}

/** A list with one more, or one less; the same list where it is full. */
export function toggled(list: readonly string[], id: string, most: number): readonly string[] {
  if (list.includes(id)) return list.filter((one) => one !== id);
  return list.length < most ? [...list, id] : list;
}

/** Who leaves the visiting list is no longer compared. */
export function withVisit(view: Pick<View, 'visits' | 'compared'>, id: string): Pick<View, 'visits' | 'compared'> {
  const visits = toggled(view.visits, id, MAX_VISITS);
  return { visits, compared: view.compared.filter((one) => visits.includes(one)) };
}

export function withCompared({ compared }: Pick<View, 'compared'>, id: string): Pick<View, 'compared'> {
  return { compared: toggled(compared, id, MAX_COMPARED) };
}

/** Thousandths as a decimal, `635` → `0.635`. */
export function decimal(thousandths: number, places: 2 | 3): string {
  return (thousandths / 1000).toFixed(places);
}

/** Thousandths as percent, `766` → `76.6 %`, `770` → `77 %`. */
export function percent(thousandths: number): string {
  return `${thousandths / 10} %`;
}

/** `0.315 + 0.200 + – + 0.120 = 0.635`: a term that no source speaks of adds nothing, and is seen to be unknown. */
export function sumOf({ terms, total }: Pick<RankedRow, 'terms' | 'total'>): string {
  const parts = terms.map(({ value, contribution }) => (value === null ? '–' : decimal(contribution, 3)));
  return `${parts.join(' + ')} = ${decimal(total, 3)}`;
}

/** `0.420 + (0.100) = 0.520`: in brackets what nothing is known of, counted as by chance. */
export function scoreOf({
  terms,
  score,
}: Pick<PartnerRow, 'score'> & {
  readonly terms: readonly Pick<PartnerRow['terms'][number], 'value' | 'known'>[];
}): string {
  const parts = terms.map(({ value, known }) => (known ? decimal(value, 3) : `(${decimal(value, 3)})`));
  return `${parts.join(' + ')} = ${decimal(score, 3)}`;
}

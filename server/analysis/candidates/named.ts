import type { CandidateGround } from './ground.ts';
import { closest, type FittingFact } from './fits.ts';
import { rowOf, type CandidateRow } from './row.ts';
import type { Silence } from './words.ts';

/**
 * Firms that a place, park, agency or policy names as wanted, of the region or of an area around it, and of which a
 * source says that they are of this chain; or the passage that names them speaks of the chain.
 */
export function namedRows(
  ground: CandidateGround,
  by: ReadonlyMap<string, readonly FittingFact[]>,
): readonly CandidateRow[] {
  const companies = [...new Set(ground.wants.map(({ company }) => company))].sort();
  return companies.flatMap((company) => namedRow(ground, company, by.get(company) ?? []) ?? []);
}

function namedRow(ground: CandidateGround, company: string, facts: readonly FittingFact[]): CandidateRow | undefined {
  const wants = ground.wants.filter((want) => want.company === company);
  const own = facts.filter(({ fit }) => fit !== 'other');
  const spoken = (ground.passagesOf.get(company) ?? []).flatMap((passage) => ground.spokenOf.get(passage) ?? []);
  const by = closest(own.length > 0 ? own : facts);
  const fit = own.length > 0 ? by.fit : spoken.length > 0 ? 'paragraph' : facts.length > 0 ? 'other' : undefined;
  if (fit === undefined) return undefined;
  const chain = ground.slice.chain.id;
  const meant = fit === 'paragraph' ? spoken : by.facts;
  const segments = meant.map(({ segment }) => segment).filter((id) => id !== chain);
  const products = fit === 'paragraph' ? [] : meant.flatMap(({ product }) => product ?? []);
  const ties = ground.ties.get(company) ?? [];
  const silences: Silence[] = [];
  if (fit === 'paragraph') silences.push('chain_by_passage');
  if (fit === 'other') silences.push('other_segment');
  if (fit === 'wider' || segments.length === 0) silences.push('segment_not_written');
  if (products.length === 0) silences.push('product_not_written');
  if (!ground.whereabouts.has(company)) silences.push('place_not_written');
  if (wants.every(({ wider }) => wider)) silences.push('wider_place');
  return rowOf(ground, {
    body: company,
    fit,
    segments,
    products,
    ties,
    making: wants.map(({ relation }) => relation),
    relations: [
      ...wants.map(({ relation }) => relation),
      ...(fit === 'paragraph' ? [] : meant.map(({ id }) => id)),
      ...ties.flatMap(({ own }) => own),
    ],
    alongside: fit === 'paragraph' ? spoken.map(({ id }) => id) : [],
    silences,
  });
}

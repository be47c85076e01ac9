import type { Kind } from '#graph-model/ontology/kinds.ts';
import { localityOf } from '../board/locality.ts';
import type { CandidateGround, LocalTie, Whereabouts } from './ground.ts';
import { closest, isMade, type FittingFact } from './fits.ts';
import { rowOf, type CandidateRow } from './row.ts';
import type { Silence } from './words.ts';

/** Whom one could visit: an agency, a fund, an association or a consortium itself is none. */
export const VISITED: readonly Kind[] = ['Company', 'Hospital', 'University', 'Institute', 'Laboratory'];

export type TieRows = {
  readonly rows: readonly CandidateRow[];
  /** Active in the chain elsewhere, and no source ties them to the region. */
  readonly noTie: readonly string[];
  /** Active in the chain, and no source says where or ties them to the region. */
  readonly placeUnknown: readonly string[];
};

/**
 * Bodies of the chain that are here, or that a tie leads to. A fit is made by what is written of the body itself; who
 * is tied and does another segment of the chain stands there as no fit.
 * @param present bodies that operate here in what is asked for
 */
export function tieRows(
  ground: CandidateGround,
  by: ReadonlyMap<string, readonly FittingFact[]>,
  present: ReadonlySet<string>,
): TieRows {
  const rows: CandidateRow[] = [];
  const noTie: string[] = [];
  const placeUnknown: string[] = [];
  for (const [body, facts] of [...by].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = ground.kinds.get(body);
    if (kind === undefined || !VISITED.includes(kind) || present.has(body)) continue;
    const ties = ground.ties.get(body) ?? [];
    const where = whereIs(ground, body, facts);
    if (kind !== 'Company' && !facts.some(({ fact }) => isMade(fact)) && (ties.length === 0 || where === 'here')) {
      continue;
    }
    if (ties.length === 0 && (where === 'elsewhere' || where === 'unknown')) {
      if (closest(facts).fit !== 'other') (where === 'elsewhere' ? noTie : placeUnknown).push(body);
      continue;
    }
    const row = tieRow(ground, body, facts, ties, where);
    if (row !== undefined) rows.push(row);
  }
  return { rows, noTie, placeUnknown };
}

/** Where it is, or where it is said to act. */
function whereIs(
  { slice, region, whereabouts }: CandidateGround,
  body: string,
  facts: readonly FittingFact[],
): Whereabouts | 'unknown' {
  const at = whereabouts.get(body);
  if (at === 'here') return at;
  const said = facts.map(({ fact }) => localityOf(slice, fact, region));
  if (said.includes('local')) return 'here';
  return at ?? (said.includes('open') ? 'unknown' : 'elsewhere');
}

function tieRow(
  ground: CandidateGround,
  body: string,
  facts: readonly FittingFact[],
  ties: readonly LocalTie[],
  where: Whereabouts | 'unknown',
): CandidateRow | undefined {
  const { fit, facts: said } = closest(facts);
  const products = said.flatMap(({ product }) => product ?? []);
  const silences: Silence[] = [];
  if (fit === 'chain' || fit === 'wider') silences.push('segment_not_written');
  if (fit === 'other') silences.push('other_segment');
  if (products.length === 0) silences.push('product_not_written');
  if (!said.some((fact) => isMade(fact) && fact.modality === 'operating')) silences.push('production_not_written');
  if (where === 'around') silences.push('wider_place');
  if (where === 'unknown') silences.push('place_not_written');
  return rowOf(ground, {
    body,
    fit,
    segments: said.map(({ segment }) => segment).filter((id) => id !== ground.slice.chain.id),
    products,
    ties: where === 'here' ? [{ kind: 'here', through: undefined, with: [], relations: [] }, ...ties] : ties,
    relations: [...said.map(({ id }) => id), ...ties.flatMap(({ relations }) => relations)],
    silences,
  });
}

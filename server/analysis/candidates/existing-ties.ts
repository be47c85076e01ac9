import type { Kind } from '#graph-model/ontology/kinds.ts';
import { localityOf, type Locality } from '../board/locality.ts';
import { stands, type CandidateGround, type ToldTie, type Whereabouts } from './ground.ts';
import { closest, isMade, type FittingFact } from './fits.ts';
import { rowOf, type CandidateRow } from './row.ts';
import type { Silence } from './words.ts';

/** Whom one could visit: an agency, a fund, an association or a consortium itself is none. */
export const VISITED: readonly Kind[] = ['Company', 'Hospital', 'University', 'Institute', 'Laboratory'];

type TieRows = {
  /** Who is here, has dealings with the region, or belongs to somebody there or the other way round. */
  readonly rows: readonly CandidateRow[];
  /** Whom only plans or proposals bring here or tie to it: nothing of it took place. */
  readonly intended: readonly CandidateRow[];
  /** Active in the chain elsewhere, and no source ties them to the region. */
  readonly noTie: readonly string[];
  /** Firms of which only an area is written that could hold the region or could not, and no tie. */
  readonly widerPlace: readonly string[];
  /** Active in the chain, and no source says where or ties them to the region. */
  readonly placeUnknown: readonly string[];
};

/**
 * Bodies of the chain that are here, or that a tie leads to. Whoever is only written to be in a wider area is not here.
 * A fit is made by what is written of the body itself; who is tied and does another segment of the chain stands there
 * as no fit.
 * @param present bodies that operate here in what is asked for
 */
export function tieRows(
  ground: CandidateGround,
  by: ReadonlyMap<string, readonly FittingFact[]>,
  present: ReadonlySet<string>,
): TieRows {
  const rows: CandidateRow[] = [];
  const intended: CandidateRow[] = [];
  const widerPlace: string[] = [];
  const noTie: string[] = [];
  const placeUnknown: string[] = [];
  for (const [body, facts] of [...by].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kind = ground.kinds.get(body);
    if (kind === undefined || !VISITED.includes(kind) || present.has(body)) continue;
    const ties = ground.ties.get(body) ?? [];
    const where = whereIs(ground, body, facts);
    const firm = kind === 'Company';
    if (!firm && !facts.some(({ fact }) => isMade(fact)) && (ties.length === 0 || where === 'here')) continue;
    if (ties.length === 0 && where !== 'here' && where !== 'meant') {
      // A firm of the wider area may be here; that an institute of the province is in none of its cities is no news.
      if (where === 'around' && firm) widerPlace.push(body);
      else if (closest(facts).fit !== 'other') (where === 'elsewhere' ? noTie : placeUnknown).push(body);
      continue;
    }
    const row = tieRow(ground, body, facts, ties, where);
    if (row !== undefined) (where === 'here' || ties.some(stands) ? rows : intended).push(row);
  }
  return { rows, intended, noTie, widerPlace, placeUnknown };
}

/** Meant: planned or proposed to act here, and not here yet. Around: only an area is written that could hold it. */
type Where = Whereabouts | 'meant' | 'unknown';

const NO_RELATION = { through: undefined, own: [], with: [] } as const;

/** Where it is, or where it is said to act. */
function whereIs(ground: CandidateGround, body: string, facts: readonly FittingFact[]): Where {
  const at = ground.whereabouts.get(body);
  if (at === 'here') return at;
  const local = facts.filter((one) => localityIn(ground, one) === 'local');
  if (local.length > 0) return local.some(({ fact }) => stands(fact)) ? 'here' : 'meant';
  if (at !== undefined && at !== 'elsewhere') return at;
  const open = facts.some((one) => localityIn(ground, one) === 'open');
  return open ? (at === undefined ? 'unknown' : 'around') : 'elsewhere';
}

/** A place that a segment around the asked is told of is none of the slice. */
function localityIn({ slice, region, whereabouts }: CandidateGround, { fact, fit }: FittingFact): Locality {
  if (fit !== 'wider' || slice.entities.has(fact.from)) return localityOf(slice, fact, region);
  const where = whereabouts.get(fact.at ?? fact.from);
  return where === 'here' ? 'local' : where === 'elsewhere' ? 'elsewhere' : 'open';
}

/** That it is here, or is meant to be. */
function presence(ground: CandidateGround, facts: readonly FittingFact[], where: Where): readonly ToldTie[] {
  if (where === 'here') return [{ kind: where, modality: 'operating', ...NO_RELATION }];
  if (where !== 'meant') return [];
  const planned = facts.some((one) => one.fact.modality === 'planned' && localityIn(ground, one) === 'local');
  return [{ kind: where, modality: planned ? 'planned' : 'proposed', ...NO_RELATION }];
}

function tieRow(
  ground: CandidateGround,
  body: string,
  facts: readonly FittingFact[],
  ties: readonly ToldTie[],
  where: Where,
): CandidateRow | undefined {
  const { fit, facts: said } = closest(facts);
  const products = said.flatMap(({ product }) => product ?? []);
  const silences: Silence[] = [];
  if (fit === 'chain' || fit === 'wider') silences.push('segment_not_written');
  if (fit === 'other') silences.push('other_segment');
  const firm = ground.kinds.get(body) === 'Company';
  if (products.length === 0 && (firm || said.some(isMade))) silences.push('product_not_written');
  const operates = said.some((fact) => isMade(fact) && fact.modality === 'operating');
  if (!operates && (firm || said.some(isMade))) silences.push('production_not_written');
  if (where === 'around') silences.push('wider_place');
  if (where === 'unknown') silences.push('place_not_written');
  return rowOf(ground, {
    body,
    fit,
    segments: said.map(({ segment }) => segment).filter((id) => id !== ground.slice.chain.id),
    products,
    ties: [...presence(ground, facts, where), ...ties],
    making: said.map(({ id }) => id),
    relations: [...said.map(({ id }) => id), ...ties.flatMap(({ own }) => own)],
    silences,
  });
}

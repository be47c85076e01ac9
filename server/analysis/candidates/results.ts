import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { SliceFact } from '../board/slice.ts';
import type { CandidateGround } from './ground.ts';
import type { FittingFact } from './fits.ts';
import { rowOf, type CandidateRow } from './row.ts';
import type { Silence } from './words.ts';

/** Whose results could be transferred: a firm's own research is for itself. */
const RESEARCHERS: readonly Kind[] = ['University', 'Institute', 'Laboratory', 'Hospital'];

type ResultRows = {
  readonly rows: readonly CandidateRow[];
  /** Bodies with results of other segments of the chain alone. */
  readonly elsewhere: readonly string[];
  /** Bodies that only mean to develop something. */
  readonly notYet: readonly string[];
};

/** Products of what is asked for that a research body develops, and is not said to make in quantity: a row a product. */
export function resultRows(ground: CandidateGround, by: ReadonlyMap<string, readonly FittingFact[]>): ResultRows {
  const rows: CandidateRow[] = [];
  const elsewhere: string[] = [];
  const notYet: string[] = [];
  for (const [body, facts] of [...by].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!RESEARCHERS.includes(ground.kinds.get(body) ?? 'Company')) continue;
    const results = facts.filter(({ fact }) => isResult(fact));
    const here = results.filter(({ fit }) => fit === 'product').map(({ fact }) => fact);
    const there = here.filter(({ modality }) => modality === 'operating' || modality === 'building');
    const products = new Set(there.flatMap(({ product }) => product ?? []));
    for (const product of [...products].sort()) {
      const said = there.filter((fact) => fact.product === product);
      const silences: Silence[] = [];
      if (said.every(({ stage }) => stage === undefined)) silences.push('stage_not_written');
      if (!ground.whereabouts.has(body)) silences.push('place_not_written');
      const row = rowOf(ground, {
        body,
        fit: 'product',
        segments: said.map(({ segment }) => segment),
        products: [product],
        ties: ground.whereabouts.get(body) === 'here' ? [] : (ground.ties.get(body) ?? []),
        making: said.map(({ id }) => id),
        relations: said.map(({ id }) => id),
        silences,
      });
      if (row !== undefined) rows.push(row);
    }
    if (products.size > 0) continue;
    if (here.length > 0) notYet.push(body);
    else if (results.some(({ fact: { modality } }) => modality === 'operating' || modality === 'building')) {
      elsewhere.push(body);
    }
  }
  return { rows, elsewhere, notYet };
}

function isResult({ type, product, stage }: SliceFact): boolean {
  if (product === undefined || stage === 'mass') return false;
  return type === 'DEVELOPS' || (type === 'PRODUCES' && (stage === 'research' || stage === 'pilot'));
}

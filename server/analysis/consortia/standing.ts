import { latest, type PartialDate } from '#graph-model/dates.ts';
import { MODALITIES, wordsOf, type Modality } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';

export type Relation = RowOf<'relationship'>;

const REAL_FIRST = wordsOf(MODALITIES);

/** Has it ended by that day, by its sources? */
export function isOver({ ended, validTo }: Pick<Relation, 'ended' | 'validTo'>, date: PartialDate): boolean {
  return ended === true || (validTo !== undefined && latest(validTo) < latest(date));
}

/** The most real of them: operating before building, before planned, before proposed. */
export function mostReal(relations: readonly Pick<Relation, 'modality'>[]): Modality | undefined {
  return REAL_FIRST.find((modality) => relations.some((one) => one.modality === modality));
}

import { latest, type PartialDate } from '#graph-model/dates.ts';
import { specOf, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import { MODALITIES, type Modality } from '#graph-model/ontology/vocabulary.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { VisitLanguage } from '#server/visits/visit-row.ts';
import { labelOnly } from '../label.ts';
import { nameLabel } from '../name.ts';
import type { View } from '../view.ts';
import { VISIT_WORDS } from './visit-words.ts';

/** What tells that a firm expands or moves: what it builds, or what is planned of it. */
const SIGNALS: { readonly types: readonly RelationshipType[]; readonly modalities: readonly Modality[] } = {
  types: ['ACTIVE_IN', 'PRODUCES', 'LOCATED_IN'],
  modalities: ['building', 'planned'],
};

type Signal = { readonly relation: string; readonly text: string };

/** What it builds or what is planned of it, each with the day of the newest source that says so; the newest first. */
export async function signalsOf(
  at: View,
  id: string,
  { date, language }: { readonly date: PartialDate; readonly language: VisitLanguage },
): Promise<readonly Signal[]> {
  const rows = (await at.load.by('relationship', 'from', id)).filter(
    (row) => SIGNALS.types.includes(row.type) && SIGNALS.modalities.includes(row.modality) && holds(row, date),
  );
  const dated = await Promise.all(
    rows.map(async (row) => {
      const day = await newestOf(at, row.id, date);
      if (day === undefined) return [];
      const type = labelOnly(specOf(row.type).label);
      const said = VISIT_WORDS.signal(MODALITIES[row.modality], type, await nameLabel(at, row.to), day);
      return [{ day, relation: row.id as string, text: said[language] }];
    }),
  );
  return dated.flat().sort((a, b) => compareText(latest(b.day), latest(a.day)) || compareText(a.text, b.text));
}

/** It has not ended, nor did what the sources give as its time. */
export function holds({ ended, validTo }: RowOf<'relationship'>, date: PartialDate): boolean {
  return ended !== true && (validTo === undefined || latest(validTo) >= latest(date));
}

/** Of the sources of that day or before that support it. */
async function newestOf(at: View, fact: string, date: PartialDate): Promise<PartialDate | undefined> {
  const statements = await at.load.by('statement', 'fact', fact);
  const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
  const supports = evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source);
  const sources = await at.load.rows('source', new Set(supports));
  const days = sources.map((source) => source.date).filter((day) => day <= latest(date));
  return days.sort((a, b) => compareText(latest(b), latest(a)))[0];
}

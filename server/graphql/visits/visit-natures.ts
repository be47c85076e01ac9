import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { MODALITIES, SOURCE_CLASSES, wordsOf } from '#graph-model/ontology/vocabulary.ts';
import { readSupport } from '../board/read-support.ts';
import { labelOnly } from '../label.ts';
import type { View } from '../view.ts';
import { VISIT_WORDS, WORKED_OUT } from './visit-words.ts';

const MOST_REAL_FIRST = wordsOf(MODALITIES);
const CLASSES = wordsOf(SOURCE_CLASSES);

/** How real what is said is, the more real first, each with the sorts of paper that say so. */
export async function naturesOf(at: View, relations: readonly string[], date: PartialDate): Promise<readonly Label[]> {
  const rows = await at.load.rows('relationship', new Set(relations));
  const { sourcesOf, sources } = await readSupport(at, new Set(relations), date);
  const natures = MOST_REAL_FIRST.flatMap((modality) => {
    const ids = rows.filter((row) => row.modality === modality).flatMap(({ id }) => sourcesOf.get(id) ?? []);
    const classes = new Set(ids.flatMap((id) => sources.get(id)?.class ?? []));
    if (classes.size === 0) return [];
    const inOrder = CLASSES.filter((cls) => classes.has(cls)).map((cls) => labelOnly(SOURCE_CLASSES[cls]));
    return [VISIT_WORDS.nature(MODALITIES[modality], inOrder)];
  });
  return natures.length === 0 ? [WORKED_OUT] : natures;
}

/** What those who read a fact out of a source noted beside it, each once, in the order of reading. */
export async function notesOf(at: View, fact: string, date: PartialDate): Promise<readonly string[]> {
  const statements = await at.load.by('statement', 'fact', fact);
  const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
  const sources = await at.load.rows('source', new Set(evidence.map(({ source }) => source)));
  const known = new Set(sources.flatMap((source) => (source.date <= latest(date) ? [source.id as string] : [])));
  const notes = evidence.flatMap(({ stance, source, note }) =>
    stance === 'supports' && known.has(source) && note !== undefined ? [note] : [],
  );
  return [...new Set(notes)];
}

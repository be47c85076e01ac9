import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { SOURCE_CLASSES } from '#graph-model/ontology/vocabulary.ts';
import { compareText } from '#graph-model/text.ts';
import type { View } from './view.ts';

/**
 * Class, title, date and place of every passage that supports some facts, each once, by code point.
 * @param date only of sources of that day or before
 */
export async function citationsOf(
  at: View,
  facts: readonly string[],
  language: keyof Label,
  date?: PartialDate,
): Promise<readonly string[]> {
  const statements = (await Promise.all(facts.map((id) => at.load.by('statement', 'fact', id)))).flat();
  const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
  const supports = evidence.filter(({ stance }) => stance === 'supports');
  const cited = await Promise.all(
    supports.map(async ({ source, passage }) => {
      const [of, where] = await Promise.all([at.load.row('source', source), at.load.row('passage', passage)]);
      if (of === undefined || (date !== undefined && of.date > latest(date))) return [];
      const cls = SOURCE_CLASSES[of.class][language];
      const locator = where?.locator ?? '';
      if (language === 'zh') return [`${cls}《${of.title}》${of.date}，${locator}`];
      return [`${cls}: ${of.titleEn ?? of.title}, ${of.date}, ${locator}`];
    }),
  );
  return [...new Set(cited.flat())].sort(compareText);
}

import { compareLocators } from '#graph-model/facts/passage.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { View } from '../view.ts';

/** The passages that support each fact, by fact, each once and in order of id. */
export async function readPassages(at: View, facts: Iterable<string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const each = await Promise.all(
    [...facts].map(async (fact) => {
      const statements = await at.load.by('statement', 'fact', fact);
      const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
      const supports = evidence.filter(({ stance }) => stance === 'supports');
      return [fact, [...new Set<string>(supports.map(({ passage }) => passage))].sort()] as const;
    }),
  );
  return new Map(each);
}

/** Source by source, each in the order of reading. */
export function inReadingOrder(passages: readonly RowOf<'passage'>[]): readonly RowOf<'passage'>[] {
  return passages.toSorted(
    (a, b) => compareText(a.source, b.source) || compareLocators(a.locator, b.locator) || compareText(a.id, b.id),
  );
}

import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { SliceSource } from '#server/analysis/board/slice.ts';
import type { View } from '../view.ts';

/** Which sources of that day or before support each fact, in order of id. */
export async function readSupport(
  at: View,
  facts: ReadonlySet<string>,
  date: PartialDate,
): Promise<{
  readonly sourcesOf: ReadonlyMap<string, readonly string[]>;
  readonly sources: Map<string, SliceSource>;
}> {
  const of = new Map<string, Set<string>>();
  await Promise.all(
    [...facts].map(async (fact) => {
      const statements = await at.load.by('statement', 'fact', fact);
      const evidence = (await Promise.all(statements.map(({ id }) => at.load.by('evidence', 'statement', id)))).flat();
      of.set(fact, new Set(evidence.filter(({ stance }) => stance === 'supports').map(({ source }) => source)));
    }),
  );
  const rows = await at.load.rows('source', new Set([...of.values()].flatMap((ids) => [...ids])));
  const sources = new Map<string, SliceSource>(
    rows
      .filter((source) => source.date <= latest(date))
      .map(({ id, class: cls, publisher, date: said }) => [id, { id, class: cls, publisher, date: said }]),
  );
  return {
    sourcesOf: new Map([...of].map(([fact, ids]) => [fact, [...ids].filter((id) => sources.has(id)).sort()])),
    sources,
  };
}

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

import { ask } from '../api/client.ts';
import { factLinesById, factLinesQuery, MOST_FACT_LINES, type FactLine } from '../api/fact-lines.ts';
import { useAnswer, type Answer } from './use-answer.ts';

/** The facts of a list of ids, in one question; those beyond a hundred are left to the caller to count. */
export function useFactLines(
  ids: readonly string[],
  version: number,
): { readonly answer: Answer<ReadonlyMap<string, FactLine>>; readonly asked: ReadonlySet<string> } {
  const asked = ids.slice(0, MOST_FACT_LINES);
  const answer = useAnswer(`facts ${version} ${asked.join(' ')}`, async () =>
    asked.length === 0
      ? new Map<string, FactLine>()
      : factLinesById((await ask(factLinesQuery, { ids: asked, version })).nodes),
  );
  return { answer, asked: new Set(asked) };
}

import type { CandidateRow } from '../api/candidates.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';

/** What ties a candidate, in one line: the sort of tie, through what, and whom it leads to. */
export function TieWords({ ties }: Pick<CandidateRow, 'ties'>) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const lines = ties.map(({ kind, label, through, with: others }) => {
    const sort = through ? words.candidates.through(said(label, lang), nameOf(through)) : said(label, lang);
    const text = others.length === 0 ? sort : words.candidates.by(sort, others.map(nameOf).join(words.app.and));
    return { key: `${kind} ${through?.id ?? ''} ${others.map(({ id }) => id).join(' ')}`, text };
  });
  return lines.map(({ key, text }) => (
    <span key={key} className="under">
      {text}
    </span>
  ));
}

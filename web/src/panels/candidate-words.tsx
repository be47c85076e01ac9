import type { CandidateRow, CandidateTie } from '../api/candidates.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';

/** A tie in one line: its sort, through what, and whom it leads to. */
export function useTieText(): (tie: CandidateTie) => string {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  return ({ label, through, with: others }) => {
    const sort = through ? words.candidates.through(said(label, lang), nameOf(through)) : said(label, lang);
    return others.length === 0 ? sort : words.candidates.by(sort, others.map(nameOf).join(words.app.and));
  };
}

/** What ties a candidate, a line each. */
export function TieWords({ ties }: Pick<CandidateRow, 'ties'>) {
  const textOf = useTieText();
  return ties.map((tie) => (
    <span key={textOf(tie)} className="under">
      {textOf(tie)}
    </span>
  ));
}

import type { CandidateRow } from '../api/candidates.ts';
import { useLang, useWords } from '../locale/use-words.ts';
import { tieText } from '../state/candidate-told.ts';

/** What ties a candidate, a line each. */
export function TieWords({ ties }: Pick<CandidateRow, 'ties'>) {
  const words = useWords();
  const lang = useLang();
  return ties
    .map((tie) => tieText(tie, words, lang))
    .map((text) => (
      <span key={text} className="under">
        {text}
      </span>
    ));
}

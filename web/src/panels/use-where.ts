import { citation, useLang, useWords } from '../locale/use-words.ts';
import { firstPassage } from '../state/fact-groups.ts';

/** Where a value stands, in one line. */
export function useWhere(): (fact: Parameters<typeof firstPassage>[0]) => string {
  const words = useWords();
  const lang = useLang();
  return (fact) => {
    const passage = firstPassage(fact);
    return passage
      ? citation({ cls: passage.source.class, date: passage.source.date, locator: passage.locator }, words, lang)
      : '';
  };
}

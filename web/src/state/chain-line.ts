import type { BriefFact } from '../api/brief.ts';
import { citation, modalityWord, sureWord } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { placesOf } from './asks.ts';
import { notesOf } from './fact-notes.ts';
import type { LineTold } from './line-told.ts';
import type { Lang } from './url.ts';

/** What stands under a sentence that is said of a whole chain. */
export function chainLine(fact: BriefFact, words: Words, lang: Lang): LineTold {
  const real = modalityWord(fact, fact.from.kind, words);
  const [place] = placesOf(fact);
  return {
    parts: [
      ...(real === null ? [] : [real]),
      ...(place
        ? [citation({ cls: place.source.class, date: place.source.date, locator: place.locator }, words, lang)]
        : []),
      words.paths.sure(sureWord(fact.confidence, words)),
    ],
    notes: notesOf(fact),
  };
}

import type { CandidateRow, CandidateTie } from '../api/candidates.ts';
import { nameIn, said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Lang } from './url.ts';

type KnownItem = CandidateRow['known']['items'][number];
type Place = { readonly source: { readonly date: string | null }; readonly locator: string };

/** `2025-02，¶36`; empty where neither is known. */
export function placeText(place: Pick<Place, 'locator' | 'source'> | undefined, words: Words): string {
  const parts = place ? [place.source.date, place.locator] : [];
  return parts.filter((part) => part !== null && part !== '').join(words.app.comma);
}

/** What sources tell of a candidate by itself, in one line: dealings with a government body are said to be such. */
export function knownText({ official, label, passages: [passage] }: KnownItem, words: Words, lang: Lang): string {
  const text = official ? words.candidates.officialOf(said(label, lang)) : said(label, lang);
  return sourced(text, placeText(passage, words), words);
}

/** A tie in one line: its sort, through what, and whom it leads to. */
export function tieText({ label, through, with: others }: CandidateTie, words: Words, lang: Lang): string {
  const sort = through ? words.candidates.through(said(label, lang), nameIn(through, lang)) : said(label, lang);
  const names = others.map((one) => nameIn(one, lang));
  return others.length === 0 ? sort : words.candidates.by(sort, names.join(words.app.and));
}

export function sourced(text: string, where: string, words: Words): string {
  return where === '' ? text : words.candidates.sourced(text, where);
}

import { createContext, useContext } from 'react';
import type { Kind, Label, Modality, RelationType } from '../api/fragments.ts';
import { SURE } from '../state/sure.ts';
import type { Lang } from '../state/url.ts';
import { en } from './en.ts';
import { zh, type Words } from './zh.ts';

export const LangContext = createContext<Lang>('zh');

export function useLang(): Lang {
  return useContext(LangContext);
}

export function useWords(): Words {
  return useContext(LangContext) === 'zh' ? zh : en;
}

/** The label of the service in the reader's language. */
export function said(label: Label, lang: Lang): string {
  return lang === 'zh' ? label.zh : label.en;
}

/** Is some of a text in Chinese characters? */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** What has a name, and perhaps one in English that a source gives. */
export type Named = { readonly name: string; readonly nameEn: string | null };

/** The name in the reader's language; where no source gives one in English, the one there is. */
export function nameIn({ name, nameEn }: Named, lang: Lang): string {
  return lang === 'en' ? (nameEn ?? name) : name;
}

export function useNameOf(): (entity: Named) => string {
  const lang = useLang();
  return (entity) => nameIn(entity, lang);
}

/** Confidence in words; thousandths stay in the API and the export. */
export function sureWord(thousandths: number, words: Words): string {
  if (thousandths >= SURE.high) return words.sure.high;
  return thousandths >= SURE.middle ? words.sure.middle : words.sure.low;
}

/**
 * How real it is, of who does it: a firm is in production, a hospital or an institute at work. Null of a tie that
 * merely holds, such as a membership.
 */
export function modalityWord(
  { type, modality }: { readonly type: RelationType; readonly modality: Modality },
  actor: Kind,
  words: Words,
): string | null {
  if (modality !== 'operating') return words.modalities[modality];
  if (type !== 'PRODUCES' && type !== 'ACTIVE_IN') return null;
  return actor === 'Company' ? words.inProduction : words.atWork;
}

/** `官方新闻 2025-02，¶36`: class, date and place as every line of the product writes them. */
export function citation(
  of: { readonly cls: keyof Words['classes']; readonly date: string | null; readonly locator: string },
  words: Words,
  lang: Lang,
): string {
  const dated = of.date ? `${words.classes[of.cls]} ${of.date}` : words.classes[of.cls];
  return `${dated}${lang === 'zh' ? '，' : ', '}${of.locator}`;
}

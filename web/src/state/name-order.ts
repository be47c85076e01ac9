import type { Lang } from './url.ts';

const COLLATORS: Readonly<Record<Lang, Intl.Collator>> = {
  zh: new Intl.Collator('zh-CN-u-co-pinyin'),
  en: new Intl.Collator('en'),
};

/** Options of a choice as a reader looks for them: by pinyin in Chinese, by the alphabet in English. */
export function inNameOrder<T extends { readonly label: string }>(options: readonly T[], lang: Lang): readonly T[] {
  return options.toSorted((a, b) => COLLATORS[lang].compare(a.label, b.label));
}

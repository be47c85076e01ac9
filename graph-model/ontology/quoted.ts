import type { Label } from './label.ts';

/** A document's own words in both languages: never translated, so English quotes what is in Chinese characters. */
export function inOwnWords(text: string): Label {
  return { zh: text, en: /\p{Script=Han}/u.test(text) ? `「${text}」` : text };
}

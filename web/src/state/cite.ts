import type { SourceLite } from '../api/fragments.ts';
import type { Lang } from './url.ts';
import type { Words } from '../locale/zh.ts';

type Cited = Pick<SourceLite, 'title' | 'titleEn' | 'publisher' | 'date'>;

/** One line that leads a reader back: title, publisher, date as precise as known, and the place where one is meant. */
export function citeLine(source: Cited, locator: string | null, words: Words, lang: Lang): string {
  const title = lang === 'en' && source.titleEn ? source.titleEn : source.title;
  const quoted = lang === 'zh' ? `《${title}》` : `“${title}”`;
  return [quoted, source.publisher, source.date, locator].filter((part) => part !== null).join(words.app.comma);
}

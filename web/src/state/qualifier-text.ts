import type { RelationFull } from '../api/entity.ts';
import { said } from '../locale/use-words.ts';
import type { Lang } from './url.ts';

/** A qualifier in words: its name and value; a note speaks for itself. */
export function qualifierText(detail: RelationFull['details'][number], lang: Lang): string {
  const value = said(detail.valueLabel, lang);
  return detail.name === 'note' ? value : `${said(detail.label, lang)} ${value}`;
}

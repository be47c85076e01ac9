import type { Changes } from '../api/changes.ts';
import { said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { GROUP_OF } from './change-words.ts';
import type { Lang } from './url.ts';

/** Is it the first version, with nothing earlier to compare? What is in it is then not new, but what was loaded. */
function isFirstLoad({ since, version }: Pick<Changes, 'since' | 'version'>): boolean {
  return since === 0 && version === 1;
}

/** The name of a sort of change. */
export function changeHead(
  changes: Pick<Changes, 'since' | 'version'>,
  { change, label }: Changes['counts'][number],
  words: Words,
  lang: Lang,
): string {
  return isFirstLoad(changes) ? words.changes.groups[GROUP_OF[change]] : said(label, lang);
}

/** What was compared and how much is listed of what there is. */
export function comparedWords(changes: Changes, words: Words): string {
  const { since, sinceDate, version, date, edges, totalCount } = changes;
  const what = isFirstLoad(changes)
    ? words.changes.firstOf(version, date)
    : words.changes.compared(since, sinceDate, version, date);
  return `${what}${words.app.comma}${words.changes.listed(edges.length, totalCount)}`;
}

import type { Matched } from '../api/match.ts';
import { said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { csvTable } from './csv.ts';
import type { Lang } from './url.ts';

/** The outcomes as a spreadsheet opens them: a line each candidate, an entry without any a line of its own. */
export function matchCsv({ names, coverage }: Matched, words: Words, lang: Lang): string {
  const { columns } = words.match;
  const head = [
    columns.position,
    columns.read,
    columns.outcome,
    columns.rank,
    columns.entity,
    columns.entityEn,
    columns.kind,
    columns.matched,
    columns.reason,
    columns.id,
  ];
  const lines = names.flatMap(({ position, read, label, sameAs, candidates, omitted }) => {
    const outcome = sameAs === null ? said(label, lang) : words.match.sameAs(sameAs);
    const start = [String(position), read, omitted > 0 ? `${outcome} ${words.match.omitted(omitted)}` : outcome];
    if (candidates.length === 0) return [[...start, '', '', '', '', '', '', '']];
    return candidates.map(({ rank, entity, matched, reason, weak }) => [
      ...start,
      String(rank),
      entity.name,
      entity.nameEn ?? '',
      words.kinds[entity.kind],
      matched.value,
      weak ? `${said(reason, lang)}${words.app.comma}${words.match.weak}` : said(reason, lang),
      entity.id,
    ]);
  });
  const foot = [
    words.status.documents(coverage.sources),
    words.status.version(coverage.version),
    words.match.noneMeans,
  ].join(' · ');
  return csvTable(head, lines, { head: words.app.aboutTable, text: foot });
}

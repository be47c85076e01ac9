import type { Change, Changes } from '../api/changes.ts';
import { said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { changeHead, comparedWords } from './compared-words.ts';
import { csvTable } from './csv.ts';
import type { Lang } from './url.ts';

/** The changes as a spreadsheet opens them: one line a change, each with what was compared and how many there are. */
export function changesCsv(changes: Changes, words: Words, lang: Lang): string {
  const { columns } = words.changes;
  const labels = new Map(changes.counts.map((count) => [count.change, changeHead(changes, count, words, lang)]));
  const lines = changes.edges.map(({ node }) => lineOf(node, labels.get(node.change) ?? '', words, lang));
  const foot = [
    comparedWords(changes, words),
    ...changes.cuts.map(({ label, before, after, listed }) =>
      words.changes.cut(said(label, lang), before, after, listed),
    ),
  ];
  const head = [columns.change, columns.sentence, columns.reason, columns.entities, columns.run, columns.sources];
  return csvTable(head, lines, { head: words.app.aboutTable, text: foot.join(' · ') });
}

function lineOf(change: Change, label: string, words: Words, lang: Lang): string[] {
  const { sentence, reason, run, entities, sources, sourceCount } = change;
  const titles = sources.map(
    (source) => `${lang === 'en' && source.titleEn ? source.titleEn : source.title} ${source.date}`,
  );
  const more = sourceCount - sources.length;
  return [
    label,
    said(sentence, lang),
    reason === null ? '' : said(reason, lang),
    entities.map(({ entity }) => `${entity.name} ${entity.id}`).join('; '),
    run === null ? '' : words.changes.run(run.version, run.asOf, run.title),
    [...titles, ...(more > 0 ? [words.changes.moreSources(more)] : [])].join('; '),
  ];
}

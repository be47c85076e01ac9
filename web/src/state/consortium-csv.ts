import type { ConsortiumTie } from '../api/consortium.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { rowNotes } from './consortium-notes.ts';
import { csvTable } from './csv.ts';
import type { Lang } from './url.ts';

/** The page as a spreadsheet opens it: one line a row, each with its sources; then what is not written, and who could bring what. */
export function consortiumCsv(tie: ConsortiumTie, words: Words, lang: Lang): string {
  const name = nameIn(tie.entity, lang);
  const { and, comma } = words.app;
  const own = words.consortia;
  const rows = tie.roles.flatMap(({ role, rows: inRole }) =>
    inRole.map((row) => [
      name,
      own.roles[role],
      nameIn(row.entity, lang),
      words.kinds[row.entity.kind],
      rowNotes(tie, role, row, words, lang).join(comma),
      [...new Set(row.relations.map(({ modality }) => words.modalities[modality]))].join(and),
      row.passages.map(({ source, locator }) => `${source.title} ${source.date} ${locator}`).join(and),
    ]),
  );
  const unknown = tie.unknown.map(({ label }) => [
    name,
    own.unknown,
    lang === 'zh' ? label.zh : label.en,
    '',
    own.unknownNote,
    '',
    '',
  ]);
  const skills = tie.skills.flatMap(({ chain, unseen }) =>
    unseen.map(({ segment, bringers, total }) => [
      name,
      `${own.unseen}${comma}${nameIn(chain, lang)}`,
      nameIn(segment, lang),
      words.kinds.Segment,
      [
        ...bringers.map(({ entity, ways }) => `${nameIn(entity, lang)} ${ways.map((way) => own.ways[way]).join(and)}`),
        ...(total > bringers.length ? [own.moreBodies(total - bringers.length)] : []),
      ].join(and),
      '',
      '',
    ]),
  );
  const foot = [own.uncounted, words.status.version(tie.coverage.version)].join(' · ');
  return csvTable(own.csvHead, [...rows, ...unknown, ...skills], { head: words.app.aboutTable, text: foot });
}

import type { ConsortiumTie } from '../api/consortium.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { waysOf } from './consortium-face.ts';
import { rowNotes } from './consortium-notes.ts';
import { csvTable } from './csv.ts';
import type { Lang } from './url.ts';

/** Pages as a spreadsheet opens them, one after another. */
export function consortiaCsv(ties: readonly ConsortiumTie[], words: Words, lang: Lang): string {
  const own = words.consortia;
  const versions = [...new Set(ties.map(({ coverage }) => words.status.version(coverage.version)))];
  const foot = [own.uncounted, ...versions].join(' · ');
  return csvTable(
    own.csvHead,
    ties.flatMap((tie) => rowsOf(tie, words, lang)),
    { head: words.app.aboutTable, text: foot },
  );
}

/** One line a row, each with its sources; then what is not written, what is seen, and who could bring what is not. */
function rowsOf(tie: ConsortiumTie, words: Words, lang: Lang): readonly (readonly string[])[] {
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
        ...(bringers.length === 0 ? [own.nobodySeen] : []),
        ...bringers.map(
          ({ entity, ways }) =>
            `${nameIn(entity, lang)} ${waysOf({ ways, byFirm: entity.kind === 'Company' }, words).join(and)}`,
        ),
        ...(total > bringers.length ? [own.moreBodies(total - bringers.length)] : []),
      ].join(and),
      '',
      '',
    ]),
  );
  const seen = tie.skills.flatMap(({ chain, seen: segments }) =>
    segments.map(({ segment, ...seenBy }) => [
      name,
      `${own.segments}${comma}${nameIn(chain, lang)}`,
      nameIn(segment, lang),
      words.kinds.Segment,
      waysOf(seenBy, words).join(and),
      '',
      '',
    ]),
  );
  const more = tie.skills.flatMap(({ chain, total, unseen }) =>
    total > unseen.length
      ? [[name, `${own.unseen}${comma}${nameIn(chain, lang)}`, '', '', own.moreSegments(total - unseen.length), '', '']]
      : [],
  );
  return [...rows, ...unknown, ...seen, ...skills, ...more];
}

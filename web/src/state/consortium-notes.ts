import type { ConsortiumRole, ConsortiumRow, ConsortiumTie } from '../api/consortium.ts';
import { nameIn, said } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { doubtOf, LISTED } from './consortium-face.ts';
import type { Lang } from './url.ts';

/** What stands beside a name in its role, in words: its doubt, its share of the work, its other roles, how far it is. */
export function rowNotes(
  tie: ConsortiumTie,
  role: ConsortiumRole['role'],
  row: ConsortiumRow,
  words: Words,
  lang: Lang,
): readonly string[] {
  const own = words.consortia;
  const { and } = words.app;
  const first = doubtOf(tie, row.entity.id)?.readings[0];
  const details = row.relations.flatMap((relation) =>
    relation.details.flatMap(({ name, valueLabel }) => (name === 'role' ? [] : [said(valueLabel, lang)])),
  );
  const unlisted = role === 'tester' && !row.also.some((other) => LISTED.includes(other)) ? [own.notListed] : [];
  const work = LISTED.includes(role) && first === undefined && row.also.length === 0 ? [own.noDivision] : [];
  return [
    ...(first ? [own.doubtful(nameIn(first.reading.to, lang))] : []),
    ...(row.division.length > 0 ? [row.division.join(and)] : work),
    ...(row.also.length > 0 ? [own.also(row.also.map((other) => own.roles[other]).join(and))] : []),
    ...unlisted,
    ...new Set(details),
    ...(role === 'lead_direction' ? [own.leadOnly] : []),
    ...(row.relations.every(({ ended }) => ended === true) ? [own.over] : []),
  ];
}

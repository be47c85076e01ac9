import { VISIBILITIES } from '#graph-model/ontology/vocabulary.ts';
import type { SheetIssue } from '#ingest/survey/sheet-log.ts';
import { ANSWERS, STATUSES } from '#ingest/survey/form.ts';
import { STATES } from '#server/analysis/board/terms.ts';
import type { Judged } from './cell-states.ts';
import type { SheetDifference } from './difference.ts';

/** Rows that are printed; the rest is counted. */
const MOST_ROWS = 20;

/** What accepting a sheet would do, as a person reads it. */
export function differenceText(of: SheetDifference): string {
  const { counts, firms } = of;
  const { zh, en } = VISIBILITIES[of.visibility];
  const lines = [
    `${of.file} ${of.sheet}：${of.office}，${of.publisher}，${of.date}，${zh} ${en}（${of.key}）`,
    `  读到 read ${counts.rows} 行 rows · 用上 used ${counts.used} · 重复 repeated ${counts.repeated} · 空行 blank ${counts.blank}`,
    ...counts.ignored.map(({ column, values, personal }) =>
      personal
        ? `  ${column}：${values} 个值是个人信息，不读 / ${values} personal values, dropped`
        : `  ${column}：${values} 个值按名略去 / ${values} values ignored by name`,
    ),
    ...of.answers.map(({ label, answer }) => `  ${label}：${ANSWERS[answer].zh} / ${ANSWERS[answer].en}`),
    named('新增 new', firms.fresh),
    named('有变化 changed', firms.changed),
    named('没有变化 unchanged', firms.unchanged),
    named('上次有、这次没有 gone', firms.gone),
    ...firms.maybeOne.map((names) => `  其中可能是同一家 may be one：${names.join(' · ')}`),
    ...of.rows.slice(0, MOST_ROWS).map(rowText),
    ...(of.rows.length > MOST_ROWS ? [`  另有 ${of.rows.length - MOST_ROWS} 行 / more rows`] : []),
    ...of.cells.map(({ chain, segment, region, before, after, ifOne }) => {
      const doubt = ifOne === null ? '' : `（若是同一家 if they are one：${stateText(ifOne)}）`;
      return `  ${region} · ${chain} · ${segment}：${stateText(before)} → ${stateText(after)}${doubt}`;
    }),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** One row of firms as it was read. */
function rowText({
  row,
  segment,
  name,
  code,
  area,
  products,
  capacity,
  status,
}: SheetDifference['rows'][number]): string {
  const parts = [segment, name, code, area, products.join('、'), capacity, STATUSES[status][0]];
  return `  第 ${row} 行 row：${parts.filter((part) => part !== null && part !== '').join(' · ')}`;
}

function named(head: string, names: readonly string[]): string {
  return names.length === 0 ? '' : `  ${head} ${names.length}：${names.join('、')}`;
}

/** The state and its marks, as the board shows them: 独家 stands in place of 有基础 and 薄弱. */
export function stateText({ state, sole, onlyBuilding }: Judged): string {
  const { zh, en } = STATES[state];
  if (sole) return state === 'strong' ? `${zh}、独家 ${en}, sole` : '独家 sole';
  return onlyBuilding && state === 'present' ? `${zh}（在建） ${en} (building)` : `${zh} ${en}`;
}

/** One complaint: where, what, how to mend it; Chinese first. */
export function sheetIssueText({ at, severity, code, cause, mend }: SheetIssue): string {
  const mark = severity === 'error' ? '错误 error' : '提醒 warning';
  return [`${at} ${mark} ${code}`, `  ${cause.zh}。${mend.zh}。`, `  ${cause.en}. ${mend.en}.`].join('\n');
}

import { type Issue, type IssueGroup } from './issue.ts';
import { FATES, type Fate, type RunReport, type ValueCounts } from './run-report.ts';

const FATE_WORDS: Readonly<Record<Fate, readonly [string, string]>> = {
  used: ['已用', 'used'],
  ignored: ['按名略去', 'ignored by name'],
  private: ['个人信息不读', 'private, dropped'],
  dropped: ['按更正去掉', 'dropped by lookup'],
  unread: ['列未用', 'column unread'],
  unreached: ['未成陈述', 'in no statement'],
};

const ITEM_WORDS: Readonly<Record<keyof RunReport['items'], readonly [string, string]>> = {
  source: ['来源', 'sources'],
  passage: ['位置', 'passages'],
  record: ['记录', 'records'],
  statement: ['陈述', 'statements'],
  evidence: ['证据', 'evidence'],
  coverage: ['覆盖', 'coverage'],
  decision: ['决定', 'decisions'],
};

/** One issue as a person reads it: where, what, how to mend it; Chinese first. */
export function issueText(issue: Issue): string {
  const at = [issue.file, issue.cell ?? issue.line, issue.column].filter((part) => part !== undefined).join(':');
  const mark = issue.severity === 'error' ? '错误 error' : '提醒 warning';
  return [
    `${at} ${mark} ${issue.code}`,
    `  ${sentence(issue.cause.zh, '。')}${sentence(issue.mend.zh, '。')}`,
    `  ${sentence(issue.cause.en, '. ')}${capital(sentence(issue.mend.en, '.'))}`,
  ].join('\n');
}

/** Ended by `stop`, unless it ends in a question. */
function sentence(words: string, stop: string): string {
  return /[?？]$/.test(words) ? `${words} ` : words + stop;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A run report as a person reads it. */
export function reportText(report: RunReport): string {
  const lines = [
    `${report.title.zh} / ${report.title.en} (${report.owner}, asOf ${report.asOf})`,
    ...report.tables.flatMap(tableLines),
    `合计 / in all: ${valuesText(report.values)}`,
    Object.entries(ITEM_WORDS)
      .map(([table, [zh, en]]) => `${zh} ${en} ${report.items[table as keyof RunReport['items']]}`)
      .join(' · '),
    ...report.lookups.map(
      ({ column, is, becomes, used, reason }) =>
        `更正 lookup ${column}: ${is} → ${becomes ?? '—'} ×${used} (${reason})`,
    ),
    ...report.assertions.map(
      ({ count, of, min, max, found }) => `断言 assertion ${count} ${of}: ${found} (${min ?? 0}–${max ?? '∞'})`,
    ),
    ...report.warnings.flatMap(groupLines),
  ];
  return lines.join('\n');
}

function tableLines({ file, rows, blankRows, values, columns }: RunReport['tables'][number]): string[] {
  const blank = blankRows > 0 ? `, 空行 blank ${blankRows}` : '';
  const apart = columns.filter((column) => column.values.read > column.values.used);
  return [
    `${file}: ${rows} 行 rows${blank}; ${valuesText(values)}`,
    ...apart.map(({ column, values: counts }) => `  ${column}: ${valuesText(counts)}`),
  ];
}

function valuesText(values: ValueCounts): string {
  const parts = FATES.filter((fate) => values[fate] > 0).map((fate) => {
    const [zh, en] = FATE_WORDS[fate];
    return `${zh} ${en} ${values[fate]}`;
  });
  return [`读到 read ${values.read}`, ...parts].join(' · ');
}

function groupLines({ count, shown }: IssueGroup): string[] {
  const more = count - shown.length;
  return [...shown.map(issueText), ...(more > 0 ? [`  …… 另有 ${more} 处 / ${more} more`] : [])];
}

import { expect, test } from 'vitest';
import { ISSUE_CODES, ISSUE_CODE_NAMES } from '#ingest/report/issue-codes.ts';
import { IssueLog, SHOWN_PER_CODE } from '#ingest/report/issue-log.ts';
import { Issue } from '#ingest/report/issue.ts';

test('every issue says in both languages what is wrong and how to mend it', () => {
  for (const code of ISSUE_CODE_NAMES) {
    const { cause, mend } = ISSUE_CODES[code];
    for (const words of [cause, mend]) {
      expect([code, /\p{Script=Han}/u.test(words.zh)]).toStrictEqual([code, true]);
      expect([code, /\p{Script=Han}/u.test(words.en.replace('表1!7', ''))]).toStrictEqual([code, false]);
    }
    const braces = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
    expect([code, braces(cause.en)]).toStrictEqual([code, braces(cause.zh)]);
  }
});

test('of each code the first twenty are kept whole and all are counted', () => {
  const log = new IssueLog();
  let asked = 0;
  for (let line = 30; line >= 1; line--) {
    log.add('REFERENCE_DANGLING', { file: 'a.csv', line, value: '甲' }, () => {
      asked++;
      return { near: '' };
    });
  }
  const [group] = log.groups('error');
  expect([group?.count, group?.shown.length, asked, log.errors]).toStrictEqual([
    30,
    SHOWN_PER_CODE,
    SHOWN_PER_CODE,
    30,
  ]);
  expect(group?.shown.map((issue) => issue.line)).toStrictEqual(Array.from({ length: 20 }, (_, i) => i + 11));
});

test('a warning is no error, and an issue keeps its schema', () => {
  const log = new IssueLog();
  log.add('COLUMN_UNREAD', { file: 'a.csv', line: 1, column: '备注', value: '备注' }, { count: 3 });
  const [group] = log.groups('warning');
  expect([log.errors, log.groups('error')]).toStrictEqual([0, []]);
  expect(group?.shown.map((issue) => Issue.parse(issue))).toStrictEqual([
    {
      code: 'COLUMN_UNREAD',
      severity: 'warning',
      file: 'a.csv',
      line: 1,
      column: '备注',
      value: '备注',
      cause: { zh: '“备注”列没有用到，3 个值没有读', en: 'column “备注” is used nowhere; 3 values were not read' },
      mend: { zh: '在 states 里用它，或写进 ignore', en: 'use it under states, or name it under ignore' },
    },
  ]);
});

test('what another log collected is taken over with its counts', () => {
  const first = new IssueLog();
  for (let line = 1; line <= 25; line++) first.add('ROW_TWICE', { file: 'a.csv', line }, { first: 1 });
  const second = new IssueLog();
  second.absorb(first.groups('warning'));
  second.add('ROW_TWICE', { file: 'b.csv', line: 2 }, { first: 1 });
  expect(second.groups('warning')).toMatchObject([{ code: 'ROW_TWICE', count: 26 }]);
  expect(second.groups('warning')[0]?.shown).toHaveLength(SHOWN_PER_CODE);
});

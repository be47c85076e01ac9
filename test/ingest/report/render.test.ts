import { expect, test } from 'vitest';
import { describeIssue } from '#ingest/report/issue.ts';
import { issueText, reportText } from '#ingest/report/render.ts';
import { changed, stage } from '../stage/world.ts';

test('an issue is told as place, cause and remedy, Chinese first', () => {
  const place = { file: 'a.csv', line: 7, column: 'to', value: '丙' };
  const issue = describeIssue('REFERENCE_DANGLING', place, {
    near: { zh: '；是不是“乙”？', en: '; did you mean “乙”?' },
  });
  expect(issueText(issue)).toBe(
    `a.csv:7:to 错误 error REFERENCE_DANGLING
  没有一行声明过“丙”；是不是“乙”？ 改正名字，或在某张表里声明它。
  no row declares “丙”; did you mean “乙”? Mend the name, or declare it in a table.`,
  );
});

test('a report is told with every column whose values went elsewhere', async () => {
  const lookup: [string, string] = [
    'lookups:',
    'lookups:\n  - { column: role, is: 成员, becomes: null, reason: 多余 }\n  - { column: role, is: 无, becomes: 无名, reason: 曾有 }',
  ];
  const { report } = await stage(changed({ 'dataset.yml': [lookup] }));
  expect(reportText(report)).toBe(
    `试用 / trial (data/trial, asOf 2026-11-30)
things.csv: 6 行 rows; 读到 read 34 · 已用 used 32 · 按名略去 ignored by name 1 · 个人信息不读 private, dropped 1
  备注: 读到 read 1 · 按名略去 ignored by name 1
  联系电话: 读到 read 1 · 个人信息不读 private, dropped 1
ties.csv: 4 行 rows; 读到 read 22 · 已用 used 21 · 按更正去掉 dropped by lookup 1
  role: 读到 read 1 · 按更正去掉 dropped by lookup 1
figures.csv: 1 行 rows; 读到 read 6 · 已用 used 6
合计 / in all: 读到 read 62 · 已用 used 59 · 按名略去 ignored by name 1 · 个人信息不读 private, dropped 1 · 按更正去掉 dropped by lookup 1
来源 sources 2 · 位置 passages 6 · 记录 records 7 · 陈述 statements 11 · 证据 evidence 11 · 覆盖 coverage 1 · 决定 decisions 1
更正 lookup role: 成员 → — ×1 (多余)
更正 lookup role: 无 → 无名 ×0 (曾有)
更正 lookup kind: 公司 → Company ×1 (表中用中文)
断言 assertion records Company: 2 (2–9)
断言 assertion statements LEADS: 1 (1–∞)
dataset.yml:15:5 提醒 warning LOOKUP_UNUSED
  这条更正没有用到：role: 无。删去，或改正列名和值。
  nothing used this lookup: role: 无. Remove it, or mend its column or value.`,
  );
});

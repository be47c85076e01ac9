import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ISSUE_CODES } from '#ingest/report/issue-codes.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { folderOf } from '#test/support/folder.ts';
import { ISSUE_CASES, type StagedCode } from './issue-cases.ts';
import { GOOD, changed, issuesIn, quietWork, stage } from './world.ts';

const CODES = Object.keys(ISSUE_CASES) as StagedCode[];

describe('each mistake is told at its file, line and column', () => {
  for (const code of CODES.filter((name) => name !== 'FILE_CHANGED')) {
    const { files, at } = ISSUE_CASES[code];
    test(`${code}: ${ISSUE_CODES[code].cause.zh}`, async () => {
      const issues = await issuesIn(files);
      const [file, line, column, value] = at;
      const [issue] = issues.filter((one) => one.code === code);
      expect([issue?.file, issue?.line, issue?.column, issue?.value]).toStrictEqual([file, line, column, value]);
      const words = [issue?.cause.zh, issue?.cause.en, issue?.mend.zh, issue?.mend.en].join(' ');
      expect(words).not.toMatch(/\{\w+\}|undefined/);
    });
  }
});

test.each([
  ['before its first reading', 'stage:opened'],
  ['between its two readings', 'stage:file-done'],
] as const)('FILE_CHANGED: a table that grows %s refuses the run', async (_when, at) => {
  const folder = folderOf(GOOD);
  const home = folderOf();
  let grown = false;
  const work = quietWork((point) => {
    if (point !== at || grown) return;
    grown = true;
    appendFileSync(join(folder, 'ties.csv'), '成员,甲泵公司,泵联合体,,,,,,¶9\n');
  });
  const error: unknown = await stageDataset(folder, { home, work }).catch((thrown: unknown) => thrown);
  expect(issuesOf(error)).toMatchObject([{ code: 'FILE_CHANGED', file: 'ties.csv' }]);
  expect(readdirSync(join(home, 'runs'))).toStrictEqual([]);
});

test('everything that is wrong is told at once, of each code the first twenty, with the number of all', async () => {
  const rows = Array.from({ length: 30 }, (_, i) => `成员,无${i}公司,泵联合体,,,20${i},,,¶3\n`).join('');
  const refused = stage(changed({ 'ties.csv': [['生产,', `${rows}生产,`]], 'things.csv': [[',1,,,', ',2,,,']] }));
  const error: unknown = await refused.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ data: { counts: { DATE_INVALID: 10, NUMBER_INVALID: 1, REFERENCE_DANGLING: 30 } } });
  const issues = issuesOf(error);
  expect(issues.filter((issue) => issue.code === 'REFERENCE_DANGLING')).toHaveLength(20);
  expect(issues.map((issue) => issue.file)).toStrictEqual(issues.map((issue) => issue.file).sort());
});

test('a reference is not called dangling when a table could not be read to its end', async () => {
  const refused = stage(changed({ 'things.csv': [['Company,乙泵公司,,', 'Company,乙泵公司,']] }));
  await expect(refused).rejects.toMatchObject({ data: { counts: { ROW_RAGGED: 1 } } });
});

test('a near name is offered, a full one for its abbreviation too', async () => {
  const [issue] = await issuesIn(changed({ 'ties.csv': [['乙泵公司,水泵', '乙泵有限公司,水泵']] }));
  expect(issue?.cause).toStrictEqual({
    zh: '没有一行声明过“乙泵有限公司”；是不是“乙泵公司”？',
    en: 'no row declares “乙泵有限公司”; did you mean “乙泵公司”?',
  });
});

test('an end that does not fit says what would, and which types the two ends allow', async () => {
  const [issue] = await issuesIn(changed({ 'ties.csv': [['位于,jia,甲市', '位于,甲市,泵联合体']] }));
  expect([issue?.column, issue?.mend.en]).toStrictEqual([
    'from',
    'from may be: Company University Institute Hospital Laboratory Consortium Agency Fund Association Park Facility Project; between these two ends: COLLABORATES_WITH',
  ]);
});

test('the wrong encoding is told with its first wrong byte and the encoding that fits', async () => {
  const [issue] = await issuesIn(ISSUE_CASES.ENCODING_WRONG.files);
  expect(issue?.cause.en).toBe('from byte 38 on this is not utf-8; it looks like gb18030');
});

test('UTF-8 text is not taken for GB18030, although its bytes would pass', async () => {
  const edit: [string, string] = ['  - file: figures.csv', '  - file: figures.csv\n    encoding: gb18030'];
  const issues = await issuesIn(changed({ 'dataset.yml': [edit] }, { 'figures.csv': UTF8_THAT_PASSES }));
  expect(issues.map((issue) => [issue.code, issue.cause.en])).toStrictEqual([
    ['ENCODING_WRONG', 'from byte 38 on this is not gb18030; it looks like utf-8'],
  ]);
});

/** An even number of Han bytes pairs up as other characters. */
const UTF8_THAT_PASSES = 'of,measure,value,period,scope,passage\n甲市,高企,2442,2024,firms,表单!7\n';

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ISSUE_CODES, ISSUE_CODE_NAMES } from '#ingest/report/issue-codes.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { folderOf } from '#test/support/folder.ts';
import { ISSUE_CASES } from './issue-cases.ts';
import { GOOD, changed, issuesIn, quietWork } from './world.ts';

describe('each mistake is told at its file, line and column', () => {
  for (const code of ISSUE_CODE_NAMES.filter((name) => name !== 'FILE_CHANGED')) {
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

test('FILE_CHANGED: a table that grows between its two readings refuses the run', async () => {
  const folder = folderOf(GOOD);
  const work = quietWork((point) => {
    if (point === 'stage:opened') appendFileSync(join(folder, 'things.csv'), 'Company,丙泵公司,,news,¶9,1,,,\n');
  });
  const error: unknown = await stageDataset(folder, { home: folderOf(), work }).catch((thrown: unknown) => thrown);
  expect(issuesOf(error)).toMatchObject([{ code: 'FILE_CHANGED', file: 'things.csv' }]);
});

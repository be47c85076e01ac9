import { expect, test } from 'vitest';
import { readDecisionLines } from '#ingest/dataset/decision-lines.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';

const side = (name: string) => ({ source: 's', kind: 'Company', name });
const good = { verdict: 'same', left: side('甲'), right: side('乙'), reason: '同名', who: 'curator', at: '2026-11-22' };

test('each line is a decision with its line number; blank lines are none', () => {
  const log = new IssueLog();
  const lines = readDecisionLines(`\n${JSON.stringify(good)}\r\n\n`, 'decisions.jsonl', log);
  expect(lines).toStrictEqual([{ line: 2, says: good }]);
  expect(log.errors).toBe(0);
});

test.each([
  ['no JSON', '{"verdict":', 'Unexpected end of JSON input'],
  ['a verdict nobody knows', JSON.stringify({ ...good, verdict: 'maybe' }), 'verdict'],
  ['unsure without rank', JSON.stringify({ ...good, verdict: 'unsure' }), 'rank'],
  ['a rank on another verdict', JSON.stringify({ ...good, rank: 1 }), 'rank'],
  ['no reason', JSON.stringify({ ...good, reason: '' }), 'reason'],
  ['a kind nobody knows', JSON.stringify({ ...good, left: { ...side('甲'), kind: 'Firm' } }), 'left.kind'],
  ['a day that is none', JSON.stringify({ ...good, at: '2026' }), 'at'],
  ['a statement id that is none', JSON.stringify({ ...good, verdict: 'accept', statement: 'x' }), 'statement'],
])('%s is refused on its line', (_what, line, detail) => {
  const log = new IssueLog();
  expect(readDecisionLines(`${JSON.stringify(good)}\n${line}\n`, 'decisions.jsonl', log)).toHaveLength(1);
  const [issue] = log.groups('error').flatMap((group) => group.shown);
  expect([issue?.code, issue?.line, issue?.cause.en.includes(detail)]).toStrictEqual(['DECISION_INVALID', 2, true]);
});

test('the same line twice is told', () => {
  const log = new IssueLog();
  readDecisionLines(`${JSON.stringify(good)}\n${JSON.stringify(good)}\n`, 'decisions.jsonl', log);
  expect(log.groups('warning').flatMap((group) => group.shown.map(({ code, line }) => [code, line]))).toStrictEqual([
    ['ROW_TWICE', 2],
  ]);
});

import { expect, test } from 'vitest';
import { recordDecisionsInForce, recordsDecided, statementVerdicts } from '#graph-model/derive/decisions.ts';
import { type RecordDecision, type StatementDecision, identifyDecision } from '#graph-model/facts/decision.ts';
import { compareText } from '#graph-model/text.ts';
import { attribute, record, source } from '#test/support/statements.ts';

const OF = source('gs');
const [A, B, C] = ['甲公司', '乙公司', '丙公司'].map((name) => record(OF, 'Company', name)) as [
  ReturnType<typeof record>,
  ReturnType<typeof record>,
  ReturnType<typeof record>,
];
const BY = { owner: 'data/test', who: '编辑', reason: '看过' };

function decide(
  verdict: RecordDecision['verdict'],
  left: { id: RecordDecision['left'] },
  right: { id: RecordDecision['left'] },
  at: string,
  owner = BY.owner,
): RecordDecision {
  const says = { ...BY, owner, about: 'records' as const, verdict, left: left.id, right: right.id, at };
  return identifyDecision(says) as RecordDecision;
}

function judge(verdict: StatementDecision['verdict'], at: string): StatementDecision {
  const statement = attribute(A, 'founded', '2001').id;
  return identifyDecision({ ...BY, about: 'statement', verdict, statement, at }) as StatementDecision;
}

test('for one pair the latest decision holds, whichever record stands left', () => {
  const old = decide('same', A, B, '2025-01-01');
  const newer = decide('different', B, A, '2025-01-02');
  const other = decide('same', A, C, '2024-01-01');
  const held = [newer, other].sort((a, b) => compareText(a.id, b.id));
  expect(recordDecisionsInForce([old, newer, other])).toStrictEqual(held);
  expect(recordDecisionsInForce([other, newer, old])).toStrictEqual(held);
});

test('a day with its time is later than the day alone', () => {
  const day = decide('same', A, B, '2025-01-01');
  const noon = decide('undecided', A, B, '2025-01-01T12:00Z');
  expect(recordDecisionsInForce([noon, day])).toStrictEqual([noon]);
});

test('a minute with its seconds is later than the minute alone', () => {
  const minute = judge('reject', '2025-01-01T09:30Z');
  const second = judge('accept', '2025-01-01T09:30:15Z');
  expect([...statementVerdicts([second, minute])]).toStrictEqual([[second.statement, 'accept']]);
});

test('of two decisions of one moment the greater id holds', () => {
  const two = [decide('same', A, B, '2025-01-01'), decide('different', A, B, '2025-01-01')];
  const [, greater] = two.toSorted((a, b) => compareText(a.id, b.id));
  expect(recordDecisionsInForce(two)).toStrictEqual([greater]);
  expect(recordDecisionsInForce(two.toReversed())).toStrictEqual([greater]);
});

test('a verdict on a statement is the latest too, and says nothing of records', () => {
  const [reject, accept] = [judge('reject', '2025-01-01'), judge('accept', '2025-01-02')];
  expect([...statementVerdicts([accept, reject])]).toStrictEqual([[accept.statement, 'accept']]);
  expect([...statementVerdicts([reject, decide('same', A, B, '2025-01-03')])]).toStrictEqual([
    [reject.statement, 'reject'],
  ]);
  expect(recordDecisionsInForce([reject, accept])).toStrictEqual([]);
  expect(recordsDecided(reject)).toStrictEqual([]);
  expect(recordsDecided(decide('same', A, B, '2025-01-03'))).toStrictEqual([A.id, B.id]);
});

test('the same decision in two data sets is two, so that one may drop it', () => {
  const [mine, theirs] = [decide('same', A, B, '2025-01-01'), decide('same', A, B, '2025-01-01', 'data/other')];
  expect(mine.id).not.toBe(theirs.id);
});

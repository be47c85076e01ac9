import { expect, test } from 'vitest';
import { readings } from '#graph-model/derive/readings.ts';
import { type RecordDecision, identifyDecision } from '#graph-model/facts/decision.ts';
import { type EntityId, type RecordId, entityId, readingId } from '#graph-model/ids.ts';
import { compareText } from '#graph-model/text.ts';
import { record, source } from '#test/support/statements.ts';

const OF = source('gs');
const [WEAK, FULL, OTHER] = ['兰州泰基公司', '甲有限公司', '乙有限公司'].map((name) => record(OF, 'Company', name)) as [
  Of,
  Of,
  Of,
];
type Of = ReturnType<typeof record>;

function unsure(left: Of, right: Of, rank?: number, at = '2026-11-22'): RecordDecision {
  const says = { owner: 'data/test', who: '编辑', reason: '简称相近', about: 'records' as const, at };
  const ranked = rank === undefined ? {} : { rank };
  return identifyDecision({ ...says, verdict: 'unsure', left: left.id, right: right.id, ...ranked }) as RecordDecision;
}

const apart = (id: RecordId): EntityId | undefined => entityId(id);

test('an unsure decision is a reading from the left entity to the right, with its rank and reason', () => {
  const decision = unsure(WEAK, FULL, 2);
  const [from, to] = [entityId(WEAK.id), entityId(FULL.id)];
  expect(readings([decision], apart)).toStrictEqual([
    {
      id: readingId(from, to),
      from,
      to,
      rank: 2,
      reason: '简称相近',
      who: '编辑',
      at: '2026-11-22',
      decision: decision.id,
    },
  ]);
});

test('without a rank it is the first', () => {
  expect(readings([unsure(WEAK, FULL)], apart).map(({ rank }) => rank)).toStrictEqual([1]);
});

test('of several decisions on one pair of entities the least rank speaks, then the least id', () => {
  const merged = (id: RecordId) => entityId(id === OTHER.id ? FULL.id : id);
  const [second, first] = [unsure(WEAK, FULL, 2), unsure(WEAK, OTHER, 1)];
  expect(readings([second, first], merged).map(({ decision }) => decision)).toStrictEqual([first.id]);
  const equal = [unsure(WEAK, FULL, 1, '2026-01-01'), unsure(WEAK, OTHER, 1)];
  const [least] = equal.map(({ id }) => id).sort(compareText);
  expect(readings(equal, merged).map(({ decision }) => decision)).toStrictEqual([least]);
  expect(readings(equal.toReversed(), merged).map(({ decision }) => decision)).toStrictEqual([least]);
});

test('there is no reading inside one entity, and none of a record that is not live', () => {
  expect(readings([unsure(WEAK, FULL)], () => entityId(FULL.id))).toStrictEqual([]);
  expect(readings([unsure(WEAK, FULL)], (id) => (id === FULL.id ? undefined : entityId(id)))).toStrictEqual([]);
});

test('only unsure decisions are readings, and they come in order of id', () => {
  const same = { ...unsure(FULL, OTHER), verdict: 'same' as const };
  const rows = readings([unsure(WEAK, FULL), unsure(WEAK, OTHER), same], apart);
  expect(rows).toHaveLength(2);
  expect(rows.map(({ id }) => id)).toStrictEqual(rows.map(({ id }) => id).toSorted(compareText));
});

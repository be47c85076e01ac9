import { expect, test } from 'vitest';
import { seeded } from '#graph-model/seeded.ts';
import type { PartnerView } from '#server/analysis/candidates/partners/view.ts';
import { consortiaTable } from '../../bench/candidates/consortia-table.ts';
import { judge } from '#server/analysis/candidates/measure/figures.ts';
import { OURS, rankMemberships, rankTies } from '../../bench/candidates/rank-hidden.ts';
import { madeConsortia, WORLDS } from '../../bench/candidates/made-consortia.ts';
import { PLAIN, plainGraph, plainScores } from '#server/analysis/candidates/measure/plain-scores.ts';
import { outcome, valueOf } from '#server/analysis/candidates/measure/ranks.ts';

const anybody = (...ids: string[]) => ids.map((id) => ({ id, kind: undefined, segments: [], places: [] }));

test('of those scored alike a hit is the share of their orders in which it is one', () => {
  const scores = Float64Array.from([5, 1, 1, 1, 1, 0]);
  const one = outcome('g', scores, [0, 2, 3, 4, 5], 1, [0, 2, 5]);
  expect(one).toEqual({ group: 'g', better: 1, equal: 4, auc: 0.5 });
  expect(valueOf(one, 'hit@1')).toBe(0);
  expect(valueOf({ ...one, better: 3 }, 'hit@5')).toBe(0.5);
  expect(valueOf(one, 'MRR')).toBeCloseTo((1 / 2 + 1 / 3 + 1 / 4 + 1 / 5) / 4, 12);
});

test('who is not named is no hit, however short the list', () => {
  const one = outcome('g', Float64Array.from([5, -Infinity, -Infinity]), [0, 2], 1, [2]);
  expect(one).toEqual({ group: 'g', better: Infinity, equal: 1, auc: 0.5 });
  expect([valueOf(one, 'hit@10'), valueOf(one, 'MRR')]).toEqual([0, 0]);
});

test('the plain indices are those of the books', () => {
  const graph = plainGraph(5, [
    [0, 1],
    [1, 2],
    [0, 3],
    [3, 2],
    [2, 4],
  ]);
  const scores = plainScores(graph, 0, Float64Array.of(1, 1, 1, 1, 7));
  expect(scores.popularity[4]).toBe(7);
  expect(scores['common neighbours'][2]).toBe(2);
  expect(scores['Adamic–Adar'][2]).toBeCloseTo(2 / Math.log(2), 12);
  expect(scores.Katz[2]).toBeCloseTo(2 * 0.05 ** 2, 12);
  expect(scores.Katz[4]).toBeCloseTo(2 * 0.05 ** 3, 12);
  expect(scores['degree product'][2]).toBe(6);
});

test('a whole tie is hidden: of its pairs only those are ranked that stand together nowhere else', () => {
  const view: PartnerView = {
    bodies: anybody('a', 'b', 'c', 'd', 'e'),
    ties: [
      { id: 'one', members: ['a', 'b', 'c'], segments: [] },
      { id: 'two', members: ['a', 'b', 'd'], segments: [] },
    ],
    partOf: new Map(),
    feeds: [],
  };
  const ranked = rankTies(view, 2, seeded(1));
  const groups = (ranked[OURS] ?? []).map(({ group }) => group);
  // a–c, b–c and back of the first, a–d, b–d and back of the second; a–b is in both.
  expect(groups.toSorted()).toEqual([...Array<string>(4).fill('one'), ...Array<string>(4).fill('two')]);
  expect(Object.keys(ranked)).toEqual([OURS, ...PLAIN, ...PLAIN.slice(1).map((name) => `${name}, whole graph`)]);
});

test('a hidden membership is seen by no ranking, and what else the body does is no wrong answer', () => {
  const pairs = ['a p', 'a q', 'b p', 'b q', 'c r'].map((pair) => pair.split(' '));
  const active = pairs.map(([body = '', segment = '']) => ({ body, segment }));
  const hidden = rankMemberships({ active, partOf: new Map(), feeds: [] }, 1, seeded(2));
  const [one] = hidden.segments[OURS] ?? [];
  // Of three segments one is done already; the hidden one is before the third, which nothing speaks for.
  expect(one).toMatchObject({ better: 0, equal: 1, auc: 1 });
});

test('every group counts once, and a ratio is to the best of the others', () => {
  const hit = (group: string, better: number) => ({ group, better, equal: 1, auc: 1 });
  const ranked = {
    ours: [hit('x', 0), hit('x', 0), hit('x', 0), hit('y', 30)],
    poor: [hit('x', 30), hit('x', 30), hit('x', 30), hit('y', 30)],
    fair: [hit('x', 0), hit('x', 30), hit('x', 30), hit('y', 30)],
  };
  const { figures, ratio, groups, hidden } = judge(ranked, 'ours', ['poor', 'fair'], seeded(1));
  expect({ groups, hidden }).toEqual({ groups: 2, hidden: 4 });
  expect(figures['ours']?.['hit@10']?.value).toBe(0.5);
  expect(figures['fair']?.['hit@10']?.value).toBeCloseTo(1 / 6, 12);
  expect(ratio.over).toBe('fair');
  expect(ratio.value).toBeCloseTo(3, 12);
});

test('the made worlds are the same for a seed, and none of their ties repeats a member', () => {
  for (const world of WORLDS) {
    const made = madeConsortia(world, 3, { bodies: 60, ties: 10 });
    expect(madeConsortia(world, 3, { bodies: 60, ties: 10 })).toEqual(made);
    for (const { members } of made.ties) expect(new Set(members).size).toBe(members.length);
  }
});

test('a table of consortia is read by Chinese or English heads, with topics as paths and what is not read told', () => {
  const text =
    '联合体,成员单位,主题,所在地,备注\n甲联合体,兰州大学,装备/泵,兰州市；甘肃省,x\n甲联合体,白鹿泵业,装备/泵,,\n';
  const { view, rows, ignored } = consortiaTable(text, 'x.csv');
  expect({ rows, ignored }).toEqual({ rows: 2, ignored: ['备注'] });
  expect(view.ties).toEqual([{ id: '甲联合体', members: ['兰州大学', '白鹿泵业'], segments: ['装备/泵'] }]);
  expect(view.bodies[0]?.places).toEqual(['兰州市', '甘肃省']);
  expect([...view.partOf]).toEqual([['装备/泵', '装备']]);
});

test('a table without members, or a row without one, says so with its place', () => {
  expect(() => consortiaTable('consortium,who\na,b\n', 'x.csv')).toThrow('x.csv: 没有“member”列');
  expect(() => consortiaTable('consortium,member\na,b\na,\n', 'x.csv')).toThrow('x.csv, 第 3 行');
});

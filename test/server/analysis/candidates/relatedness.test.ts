import { expect, test } from 'vitest';
import { bodiesNear, segmentModel, segmentsNear } from '#server/analysis/candidates/relatedness.ts';

const active = (...pairs: string[]) =>
  pairs.map((pair) => {
    const [body = '', segment = ''] = pair.split(' ');
    return { body, segment };
  });
const model = segmentModel({
  active: active('a 泵', 'b 泵', 'b 阀', 'c 泵', 'c 阀', 'd 轴承', 'd 齿轮', 'e 电机'),
  partOf: new Map([
    ['泵', '流体'],
    ['管件', '流体'],
    ['流体', '装备'],
    ['阀', '控制'],
    ['控制', '装备'],
  ]),
  feeds: [['电机', '泵']],
});

test('the segment that others do beside it comes first, what nobody does yet may be named, what is far is not', () => {
  const near = segmentsNear(model, 'a', { first: 9 });
  expect(near.map(({ id }) => id)).toEqual(['阀', '电机', '管件']);
  expect(near[0]?.terms.map(({ term, rests }) => [term, rests])).toEqual([
    ['presence', ['泵']],
    ['flow', []],
    ['stage', []],
    ['chain', ['泵']],
  ]);
});

test('a body is near a segment by what it does already, in the same terms, and never named where it is active', () => {
  const near = bodiesNear(model, '阀', { first: 9 });
  expect(near.map(({ id }) => id)).toEqual(['a']);
  expect(near[0]?.score).toBe(near[0]?.terms.reduce((sum, { value }) => sum + value, 0));
  expect(bodiesNear(model, '泵', { first: 9 }).map(({ id }) => id)).toEqual(['e']);
});

test('weights, a limit and who is left out hold', () => {
  expect(segmentsNear(model, 'a', { first: 1 })).toHaveLength(1);
  expect(segmentsNear(model, 'a', { first: 9, leaveOut: (id) => id === '阀' }).map(({ id }) => id)).toEqual([
    '电机',
    '管件',
  ]);
  const without = segmentsNear(model, 'a', { first: 9, weights: { flow: 0, stage: 0, chain: 0 } });
  expect(without.map(({ id }) => id)).toEqual(['阀']);
});

test('a body that does nothing, or is not known, is near nothing', () => {
  expect(segmentsNear(model, 'nobody', { first: 9 })).toEqual([]);
  expect(bodiesNear(model, 'nowhere', { first: 9 })).toEqual([]);
});

import { expect, test } from 'vitest';
import { en } from '../../web/src/locale/en.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { countedIn } from '../../web/src/state/counted-in.ts';
import { dependsOnMethod, growthOf, isPriceUntold, paceTold } from '../../web/src/state/pace-told.ts';

type Whole = Parameters<typeof dependsOnMethod>[0];

test('a target that is on schedule by one way of counting and not by the other says so, up or down', () => {
  const paced = (latest: string, onSchedule: string, compound: string | null, distance = '60') =>
    ({ latest: { value: latest }, onSchedule, compound, distance }) as Whole;
  expect(dependsOnMethod(paced('1436', '1440', '1434'))).toBe(true);
  expect(dependsOnMethod(paced('1442', '1440', '1434'))).toBe(false);
  expect(dependsOnMethod(paced('1430', '1440', '1434'))).toBe(false);
  expect(dependsOnMethod(paced('1440', '1440', '1434'))).toBe(false);
  expect(dependsOnMethod(paced('1436', '1440', null))).toBe(false);
  expect(dependsOnMethod(paced('72', '75', '70', '-20'))).toBe(true);
  expect(dependsOnMethod(paced('69', '75', '70', '-20'))).toBe(false);
});

test('at whose prices an amount of money is counted is untold unless its measure or scope says so', () => {
  const of = (measure: string, unit: string, zh: string) =>
    isPriceUntold({ measure, unit, scopeLabel: { zh, en: '' } });
  expect(of('地区生产总值', '亿元', '两区合计')).toBe(true);
  expect(of('地区生产总值', '亿元', '两区合计，按不变价')).toBe(false);
  expect(of('名义地区生产总值', '亿元', '两区合计')).toBe(false);
  expect(of('年产能', '万吨', '两区合计')).toBe(false);
});

const SCOPE = { zh: '两区', en: 'the zones' };
const PACE = {
  latest: { value: '1436', period: '2024', figure: 'estimate' },
  baseline: { value: '1233', period: '2022' },
  shareOfWay: 358,
  shareOfTime: 400,
  distance: '567',
  gained: '203',
  onSchedule: '1459.8',
  compound: '1434.455',
  lastYear: null,
  neededPerYear: '121.333',
  neededGrowth: 78,
  gaps: [],
} as Whole;
const TARGET = { measure: '地区生产总值', value: '1800', unit: '亿元', period: '2027', scopeLabel: SCOPE, pace: PACE };

function figure(measure: string, patch: object = {}) {
  return {
    measure,
    value: '6.78',
    unit: '%',
    period: '2024',
    figure: 'estimate' as const,
    scopeLabel: SCOPE,
    ...patch,
  };
}

test('the growth that a source prints is that of the same measure, scope and year', () => {
  const told = figure('地区生产总值增长率');
  const others = [
    figure('地区生产总值占全省比重'),
    figure('地区生产总值增长率', { period: '2023' }),
    figure('地区生产总值增长率', { scopeLabel: { zh: '全省', en: 'the province' } }),
    figure('地区生产总值增长率', { figure: 'target' }),
  ];
  expect(growthOf(TARGET, others)).toBe(null);
  expect(growthOf(TARGET, [...others, told])).toBe(told);
});

test('where a target stands is told with both ways of counting, the growth printed, and where the figures stop', () => {
  expect(paceTold(TARGET, [figure('地区生产总值增长率')], zh, 'zh')).toStrictEqual({
    text: '截至 2024，增量完成 35.8%，时间过了 40%，到 2027 年还要每年增长 7.8%。',
    how: '虚线是匀速，每年加同样多，到那时应到 1,460；按每年同样的增速算，到那时是 1,434；资料写 2024 增长 6.78%（预计）',
    beware: [
      '进度落后还是赶上，看怎么算：按每年加同样多和按每年同样的增速，结论相反。',
      '数字停在 2024，之后到今天的进度没有资料。',
    ],
    prices: '资料没有写按现价（名义）还是不变价（实际），增速只是两个数相比。',
  });
});

test('in English all figures of a pace are counted in billions, and nothing is rounded away', () => {
  const { text, how } = paceTold(TARGET, [], en, 'en');
  expect(text).toBe('By 2024: 35.8% of the way in 40% of the time, 7.8% growth a year needed until 2027.');
  expect(how).toBe(
    'The dashed line is even: the same amount each year, 146.0 by then; at the same growth each year it would be 143.4',
  );
  const { value, unit, pace } = countedIn(TARGET, 'en');
  expect([value, unit, pace.latest.value, pace.onSchedule]).toStrictEqual(['180', 'billion yuan', '143.6', '145.98']);
  expect(countedIn(TARGET, 'zh')).toBe(TARGET);
});

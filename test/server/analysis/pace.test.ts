import { expect, test } from 'vitest';
import { entityId, indicatorId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { paceOf } from '#server/analysis/pace.ts';
import { record, source } from '#test/support/statements.ts';

type Figure = RowOf<'indicator'>;

const ENTITY = entityId(record(source('gs'), 'Park', '甲区').id);
const TARGET = said('target', '2027', '1800');

function said(figure: Figure['figure'], period: string, value: string, patch: Partial<Figure> = {}): Figure {
  const says = { measure: '产值', value, unit: '亿元', period, figure, scope: 'jia' };
  return {
    id: indicatorId({ ...says, ...patch }),
    entity: ENTITY,
    ...says,
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['policy'],
    confidence: 900,
    ...patch,
  };
}

function told(target: Figure, ...figures: Figure[]) {
  const pace = paceOf(target, [target, ...figures]);
  const words = (one: Figure | undefined) => one && `${one.figure} ${one.period} ${one.value}`;
  return {
    ...pace,
    baseline: words(pace.baseline),
    latest: words(pace.latest),
    notCompared: pace.notCompared.map((one) => words(one)),
  };
}

test('share of the way stands against share of the time, and the growth still needed is compound', () => {
  expect(told(TARGET, said('baseline', '2022', '1233'), said('actual', '2024', '1436'))).toStrictEqual({
    baseline: 'baseline 2022 1233',
    latest: 'actual 2024 1436',
    shareOfWay: 358,
    shareOfTime: 400,
    distance: '567',
    gained: '203',
    onSchedule: '1459.8',
    compound: '1434.455',
    lastYear: undefined,
    neededPerYear: '121.333',
    neededGrowth: 78,
    gaps: [],
    notCompared: [],
  });
});

test('a measure that is another by what stands in brackets alone is told beside the target and never compared', () => {
  const pace = told(
    TARGET,
    said('actual', '2024', '9', { measure: '产（总）值' }),
    said('actual', '2024', '7', { measure: '产值率' }),
  );
  expect(pace.notCompared).toStrictEqual(['actual 2024 9']);
  expect(pace.latest).toBe(undefined);
});

test('growth by equal shares is told beside the even way, and not of a percentage or from nothing', () => {
  const at = (base: string, unit: string) =>
    told(
      said('target', '2027', '4', { unit }),
      said('baseline', '2023', base, { unit }),
      said('actual', '2025', '3', { unit }),
    );
  expect([at('1', '家').onSchedule, at('1', '家').compound]).toStrictEqual(['2.5', '2']);
  expect([at('1', '%').compound, at('0', '家').compound]).toStrictEqual([undefined, undefined]);
});

test('the newest year between two actual figures tells its growth', () => {
  const grown = (...figures: Figure[]) => {
    const { lastYear } = paceOf(TARGET, [TARGET, ...figures]);
    return lastYear && [lastYear.from.period, lastYear.to.period, lastYear.growth];
  };
  const year = (period: string, value: string, patch: Partial<Figure> = {}) => said('actual', period, value, patch);
  expect(grown(year('2022', '100'), year('2023', '110'), year('2024', '115.5'))).toStrictEqual(['2023', '2024', 50]);
  expect(grown(year('2022', '100'), year('2023', '110'), year('2025', '130'))).toStrictEqual(['2022', '2023', 100]);
  expect(grown(year('2023-06', '50'), year('2024', '110'), year('2024-06', '45'))).toStrictEqual([
    '2023-06',
    '2024-06',
    -100,
  ]);
  expect(grown(year('2023', '100'), said('estimate', '2024', '110'))).toBe(undefined);
  expect(grown(year('2023', '100'), year('2024', '110', { scope: 'province' }))).toBe(undefined);
  expect(grown(year('2023', '100'), year('2024', '110', { dispute: 'differing' }))).toBe(undefined);
});

test('the newest figure counts, of one period the actual before the estimate, and none beyond the target', () => {
  const [old, estimate, actual, late] = [
    said('actual', '2023', '10'),
    said('estimate', '2024', '11'),
    said('actual', '2024', '12'),
    said('actual', '2028', '99'),
  ];
  expect(told(TARGET, old, estimate, actual, late).latest).toBe('actual 2024 12');
  expect(told(TARGET, old, estimate).latest).toBe('estimate 2024 11');
  expect(told(TARGET, actual, said('estimate', '2025-06', '13')).latest).toBe('estimate 2025-06 13');
});

test('a figure of another scope or unit is named and never compared', () => {
  const elsewhere = said('actual', '2024', '5000', { scope: 'province' });
  const inOther = said('actual', '2024', '5000', { unit: '万元' });
  const pace = told(TARGET, said('baseline', '2022', '1233'), elsewhere, inOther);
  expect([pace.latest, pace.gaps]).toStrictEqual([undefined, ['NO_ACTUAL']]);
  expect(pace.notCompared).toStrictEqual(['actual 2024 5000', 'actual 2024 5000']);
});

test('without a baseline the growth still needed is told, the share of the way is not', () => {
  const pace = told(TARGET, said('actual', '2024', '1436'));
  expect([pace.shareOfWay, pace.shareOfTime, pace.neededPerYear, pace.neededGrowth]).toStrictEqual([
    undefined,
    undefined,
    '121.333',
    78,
  ]);
  expect(pace.gaps).toStrictEqual(['NO_BASELINE']);
});

test('a figure of the time of the baseline or before it is no progress', () => {
  const pace = told(TARGET, said('baseline', '2022', '1233'), said('actual', '2022', '1300'));
  expect([pace.latest, pace.gaps]).toStrictEqual([undefined, ['NO_ACTUAL']]);
});

test('the growth of a percentage is not told', () => {
  const share = { measure: '研发强度', unit: '%' };
  const pace = told(said('target', '2027', '3.5', share), said('actual', '2024', '2.91', share));
  expect([pace.neededPerYear, pace.neededGrowth]).toStrictEqual(['0.197', undefined]);
});

test('where sources disagree on a figure that is needed, nothing is computed', () => {
  const one = said('actual', '2024', '836', { dispute: 'differing' });
  const pace = told(TARGET, said('baseline', '2022', '700'), one);
  expect([pace.gaps, pace.shareOfWay, pace.neededPerYear]).toStrictEqual([['DISPUTED'], undefined, undefined]);
});

test('a target equal to its baseline has no way to go', () => {
  const pace = told(TARGET, said('baseline', '2022', '1800'), said('actual', '2024', '1790'));
  expect([pace.gaps, pace.shareOfWay, pace.neededPerYear]).toStrictEqual([['NO_DISTANCE'], undefined, '3.333']);
});

test('a fall is a negative share, a target passed is more than all of it', () => {
  const from = said('baseline', '2022', '1000');
  expect(told(TARGET, from, said('actual', '2024', '900')).shareOfWay).toBe(-125);
  expect(told(TARGET, from, said('actual', '2024', '2000'))).toMatchObject({
    shareOfWay: 1250,
    neededPerYear: '-66.667',
  });
});

test('what is made of the way is told with the decimals of the finer figure', () => {
  const pace = told(TARGET, said('baseline', '2022', '1233.10'), said('actual', '2024', '1200.4'));
  expect([pace.distance, pace.gained, pace.onSchedule]).toStrictEqual(['566.90', '-32.70', '1459.86']);
});

test('half a year and a day are parts of a year', () => {
  const from = said('baseline', '2022', '0');
  expect(told(TARGET, from, said('actual', '2025-06', '900')).shareOfTime).toBe(500);
  expect(told(TARGET, from, said('actual', '2025-06-15', '900')).shareOfTime).toBe(492);
});

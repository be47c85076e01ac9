import { expect, test } from 'vitest';
import { differenceUnit, unitIn } from '../../web/src/locale/units.ts';
import { asFineAs, measured } from '../../web/src/state/grouped.ts';

test('a figure is counted in English as English counts, to the last digit, or has its power of ten written out', () => {
  expect([measured('1436', '亿元', 'zh'), measured('1436', '亿元', 'en')]).toStrictEqual([
    '1,436 亿元',
    '143.6 billion yuan',
  ]);
  expect(['1800', '4', '2.04', '0.5', '-12', '约5'].map((value) => measured(value, '亿元', 'en'))).toStrictEqual([
    '180 billion yuan',
    '0.4 billion yuan',
    '0.204 billion yuan',
    '0.05 billion yuan',
    '−1.2 billion yuan',
    '约5 × 100 million yuan',
  ]);
  expect(measured('480', '万元', 'en')).toBe('480 × 10,000 yuan');
  expect(measured('5.5', '%', 'en')).toBe('5.5%');
  expect(unitIn('马力', 'en')).toBe('马力');
});

test('shares differ by points; what is computed is as fine as its figures, and never nothing by rounding', () => {
  expect([differenceUnit('%'), differenceUnit('亿元'), unitIn(differenceUnit('%'), 'en')]).toStrictEqual([
    '个百分点',
    '亿元',
    'percentage points',
  ]);
  expect(asFineAs('121.333', ['1800', '1436'])).toBe('121');
  expect(asFineAs('0.197', ['3.12', '2.5'])).toBe('0.20');
  expect(asFineAs('0.197', ['3', '2'])).toBe('0.2');
  expect(asFineAs('0', ['3'])).toBe('0');
});

import { expect, test } from 'vitest';
import { differenceUnit, unitIn } from '../../web/src/locale/units.ts';
import { asFineAs, measured } from '../../web/src/state/grouped.ts';

test('a figure keeps its number in English and has the power of ten of its unit written out', () => {
  expect([measured('1436', '亿元', 'zh'), measured('1436', '亿元', 'en')]).toStrictEqual([
    '1,436 亿元',
    '1,436 × 100 million yuan',
  ]);
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

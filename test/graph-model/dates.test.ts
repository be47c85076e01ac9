import { expect, test } from 'vitest';
import { PartialDate, earliest, latest, overlap, refines } from '#graph-model/dates.ts';

test.each(['2025', '2025-02', '2025-02-28', '2024-02-29', '1909-09-17', '2000-02-29'])('%s is a date', (text) => {
  expect(PartialDate.parse(text)).toBe(text);
});

test.each([
  '',
  '25',
  '2025-2',
  '2025-13',
  '2025-00',
  '2025-02-30',
  '2025-02-29',
  '1900-02-29',
  '2025-04-31',
  '2025-1-1',
])('“%s” is no date', (text) => {
  expect(PartialDate.safeParse(text).success).toBe(false);
});

test.each(['2025-02-28T00:00Z', ' 2025', '2025年', '20250228', '2025-02-28 '])('“%s” is no date either', (text) => {
  expect(PartialDate.safeParse(text).success).toBe(false);
});

test.each([
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-02', '2025-02-01', '2025-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['1900-02', '1900-02-01', '1900-02-28'],
  ['2025-11', '2025-11-01', '2025-11-30'],
  ['2025-12', '2025-12-01', '2025-12-31'],
  ['2025-02-03', '2025-02-03', '2025-02-03'],
])('%s may be any day from %s to %s', (date, first, last) => {
  expect([earliest(date), latest(date)]).toStrictEqual([first, last]);
});

test('a date refines another when it is the same, said more or less precisely', () => {
  expect(refines('2024', '2024-03')).toBe(true);
  expect(refines('2024-03-08', '2024')).toBe(true);
  expect(refines('2024-03', '2024-03')).toBe(true);
  expect(refines('2024', '2025')).toBe(false);
  expect(refines('2024-03', '2024-04-03')).toBe(false);
});

test.each([
  [{}, {}, true],
  [{ validFrom: '2020' }, { validTo: '2019' }, false],
  [{ validFrom: '2020' }, { validTo: '2020' }, true],
  [{ validFrom: '2020-06' }, { validTo: '2020' }, true],
  [{ validFrom: '2020-06' }, { validTo: '2020-05-31' }, false],
  [{ validFrom: '2018', validTo: '2019' }, { validFrom: '2020', validTo: '2021' }, false],
  [{ validFrom: '2018', validTo: '2020-01' }, { validFrom: '2020', validTo: '2021' }, true],
  [{ validTo: '2019' }, { validTo: '2001' }, true],
])('may %o and %o hold at one time? %s', (a, b, answer) => {
  expect(overlap(a, b)).toBe(answer);
  expect(overlap(b, a)).toBe(answer);
});

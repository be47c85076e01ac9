import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, compareText, sortedUnique } from '#graph-model/text.ts';

test('text is ordered by code point: 豈 (U+F900) before 𠮷 (U+20BB7), which UTF-16 units put the other way', () => {
  expect(compareText('\uF900', '\u{20BB7}')).toBeLessThan(0);
  expect(compareText('\u{20BB7}', '\uF900')).toBeGreaterThan(0);
  expect(['\u{20BB7}', '\uF900'].sort()).toStrictEqual(['\u{20BB7}', '\uF900']);
  expect(['\u{20BB7}', '\uFFFD', '甲', 'a', '\uF900', ''].sort(compareText)).toStrictEqual([
    '',
    'a',
    '甲',
    '\uF900',
    '\uFFFD',
    '\u{20BB7}',
  ]);
});

test('a prefix goes before what it begins, and equal text is equal', () => {
  expect(compareText('兰州', '兰州大学')).toBeLessThan(0);
  expect(compareText('兰州', '兰州')).toBe(0);
});

test('the order is that of UTF-8 bytes, which is how SQLite compares', () => {
  const text = fc.string({ unit: 'binary' });
  const property = fc.property(text, text, (a, b) => {
    expect(Math.sign(compareText(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
  });
  fc.assert(property, { seed: 1, numRuns: 1_000 });
});

test('a list is sorted once and keeps one of each', () => {
  expect(sortedUnique(['乙', '甲', '乙', 'a'])).toStrictEqual(['a', '乙', '甲']);
});

test('canonical JSON sorts keys at every depth, keeps the order of lists and leaves out what is undefined', () => {
  const value = { b: [2, 1, { z: null, y: true }], a: { d: '"', c: undefined }, 甲: 1.5 };
  expect(canonicalJson(value)).toBe('{"a":{"d":"\\""},"b":[2,1,{"y":true,"z":null}],"甲":1.5}');
  expect(canonicalJson({ '\u{20BB7}': 1, '\uF900': 2 })).toBe('{"\uF900":2,"\u{20BB7}":1}');
});

test('canonical JSON reads back as what was written', () => {
  const property = fc.property(fc.jsonValue(), (value) => {
    expect(JSON.parse(canonicalJson(value))).toStrictEqual(JSON.parse(JSON.stringify(value)));
  });
  fc.assert(property, { seed: 1, numRuns: 300 });
});

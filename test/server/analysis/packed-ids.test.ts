import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareText } from '#graph-model/text.ts';
import { PackedIds } from '#server/analysis/packed-ids.ts';

const id = fc
  .array(fc.constantFrom('a', 'b', 'z', '2', '7'), { minLength: 20, maxLength: 20 })
  .map((letters) => `e${letters.join('')}`);

test('the index of an id is its rank by code point, and what is not there has none', () => {
  fc.assert(
    fc.property(fc.uniqueArray(id, { maxLength: 40 }), id, (ids, other) => {
      const sorted = [...ids].sort(compareText);
      const packed = new PackedIds(sorted.length);
      for (const one of sorted) packed.push(one);
      expect(sorted.map((one) => packed.indexOf(one))).toStrictEqual(sorted.map((_, i) => i));
      expect(sorted.map((_, i) => packed.at(i))).toStrictEqual(sorted);
      expect(packed.indexOf(other)).toBe(sorted.indexOf(other));
    }),
    { numRuns: 500 },
  );
});

test('hostile text is not an id and is not found', () => {
  const packed = new PackedIds(1);
  packed.push(`e${'a'.repeat(20)}`);
  for (const text of ['', 'e', '💥'.repeat(11), `e${'\u0000'.repeat(20)}`, `e${'龘'.repeat(20)}`, 'x'.repeat(9999)]) {
    expect(packed.indexOf(text)).toBe(-1);
  }
});

test('ids out of order, repeated or beyond the count are refused', () => {
  const packed = new PackedIds(2);
  packed.push(`e${'b'.repeat(20)}`);
  expect(() => packed.push(`e${'a'.repeat(20)}`)).toThrow(new RangeError('ids out of order'));
  expect(() => packed.push(`e${'b'.repeat(20)}`)).toThrow(new RangeError('ids out of order'));
  packed.push(`e${'c'.repeat(20)}`);
  expect(() => packed.push(`e${'d'.repeat(20)}`)).toThrow(new RangeError('more ids than were counted'));
});

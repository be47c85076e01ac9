import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramQuery, gramsOf } from '#graph-model/store/grams.ts';

test('a name becomes its pairs of characters and its last character, four digits each', () => {
  expect(gramsOf('甲乙丙')).toBe('0n5e0fh5 0fh50ffd 0ffd');
  expect(gramsOf('𠮷')).toBe('2vg7');
  expect(gramsOf('')).toBe('');
});

test('a query of one character is the start of a pair, of more a phrase of pairs', () => {
  expect(gramQuery('甲')).toStrictEqual({ start: '0n5e' });
  expect(gramQuery('甲乙')).toStrictEqual({ phrase: '0n5e0fh5' });
  expect(gramQuery('甲乙丙')).toStrictEqual({ phrase: '0n5e0fh5 0fh50ffd' });
});

test('whatever the text, a query holds nothing but letters, digits and blanks: nothing that a query language reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      expect(Object.values(gramQuery(text)).join()).toMatch(/^[0-9a-z ]+$/);
      expect(gramsOf(text)).toMatch(/^([0-9a-z]{8} )*[0-9a-z]{4}$/);
    }),
  );
});

import { expect, test } from 'vitest';
import { seededRandom, seedOf } from '../../web/src/canvas/random.ts';

test('the same seed gives the same numbers, on any machine', () => {
  const random = seededRandom(42);
  expect([random(), random(), random()]).toStrictEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
});

test('another seed gives other numbers', () => {
  expect(seededRandom(1)()).not.toBe(seededRandom(2)());
});

test('numbers lie between 0 and 1 and fill the range', () => {
  const random = seededRandom(7);
  const numbers = Array.from({ length: 10_000 }, random);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  expect(mean).toBeGreaterThan(0.49);
  expect(mean).toBeLessThan(0.51);
});

test('the seed of a text is that of FNV-1a', () => {
  expect(seedOf('')).toBe(0x811c9dc5);
  expect(seedOf('a')).toBe(0xe40c292c);
});

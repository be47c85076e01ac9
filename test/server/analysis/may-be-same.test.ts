import { expect, test } from 'vitest';
import { mayBeSame, mayBeSameWords } from '#server/analysis/may-be-same.ts';
import type { RowOf } from '#graph-model/rows.ts';

function reading(from: string, to: string, rank = 1): RowOf<'reading'> {
  return {
    id: `m ${from}${to}`,
    from,
    to,
    rank,
    reason: '写法相近',
    who: '编',
    at: '2025',
    decision: 'd',
  } as RowOf<'reading'>;
}

const told = (readings: readonly RowOf<'reading'>[], from = ['a'], to = ['z']) =>
  mayBeSame(readings, from, to).map((one) => [one.from, one.through, one.to, one.readings.map(({ id }) => id)]);

test('one end that may be the other is told, whichever way it was decided', () => {
  expect(told([reading('a', 'z')])).toStrictEqual([['a', undefined, 'z', ['m az']]]);
  expect(told([reading('z', 'a')])).toStrictEqual([['a', undefined, 'z', ['m za']]]);
  expect(told([reading('a', 'b'), reading('c', 'z')])).toStrictEqual([]);
});

test('one name that may mean either end is told after them, the likelier first', () => {
  const readings = [
    reading('x', 'a'),
    reading('x', 'z', 2),
    reading('a', 'y'),
    reading('y', 'z'),
    reading('a', 'z', 3),
  ];
  expect(told(readings)).toStrictEqual([
    ['a', undefined, 'z', ['m az']],
    ['a', 'y', 'z', ['m ay', 'm yz']],
    ['a', 'x', 'z', ['m xa', 'm xz']],
  ]);
});

test('each pair of ends is told by itself', () => {
  expect(told([reading('x', 'a'), reading('x', 'b'), reading('x', 'z')], ['a', 'b'])).toStrictEqual([
    ['a', 'x', 'z', ['m xa', 'm xz']],
    ['b', 'x', 'z', ['m xb', 'm xz']],
  ]);
});

test('it is said as a doubt', () => {
  const [a, z, x] = ['甲', '乙', '丙'].map((name) => ({ zh: name, en: name })) as [Named, Named, Named];
  expect(mayBeSameWords(a, z, undefined).zh).toBe('甲可能就是乙，尚未确认。');
  expect(mayBeSameWords(a, z, x).zh).toBe('丙可能是甲，也可能是乙，尚未确认。');
});

type Named = { readonly zh: string; readonly en: string };

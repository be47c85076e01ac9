import { expect, test } from 'vitest';
import type { ReadingLite } from '../../web/src/api/fragments.ts';
import type { Without } from '../../web/src/api/paths.ts';
import { leftBy } from '../../web/src/state/without.ts';

const reading = (rank: number, to: string) => ({ id: `m${rank}`, rank, from: { id: 'printed' }, to: { id: to } });
const READINGS = [reading(2, 'other'), reading(1, 'first')] as unknown as readonly ReadingLite[];
const path = (readings: number, ...ids: string[]) => ({ readings, weak: [], entities: ids.map((id) => ({ id })) });
const left = (best: ReturnType<typeof path> | null, ...otherReadings: ReturnType<typeof path>[]) =>
  ({ path: best, otherReadings, truncated: false }) as unknown as Without;
const told = (without: Without) =>
  leftBy(without, READINGS).map(({ reading: by, path: way }) => [
    by?.to.id ?? null,
    way && way.entities.map(({ id }) => id),
  ]);

test('each reading of a name at either end has a line, the likeliest first, and one that leads nowhere has none of its own', () => {
  const [one, two] = [path(1, 'printed', 'other', 'x', 'b'), path(1, 'printed', 'first', 'y', 'b')];
  expect(told(left(one, two))).toStrictEqual([
    ['first', ['printed', 'first', 'y', 'b']],
    ['other', ['printed', 'other', 'x', 'b']],
  ]);
  expect(told(left(one))).toStrictEqual([
    ['first', null],
    ['other', ['printed', 'other', 'x', 'b']],
  ]);
  expect(told(left(path(1, 'b', 'x', 'other', 'printed')))).toStrictEqual([
    ['first', null],
    ['other', ['b', 'x', 'other', 'printed']],
  ]);
});

test('where no name at an end is in doubt, nothing is left, or a meaning was asked about, there is one answer', () => {
  expect(told(left(path(0, 'printed', 'b')))).toStrictEqual([[null, ['printed', 'b']]]);
  expect(told(left(null))).toStrictEqual([[null, null]]);
  expect(told(left(path(1, 'first', 'printed', 'b')))).toStrictEqual([[null, ['first', 'printed', 'b']]]);
});

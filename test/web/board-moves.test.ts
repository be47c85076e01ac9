import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moved, type Spot } from '../../web/src/state/board-moves.ts';

const shape = { columns: [2, 0, 3], regions: 2 };
const at = (column: number, row: number, region: number): Spot => ({ column, row, region });

test('left and right go through the regions, then on to the next column that has segments', () => {
  expect(moved(at(0, 1, 0), 'ArrowRight', shape)).toStrictEqual(at(0, 1, 1));
  expect(moved(at(0, 1, 1), 'ArrowRight', shape)).toStrictEqual(at(2, 1, 0));
  expect(moved(at(2, 2, 0), 'ArrowLeft', shape)).toStrictEqual(at(0, 1, 1));
  expect(moved(at(2, 2, 1), 'ArrowRight', shape)).toBeNull();
  expect(moved(at(0, 0, 0), 'ArrowLeft', shape)).toBeNull();
});

test('up and down stay in the column, Home and End in the segment', () => {
  expect(moved(at(2, 0, 1), 'ArrowDown', shape)).toStrictEqual(at(2, 1, 1));
  expect(moved(at(2, 0, 1), 'ArrowUp', shape)).toBeNull();
  expect(moved(at(2, 2, 1), 'ArrowDown', shape)).toBeNull();
  expect(moved(at(2, 1, 1), 'Home', shape)).toStrictEqual(at(2, 1, 0));
  expect(moved(at(2, 1, 0), 'End', shape)).toStrictEqual(at(2, 1, 1));
  expect(moved(at(2, 1, 0), 'Tab', shape)).toBeNull();
});

test('no key leads off the board', () => {
  const columns = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 });
  const keys = fc.array(fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'));
  fc.assert(
    fc.property(columns, fc.integer({ min: 1, max: 6 }), keys, (counts, regions, pressed) => {
      const column = counts.findIndex((count) => count > 0);
      fc.pre(column >= 0);
      let spot = at(column, 0, 0);
      for (const key of pressed) spot = moved(spot, key, { columns: counts, regions }) ?? spot;
      expect(spot.row).toBeLessThan(counts[spot.column] ?? 0);
      expect(spot.region).toBeLessThan(regions);
      expect(Math.min(spot.row, spot.region)).toBeGreaterThanOrEqual(0);
    }),
  );
});

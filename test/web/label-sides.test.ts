import { expect, test } from 'vitest';
import { placeBadges } from '../../web/src/canvas/badge-corners.ts';
import { crosses, placeLabels, type Labelled } from '../../web/src/canvas/label-sides.ts';

const bounds = { left: 0, top: 0, right: 1000, bottom: 1000 };
const node = (id: string, x: number, y: number, more: Partial<Labelled> = {}): Labelled => {
  return { id, x, y, radius: 14, width: 80, height: 32, rank: 1, must: false, flag: false, ...more };
};
const sideOf = (wanted: Labelled[], lines: Parameters<typeof placeLabels>[1] = []) =>
  placeLabels(wanted, lines, [], bounds).get('a')?.side ?? null;

test('a label stands below its node where there is room', () => {
  expect(sideOf([node('a', 500, 500)])).toBe('below');
});

test('a label goes right, then left, then above when a path edge runs through it', () => {
  const down = { x1: 500, y1: 500, x2: 500, y2: 800 };
  const right = { x1: 500, y1: 500, x2: 800, y2: 500 };
  const left = { x1: 500, y1: 500, x2: 200, y2: 500 };
  expect(sideOf([node('a', 500, 500)], [down])).toBe('right');
  expect(sideOf([node('a', 500, 500)], [down, right])).toBe('left');
  expect(sideOf([node('a', 500, 500)], [down, right, left])).toBe('above');
});

test('a label without room is left out unless it must stand', () => {
  const lines = [
    { x1: 500, y1: 200, x2: 500, y2: 800 },
    { x1: 200, y1: 500, x2: 800, y2: 500 },
  ];
  expect(sideOf([node('a', 500, 500)], lines)).toBeNull();
  expect(sideOf([node('a', 500, 500, { must: true })], lines)).toBe('below');
});

test('a label does not leave the canvas', () => {
  expect(sideOf([node('a', 500, 990)])).toBe('above');
});

test('of two labels that want one place the one of lower rank has it', () => {
  const placed = placeLabels([node('a', 500, 500, { rank: 2 }), node('b', 540, 500, { rank: 1 })], [], [], bounds);
  expect(placed.get('b')?.side).toBe('below');
  expect(placed.get('a')?.side).not.toBe('below');
});

test('a segment crosses a rectangle that it passes through, touches or lies in', () => {
  const rect = { left: 10, top: 10, right: 20, bottom: 20 };
  expect(crosses({ x1: 0, y1: 0, x2: 30, y2: 30 }, rect)).toBe(true);
  expect(crosses({ x1: 12, y1: 12, x2: 13, y2: 13 }, rect)).toBe(true);
  expect(crosses({ x1: 0, y1: 0, x2: 5, y2: 5 }, rect)).toBe(false);
  expect(crosses({ x1: 0, y1: 25, x2: 30, y2: 25 }, rect)).toBe(false);
});

test('a badge takes the upper right corner, or another when words are there', () => {
  const badged = { id: 'a', x: 100, y: 100, radius: 10, width: 20, flag: false };
  expect(placeBadges([badged], []).get('a')).toStrictEqual({ left: 106.8, top: 77.2, right: 126.8, bottom: 93.2 });
  const words = [{ left: 100, top: 60, right: 200, bottom: 95 }];
  expect(placeBadges([badged], words).get('a')?.right).toBeCloseTo(93.2);
});

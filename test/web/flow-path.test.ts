import { expect, test } from 'vitest';
import { flowShape } from '../../web/src/canvas/flow-path.ts';

const strip = (left: number, middle: number) => ({ left, right: left + 200, middle });

test('a flow to a later column is level at both ends', () => {
  expect(flowShape(strip(0, 10), strip(240, 90))).toStrictEqual({
    sort: 'forward',
    path: 'M200 10C220 10 220 90 240 90',
  });
});

test('a flow inside one column goes around its right side', () => {
  expect(flowShape(strip(0, 10), strip(0, 90))).toStrictEqual({
    sort: 'beside',
    path: 'M200 10C216 10 216 90 200 90',
  });
});

test('a flow that runs back is one of its own', () => {
  expect(flowShape(strip(240, 10), strip(0, 90))).toStrictEqual({
    sort: 'back',
    path: 'M240 10C224 10 216 90 200 90',
  });
});

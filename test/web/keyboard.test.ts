import { expect, test } from 'vitest';
import { nearestIn, neighboursOf, nextEdge } from '../../web/src/canvas/keyboard.ts';

const positions = { a: { x: 0, y: 0 }, b: { x: 100, y: 0 }, c: { x: 50, y: 90 }, d: { x: -100, y: 10 } };
const edge = (id: string, source: string, target: string) => ({
  id,
  source,
  target,
  type: null,
  label: null,
  modality: null,
  ended: false,
  confidence: 0,
  reading: null,
  members: [],
});
const edges = [edge('l1', 'a', 'b'), edge('l2', 'c', 'a'), edge('l3', 'b', 'c')];

test('an arrow leads to the nearest node that way', () => {
  expect(nearestIn('right', 'a', ['b', 'c', 'd'], positions)).toBe('b');
  expect(nearestIn('left', 'a', ['b', 'c', 'd'], positions)).toBe('d');
  expect(nearestIn('down', 'a', ['b', 'c', 'd'], positions)).toBe('c');
  expect(nearestIn('up', 'a', ['b', 'c', 'd'], positions)).toBeNull();
});

test('neighbours are found from either end', () => {
  expect(neighboursOf('a', edges)).toStrictEqual(['b', 'c']);
});

test('brackets go round the edges of a node', () => {
  expect(nextEdge('a', null, 1, edges)?.id).toBe('l1');
  expect(nextEdge('a', 'l1', 1, edges)?.id).toBe('l2');
  expect(nextEdge('a', 'l2', 1, edges)?.id).toBe('l1');
  expect(nextEdge('a', null, -1, edges)?.id).toBe('l2');
  expect(nextEdge('x', null, 1, edges)).toBeNull();
});

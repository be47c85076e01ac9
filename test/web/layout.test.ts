import { expect, test } from 'vitest';
import { clearPath } from '../../web/src/canvas/clear-path.ts';
import { inRows, layoutRequest, type Box } from '../../web/src/canvas/layout-steps.ts';
import { layOut } from '../../web/src/canvas/layouts.ts';
import { placeRing } from '../../web/src/canvas/ring.ts';

const box = (id: string): Box => ({ id, width: 90, height: 60 });
const boxes = Array.from({ length: 14 }, (_, index) => box(`e${String(index).padStart(2, '0')}`));
const lines = boxes.slice(1).map((one, index) => ({ source: boxes[Math.floor(index / 3)]?.id ?? '', target: one.id }));
const spine = ['e00', 'e01', 'e04'];

test('the same request gives the same positions, to the last digit', () => {
  const request = layoutRequest({ boxes, spine }, [], lines);
  expect(layOut(request)).toStrictEqual(layOut(request));
});

test('the order in which answers came does not show', () => {
  const one = layoutRequest({ boxes, spine }, [], lines);
  const other = layoutRequest({ boxes: [...boxes].reverse(), spine }, [], lines);
  expect(layOut(other)).toStrictEqual(layOut(one));
});

test('the first path runs from left to right', () => {
  const positions = layOut(layoutRequest({ boxes, spine }, [], lines));
  expect(spine.map((id) => positions[id]?.x)).toStrictEqual([-205, 0, 205]);
});

test('an expand moves nothing that was there', () => {
  const before = layOut(layoutRequest({ boxes, spine }, [], lines));
  const added = [box('f1'), box('f2'), box('f3')];
  const op = { kind: 'expand', id: 'e04', type: null, side: 'ANY' } as const;
  const after = layOut(layoutRequest({ boxes, spine }, [{ op, boxes: added }], lines));
  expect(Object.fromEntries(boxes.map(({ id }) => [id, after[id]]))).toStrictEqual(before);
  expect(Object.keys(after)).toHaveLength(17);
});

test('hiding asks for no layout step', () => {
  const base = { boxes, spine };
  const hide = { op: { kind: 'hide', id: 'e01' } as const, boxes: [] };
  expect(layoutRequest(base, [hide], lines).key).toBe(layoutRequest(base, [], lines).key);
});

test('Math.random is given back after a layout', () => {
  const before = Math.random;
  layOut(layoutRequest({ boxes, spine }, [], lines));
  expect(Math.random).toBe(before);
});

test('nodes around an expanded one do not overlap each other or what was there', () => {
  const taken = [
    { ...box('a'), x: 0, y: 0 },
    { ...box('b'), x: 120, y: 0 },
  ];
  const added = Array.from({ length: 30 }, (_, index) => box(`n${index}`));
  const placed = placeRing({ x: 0, y: 0 }, added, taken);
  const all = [...taken, ...added.map((one) => ({ ...one, ...(placed[one.id] ?? { x: 0, y: 0 }) }))];
  const overlaps = all.flatMap((one, index) =>
    all.slice(index + 1).filter((other) => Math.abs(one.x - other.x) < 90 && Math.abs(one.y - other.y) < 60),
  );
  expect(overlaps).toStrictEqual([]);
});

test('around an expanded node no new one stands behind another, so that no line to it runs through a node', () => {
  const centre = { x: 0, y: 0 };
  const added = Array.from({ length: 16 }, (_, index) => box(`n${index}`));
  const placed = placeRing(centre, added, [{ ...box('a'), ...centre }]);
  const spots = added.map(({ id }) => placed[id] ?? centre);
  const behind = spots.flatMap((far) =>
    spots.filter((near) => {
      const length = Math.hypot(far.x, far.y);
      const along = (near.x * far.x + near.y * far.y) / length;
      const aside = Math.abs(near.x * far.y - near.y * far.x) / length;
      return along > 0 && along < length - 1 && aside < 14;
    }),
  );
  expect(behind).toStrictEqual([]);
});

test('a node on an edge of the path is moved off it, the path stays', () => {
  const positions = { a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, n: { x: 150, y: 5 } };
  const cleared = clearPath(positions, ['a', 'b', 'n'].map(box), ['a', 'b'], []);
  expect(cleared).toStrictEqual({ a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, n: { x: 150, y: 40 } });
});

test('a node on an edge between two others is moved off it, so that it does not look like an end', () => {
  const positions = { a: { x: 0, y: 0 }, b: { x: 300, y: 0 }, n: { x: 150, y: 0 } };
  const cleared = clearPath(positions, ['a', 'b', 'n'].map(box), [], [{ source: 'a', target: 'b' }]);
  expect(cleared['n']).toStrictEqual({ x: 150, y: -26 });
});

test('a layout that was stopped stands in rows, each node once', () => {
  const request = layoutRequest({ boxes: boxes.slice(0, 4), spine: [] }, [], lines);
  expect(inRows(request)).toStrictEqual({
    e00: { x: 0, y: 0 },
    e01: { x: 150, y: 0 },
    e02: { x: 0, y: 90 },
    e03: { x: 150, y: 90 },
  });
});

test('the members of an opened group come around where the group stood', () => {
  const group = box('g-1');
  const before = layOut(layoutRequest({ boxes: [...boxes, group], spine }, [], lines));
  const op = { kind: 'unfold', id: 'g-1' } as const;
  const members = [box('m1'), box('m2'), box('m3')];
  const after = layOut(layoutRequest({ boxes: [...boxes, group], spine }, [{ op, boxes: members }], lines));
  expect(boxes.map(({ id }) => after[id])).toStrictEqual(boxes.map(({ id }) => before[id]));
  for (const { id } of members) expect(after[id]).toBeDefined();
});

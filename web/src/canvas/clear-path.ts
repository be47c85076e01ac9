import type { Box, Line, Point, Positions } from './layout-steps.ts';

const ROUNDS = 60;
/** Free room on both sides of a path edge: half a disc and the word beside the number. */
const CLEARANCE = 40;
/** The same for any other edge: a node on it would look like one of its ends. */
const EDGE_CLEARANCE = 26;
const GAP = 10;

/**
 * Moves nodes off edges, most of all those of the first path, and off each other, a little at a time; the path stays.
 * Goes through nodes in their given order, so equal input gives equal output.
 */
export function clearPath(
  positions: Positions,
  boxes: readonly Box[],
  spine: readonly string[],
  lines: readonly Line[],
): Positions {
  const places = new Map(boxes.map((box) => [box.id, { ...(positions[box.id] ?? { x: 0, y: 0 }) }]));
  const pinned = new Set(spine.length > 1 ? spine : []);
  const points = [...pinned].map((id) => places.get(id)).filter((point) => point !== undefined);
  const free = boxes.filter((box) => !pinned.has(box.id));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = false;
    for (const box of free) {
      const place = places.get(box.id);
      if (!place) continue;
      moved = pushOffPath(place, points) || moved;
      for (const { source, target } of lines) {
        const from = places.get(source);
        const to = places.get(target);
        if (!from || !to || source === box.id || target === box.id) continue;
        moved = pushOff(place, from, to, EDGE_CLEARANCE) || moved;
      }
      for (const other of boxes) {
        const otherPlace = places.get(other.id);
        if (other.id === box.id || !otherPlace) continue;
        moved = pushApart(place, box, otherPlace, other, pinned.has(other.id)) || moved;
      }
    }
    if (!moved) break;
  }
  return Object.fromEntries([...places].map(([id, { x, y }]) => [id, { x: round2(x), y: round2(y) }]));
}

type Place = { x: number; y: number };

function pushOffPath(place: Place, path: readonly Point[]): boolean {
  let moved = false;
  for (let index = 1; index < path.length; index++) {
    const from = path[index - 1];
    const to = path[index];
    if (from && to) moved = pushOff(place, from, to, CLEARANCE) || moved;
  }
  return moved;
}

/** Along the normal of an edge that is too near. */
function pushOff(place: Place, from: Point, to: Point, clearance: number): boolean {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = ((place.x - from.x) * (to.x - from.x) + (place.y - from.y) * (to.y - from.y)) / length;
  const off = ((place.x - from.x) * (to.y - from.y) - (place.y - from.y) * (to.x - from.x)) / length;
  if (along < 0 || along > length || Math.abs(off) >= clearance - 0.01) return false;
  const push = (clearance - Math.abs(off)) * (off < 0 ? -1 : 1);
  place.x += (push * (to.y - from.y)) / length;
  place.y -= (push * (to.x - from.x)) / length;
  return true;
}

/** The shorter way out of an overlap; both give way unless the other is pinned. */
function pushApart(place: Place, box: Box, other: Place, otherBox: Box, pinned: boolean): boolean {
  const dx = place.x - other.x;
  const dy = place.y - other.y;
  const overX = (box.width + otherBox.width) / 2 + GAP - Math.abs(dx);
  const overY = (box.height + otherBox.height) / 2 + GAP - Math.abs(dy);
  if (overX <= 0.01 || overY <= 0.01) return false;
  const share = pinned ? 1 : 0.5;
  if (overX < overY) {
    const way = dx < 0 ? -1 : 1;
    place.x += way * overX * share;
    if (!pinned) other.x -= way * overX * share;
  } else {
    const way = dy < 0 ? -1 : 1;
    place.y += way * overY * share;
    if (!pinned) other.y -= way * overY * share;
  }
  return true;
}

function round2(value: number): number {
  return Math.round(value * 100) / 100;
}

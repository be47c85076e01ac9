import { crosses } from './label-sides.ts';
import type { Box, Point, Positions } from './layout-steps.ts';

const GAP = 14;
const FIRST_RADIUS = 130;
const RADIUS_STEP = 84;
/** On so many circles a place behind another node is left free: a line through a node reads as two ties. */
const CLEAR_TURNS = 12;
/** Half of what the shape of a node and a little room take. */
const DISC = 20;

/**
 * Places new nodes on circles around a centre, starting away from the middle of what is already there,
 * and takes the first free spot for each. Old nodes do not move.
 */
export function placeRing(centre: Point, nodes: readonly Box[], taken: readonly (Box & Point)[]): Positions {
  const middle = meanOf(taken, centre);
  const outward = Math.atan2(centre.y - middle.y, centre.x - middle.x);
  const placed: (Box & Point)[] = [...taken];
  const positions: Record<string, Point> = {};
  for (const node of nodes) {
    const spot = freeSpot(centre, outward, node, placed);
    positions[node.id] = spot;
    placed.push({ ...node, ...spot });
  }
  return positions;
}

/** Tries angles left and right of `outward` on ever wider circles; the last resort is far out, where nothing is. */
function freeSpot(centre: Point, outward: number, node: Box, placed: readonly (Box & Point)[]): Point {
  for (let turn = 0; turn < 40; turn++) {
    const radius = FIRST_RADIUS + turn * RADIUS_STEP;
    const slots = Math.max(8, Math.floor((2 * Math.PI * radius) / 90));
    for (let slot = 0; slot < slots; slot++) {
      const side = slot % 2 === 0 ? 1 : -1;
      const angle = outward + (side * Math.ceil(slot / 2) * 2 * Math.PI) / slots;
      const spot = { x: round(centre.x + radius * Math.cos(angle)), y: round(centre.y + radius * Math.sin(angle)) };
      if (placed.some((other) => overlaps({ ...node, ...spot }, other))) continue;
      if (turn >= CLEAR_TURNS || !placed.some((other) => isBetween(other, centre, spot))) return spot;
    }
  }
  return { x: round(centre.x + FIRST_RADIUS + 40 * RADIUS_STEP), y: round(centre.y) };
}

/** Does the line from the centre to the spot run through the shape of another node? */
function isBetween({ x, y }: Point, centre: Point, spot: Point): boolean {
  if (x === centre.x && y === centre.y) return false;
  const disc = { left: x - DISC, right: x + DISC, top: y - DISC, bottom: y + DISC };
  return crosses({ x1: centre.x, y1: centre.y, x2: spot.x, y2: spot.y }, disc);
}

function overlaps(one: Box & Point, other: Box & Point): boolean {
  return (
    Math.abs(one.x - other.x) < (one.width + other.width) / 2 + GAP &&
    Math.abs(one.y - other.y) < (one.height + other.height) / 2 + GAP
  );
}

function meanOf(points: readonly Point[], fallback: Point): Point {
  if (points.length === 0) return { x: fallback.x - 1, y: fallback.y };
  const sum = points.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** Hundredths of a pixel: the last bits of a sine differ between machines. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

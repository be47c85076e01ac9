/** Where the tiles of a segment lie on the board, in its pixels. */
export type Strip = { readonly left: number; readonly right: number; readonly middle: number };

export type FlowShape = { readonly path: string; readonly sort: 'forward' | 'beside' | 'back' };

const BULGE = 16;

/** A flow between two segments: level at both ends, around the right side inside one column, dashed when it runs back. */
export function flowShape(from: Strip, to: Strip): FlowShape {
  if (to.left >= from.right) {
    const half = Math.max(BULGE, (to.left - from.right) / 2);
    return { sort: 'forward', path: curve(from.right, from.middle, half, to.left, to.middle, -half) };
  }
  if (from.left < to.right && to.left < from.right) {
    return { sort: 'beside', path: curve(from.right, from.middle, BULGE, to.right, to.middle, BULGE) };
  }
  return { sort: 'back', path: curve(from.left, from.middle, -BULGE, to.right, to.middle, BULGE) };
}

function curve(x1: number, y1: number, out: number, x2: number, y2: number, into: number): string {
  return `M${x1} ${y1}C${x1 + out} ${y1} ${x2 + into} ${y2} ${x2} ${y2}`;
}

export type Rect = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };
export type Side = 'below' | 'right' | 'left' | 'above';

/** A node that wants a label: its middle and radius on screen, the size of its words, and how much they matter. */
export type Labelled = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly height: number;
  /** Least first. */
  readonly rank: number;
  /** Drawn even where there is no free room. */
  readonly must: boolean;
  /** A flag stands at its upper left. */
  readonly flag: boolean;
};

export type PlacedLabel = { readonly side: Side; readonly rect: Rect };

const SIDES: readonly Side[] = ['below', 'right', 'left', 'above'];
const GAP = 3;
const FLAG = 17;

/**
 * Gives each label the first side where it crosses no path edge, no other node and no label already placed, and stays
 * inside the bounds; labels without room are left out, except those that must stand: they take the side that crosses
 * least.
 */
export function placeLabels(
  wanted: readonly Labelled[],
  lines: readonly Segment[],
  taken: readonly Rect[],
  bounds: Rect,
): ReadonlyMap<string, PlacedLabel> {
  const placed = new Map<string, PlacedLabel>();
  const rects = [...taken];
  const discs = wanted.map((node) => ({ id: node.id, rect: around(node) }));
  const order = [...wanted].sort((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : 1));
  for (const node of order) {
    let best: { readonly label: PlacedLabel; readonly faults: number } | null = null;
    for (const side of SIDES) {
      const rect = rectAt(node, side);
      const faults =
        (inside(rect, bounds) ? 0 : 12) +
        3 * rects.filter((other) => overlap(rect, other)).length +
        2 * discs.filter((disc) => disc.id !== node.id && overlap(rect, disc.rect)).length +
        lines.filter((line) => crosses(line, rect)).length;
      if (best === null || faults < best.faults) best = { label: { side, rect }, faults };
      if (faults === 0) break;
    }
    if (!best || (best.faults > 0 && !node.must)) continue;
    placed.set(node.id, best.label);
    rects.push(best.label.rect);
  }
  return placed;
}

function rectAt(node: Labelled, side: Side): Rect {
  const { x, y, radius, width, height } = node;
  const corner = radius * 0.68;
  if (node.flag && side === 'above') return box(x - width / 2, y - corner - FLAG - height, width, height);
  if (node.flag && side === 'left') return box(x - radius - GAP - 2 - width, y - corner + 1, width, height);
  if (side === 'below') return box(x - width / 2, y + radius + GAP, width, height);
  if (side === 'above') return box(x - width / 2, y - radius - GAP - height, width, height);
  if (side === 'right') return box(x + radius + GAP + 2, y - height / 2, width, height);
  return box(x - radius - GAP - 2 - width, y - height / 2, width, height);
}

function inside(rect: Rect, bounds: Rect): boolean {
  return (
    rect.left >= bounds.left && rect.right <= bounds.right && rect.top >= bounds.top && rect.bottom <= bounds.bottom
  );
}

function box(left: number, top: number, width: number, height: number): Rect {
  return { left, top, right: left + width, bottom: top + height };
}

function around(node: Labelled): Rect {
  return box(node.x - node.radius, node.y - node.radius, 2 * node.radius, 2 * node.radius);
}

export function overlap(one: Rect, other: Rect): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** Does the segment pass through the rectangle? Liang and Barsky's clipping. */
export function crosses(line: Segment, rect: Rect): boolean {
  const dx = line.x2 - line.x1;
  const dy = line.y2 - line.y1;
  let enter = 0;
  let leave = 1;
  const sides: readonly (readonly [number, number])[] = [
    [-dx, line.x1 - rect.left],
    [dx, rect.right - line.x1],
    [-dy, line.y1 - rect.top],
    [dy, rect.bottom - line.y1],
  ];
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
      continue;
    }
    const at = room / step;
    if (step < 0) enter = Math.max(enter, at);
    else leave = Math.min(leave, at);
    if (enter > leave) return false;
  }
  return true;
}

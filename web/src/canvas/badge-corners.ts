import { overlap, type Rect } from './label-sides.ts';

/** A node with a badge: its middle and radius on screen, the width of the badge, and whether a flag takes its upper left. */
export type Badged = {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
  readonly flag: boolean;
};

export const BADGE_HEIGHT = 16;

/** Gives each badge the first corner of its node that is free of words and other badges, else the one that is freest. */
export function placeBadges(wanted: readonly Badged[], taken: readonly Rect[]): ReadonlyMap<string, Rect> {
  const rects = [...taken];
  const placed = new Map<string, Rect>();
  for (const node of wanted) {
    const corners = cornersOf(node);
    const counts = corners.map((corner) => rects.filter((rect) => overlap(corner, rect)).length);
    const best = corners[counts.indexOf(Math.min(...counts))];
    if (!best) continue;
    placed.set(node.id, best);
    rects.push(best);
  }
  return placed;
}

/** Upper right, upper left unless a flag stands there, lower right, lower left, then the two sides. */
function cornersOf({ x, y, radius, width, flag }: Badged): readonly Rect[] {
  const away = radius * 0.68;
  const at = (left: number, top: number): Rect => ({ left, top, right: left + width, bottom: top + BADGE_HEIGHT });
  const above = y - away - BADGE_HEIGHT;
  return [
    at(x + away, above),
    ...(flag ? [] : [at(x - away - width, above)]),
    at(x + away, y + away),
    at(x - away - width, y + away),
    at(x + radius + 2, y - BADGE_HEIGHT / 2),
    at(x - radius - 2 - width, y - BADGE_HEIGHT / 2),
  ];
}

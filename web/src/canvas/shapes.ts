import type { Kind } from '../api/fragments.ts';

export type Family = 'enterprise' | 'science' | 'alliance' | 'public' | 'space' | 'thing';

/** How a kind is drawn in a box of 18 × 18: filled and stroked path data, the same on canvas, in lists and in the legend. */
export type Shape = {
  readonly family: Family;
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Holes are painted in the surface colour over the fill. */
  readonly hole?: string;
};

/** Every kind in the order of legends and lists. Colour says the family, shape says the kind. */
export const SHAPES = {
  Company: { family: 'enterprise', fill: roundRect(1, 3, 16, 12, 3) },
  University: { family: 'science', fill: 'M5 2h8l4.5 7-4.5 7H5L.5 9z' },
  Institute: { family: 'science', fill: 'M9 .5 17.5 9 9 17.5.5 9z' },
  Hospital: { family: 'science', fill: 'M6 1h6v5h5v6h-5v5H6v-5H1V6h5z' },
  Laboratory: { family: 'science', fill: 'M9 1.5 17.5 16.5H.5z' },
  Consortium: {
    family: 'alliance',
    fill: circle(9, 9, 4.4),
    stroke: circle(9, 9, 7.7),
    strokeWidth: 2,
  },
  Association: { family: 'alliance', fill: 'M5.7 1h6.6L17 5.7v6.6L12.3 17H5.7L1 12.3V5.7z' },
  Agency: { family: 'public', fill: 'M9 1 17.5 7.3 14.3 17H3.7L.5 7.3z' },
  Fund: { family: 'public', fill: roundRect(1, 2, 16, 14, 4.5), hole: 'M5 8h8v2.4H5z' },
  Policy: { family: 'public', fill: 'M2 1.5h14v10.5a4.5 4.5 0 0 1-4.5 4.5h-5A4.5 4.5 0 0 1 2 12z' },
  Place: { family: 'space', stroke: circle(9, 9, 7), strokeWidth: 1.6 },
  Park: { family: 'space', stroke: 'M5.6 3.5h11.4L12.4 14.5H1z', strokeWidth: 1.6 },
  Facility: { family: 'space', stroke: 'M5.5 2.5h7L16 6v6l-3.5 3.5h-7L2 12V6z', strokeWidth: 1.6 },
  Product: { family: 'thing', fill: circle(9, 9, 5.2) },
  Chain: { family: 'thing', fill: 'M1.5 1.5h15L13.5 9l3 7.5h-15L4.5 9z' },
  Segment: { family: 'thing', fill: 'M1 3.5h10.5L17 9l-5.5 5.5H1z' },
  Project: { family: 'thing', fill: 'M1 2.5 9 6l8-3.5L9 17z' },
} as const satisfies Record<Kind, Shape>;

export const KINDS = Object.keys(SHAPES) as readonly Kind[];

/** A name as printed that nobody has decided: hollow and dashed, whatever its kind. */
export const DOUBT_OUTLINE = roundRect(1.5, 3.5, 15, 11, 2.5);
export const DOUBT_DASH = [3, 2] as const;

export function shapeOf(kind: Kind): Shape {
  return SHAPES[kind];
}

function circle(x: number, y: number, radius: number): string {
  return `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
}

function roundRect(x: number, y: number, width: number, height: number, radius: number): string {
  const across = width - 2 * radius;
  const down = height - 2 * radius;
  const arc = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return `M${x + radius} ${y}h${across}${arc(radius, radius)}v${down}${arc(-radius, radius)}h${-across}${arc(-radius, -radius)}v${-down}${arc(radius, -radius)}z`;
}

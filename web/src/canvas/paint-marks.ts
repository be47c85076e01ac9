import { DOUBT_DASH, DOUBT_OUTLINE, shapeOf } from './shapes.ts';
import type { DrawnNode } from './elements.ts';
import type { Rect } from './label-sides.ts';
import type { Tokens } from './tokens.ts';

type Pen = CanvasRenderingContext2D;

/** Shapes are drawn in a box of this many pixels. */
const BOX = 18;
const paths = new Map<string, Path2D>();

/** The shape of a kind, its middle at x, y. */
export function paintShape(pen: Pen, node: DrawnNode, x: number, y: number, scale: number, tokens: Tokens): void {
  pen.save();
  pen.translate(x - (BOX / 2) * scale, y - (BOX / 2) * scale);
  pen.scale(scale, scale);
  if (node.doubtful) {
    pen.setLineDash([...DOUBT_DASH]);
    stroke(pen, DOUBT_OUTLINE, tokens.warn, 1.5);
  } else {
    const shape = shapeOf(node.kind);
    const colour = tokens[shape.family];
    if (shape.fill) fill(pen, shape.fill, colour);
    if (shape.stroke) stroke(pen, shape.stroke, colour, shape.strokeWidth ?? 1.5);
    if (shape.hole) fill(pen, shape.hole, tokens.surface);
  }
  pen.restore();
}

/** Words with a halo of the surface, so that a line under them does not strike them through. */
export function paintWords(pen: Pen, text: string, x: number, y: number, colour: string, halo: string): void {
  pen.lineJoin = 'round';
  pen.lineWidth = 5;
  pen.strokeStyle = halo;
  pen.strokeText(text, x, y);
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
}

export function paintNumber(pen: Pen, number: number, x: number, y: number, tokens: Tokens, warn: boolean): void {
  pen.beginPath();
  pen.arc(x, y, 9, 0, 2 * Math.PI);
  pen.fillStyle = warn ? tokens.warn : tokens.sel;
  pen.fill();
  centred(pen, `600 11px ${tokens.font}`, String(number), x, y, tokens.surface);
}

/** The square flag of an end of the path, its lower right corner at x, y. */
export function paintFlag(pen: Pen, letter: string, x: number, y: number, tokens: Tokens): void {
  pen.fillStyle = tokens.sel;
  pen.fillRect(x - 16, y - 16, 16, 16);
  centred(pen, `600 11px ${tokens.font}`, letter, x - 8, y - 8, tokens.surface);
}

/** Room for `+n`; digits of the product's typeface are all of one width. */
export function badgeWidth(count: number): number {
  return count === 0 ? 0 : 15 + 7 * (String(count).length - 1) + 8;
}

/** `+n` in a frame. */
export function paintBadge(pen: Pen, count: number, rect: Rect, tokens: Tokens): void {
  const text = `+${count}`;
  const width = rect.right - rect.left;
  const left = Math.round(rect.left) + 0.5;
  const top = Math.round(rect.top) + 0.5;
  pen.fillStyle = tokens.surface;
  pen.fillRect(left, top, width, 15);
  pen.strokeStyle = tokens.ctl;
  pen.lineWidth = 1;
  pen.setLineDash([]);
  pen.strokeRect(left, top, width, 15);
  centred(pen, `400 11px ${tokens.font}`, text, left + width / 2, top + 7.5, tokens.ink2);
}

export function paintFocus(pen: Pen, x: number, y: number, radius: number, tokens: Tokens): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.setLineDash([]);
  pen.lineWidth = 2;
  pen.strokeStyle = tokens.focus;
  pen.stroke();
}

function centred(pen: Pen, font: string, text: string, x: number, y: number, colour: string): void {
  pen.font = font;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = colour;
  pen.fillText(text, x, y + 0.5);
}

function fill(pen: Pen, data: string, colour: string): void {
  pen.fillStyle = colour;
  pen.fill(pathOf(data));
}

function stroke(pen: Pen, data: string, colour: string, width: number): void {
  pen.strokeStyle = colour;
  pen.lineWidth = width;
  pen.stroke(pathOf(data));
}

function pathOf(data: string): Path2D {
  const path = paths.get(data) ?? new Path2D(data);
  paths.set(data, path);
  return path;
}

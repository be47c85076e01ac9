import type { Kind } from '../api/fragments.ts';
import { xmlText } from '../state/xml.ts';
import type { DrawnNode } from './elements.ts';
import type { PlacedLabel, Rect } from './label-sides.ts';
import type { Point } from './layout-steps.ts';
import type { Scene } from './scene.ts';
import { DOUBT_DASH, DOUBT_OUTLINE, shapeOf } from './shapes.ts';
import type { Tokens } from './tokens.ts';
import { LEAD, TYPE, type Spot, type Word } from './words.ts';

type Look = {
  readonly size: number;
  readonly weight: 400 | 600;
  readonly colour: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Colour of a rim that keeps lines under the words from striking them through. */
  readonly halo?: string;
};

/** A line of words whose base line stands at `at`. */
export function textSvg(text: string, { x, y }: Point, { size, weight, colour, anchor = 'start', halo }: Look): string {
  const rim =
    halo === undefined ? '' : ` stroke="${halo}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" fill="${colour}"${rim}>${xmlText(text)}</text>`;
}

/** The shape of a kind, its middle at `at`. */
export function shapeSvg(
  of: { readonly kind: Kind; readonly doubtful: boolean },
  at: Point,
  scale: number,
  tokens: Tokens,
): string {
  const place = `translate(${round(at.x - 9 * scale)} ${round(at.y - 9 * scale)}) scale(${scale})`;
  if (of.doubtful) {
    return `<path transform="${place}" d="${DOUBT_OUTLINE}" fill="none" stroke="${tokens.warn}" stroke-width="1.5" stroke-dasharray="${DOUBT_DASH.join(' ')}"/>`;
  }
  const shape = shapeOf(of.kind);
  const colour = tokens[shape.family];
  const parts = [
    shape.fill && `<path d="${shape.fill}" fill="${colour}"/>`,
    shape.stroke &&
      `<path d="${shape.stroke}" fill="none" stroke="${colour}" stroke-width="${shape.strokeWidth ?? 1.5}"/>`,
    shape.hole && `<path d="${shape.hole}" fill="${tokens.surface}"/>`,
  ].filter((part) => part !== undefined && part !== '');
  return `<g transform="${place}">${parts.join('')}</g>`;
}

/** The disc under a node, its ring on a path, and its shape; that of a group stands before another. */
export function nodeSvg(node: DrawnNode, { x, y, radius }: Spot, onPath: boolean, tokens: Tokens): string {
  const ring = onPath
    ? ` stroke="${node.doubtful ? tokens.warn : tokens.sel}" stroke-width="2"${node.doubtful ? ' stroke-dasharray="4 3"' : ''}`
    : '';
  const scale = onPath ? 1.2 : 1;
  const behind =
    node.members.length > 0 ? `<g opacity="0.4">${shapeSvg(node, { x: x + 4, y: y - 4 }, scale, tokens)}</g>` : '';
  return `<circle cx="${round(x)}" cy="${round(y)}" r="${radius}" fill="${tokens.surface}"${ring}/>${behind}${shapeSvg(node, { x, y }, scale, tokens)}`;
}

export function numberSvg({ mark, at: [x, y] }: Word, tokens: Tokens): string {
  const disc = `<circle cx="${round(x)}" cy="${round(y)}" r="9" fill="${mark.warn ? tokens.warn : tokens.sel}"/>`;
  const look = { size: 11, weight: 600, colour: tokens.surface, anchor: 'middle' } as const;
  return disc + textSvg(String(mark.number), { x, y: y + 4 }, look);
}

export function wordSvg({ mark, x, y, align }: Word, tokens: Tokens): string {
  return textSvg(
    mark.word,
    { x, y: y + 4 },
    {
      size: TYPE,
      weight: mark.number === null ? 400 : 600,
      colour: mark.warn ? tokens.warn : tokens.ink,
      anchor: align === 'center' ? 'middle' : 'start',
      halo: tokens.surface,
    },
  );
}

export function labelSvg(node: DrawnNode, label: PlacedLabel | undefined, scene: Scene, tokens: Tokens): string {
  if (!label) return '';
  const { left, right, top } = label.rect;
  const anchor = label.side === 'right' ? 'start' : label.side === 'left' ? 'end' : 'middle';
  const x = label.side === 'right' ? left + 2 : label.side === 'left' ? right - 2 : (left + right) / 2;
  const weight = scene.pathNodes.has(node.id) || node.doubtful ? 600 : 400;
  const colour = node.doubtful ? tokens.warn : tokens.ink;
  return node.lines
    .map((line, index) =>
      textSvg(
        line,
        { x, y: top + LEAD * (index + 0.5) + 4 },
        { size: TYPE, weight, colour, anchor, halo: tokens.surface },
      ),
    )
    .join('');
}

/** The flag of an end, and the badge of what is not drawn. */
export function flagSvg(node: DrawnNode, spot: Spot, badge: Rect | undefined, tokens: Tokens): string {
  const [x, y] = [spot.x - spot.radius * 0.68, spot.y - spot.radius * 0.68];
  const flag =
    node.end === null
      ? ''
      : `<rect x="${round(x - 16)}" y="${round(y - 16)}" width="16" height="16" fill="${tokens.sel}"/>${textSvg(
          node.end.toUpperCase(),
          { x: x - 8, y: y - 4 },
          { size: 11, weight: 600, colour: tokens.surface, anchor: 'middle' },
        )}`;
  if (!badge) return flag;
  const width = badge.right - badge.left;
  return `${flag}<rect x="${round(badge.left)}" y="${round(badge.top)}" width="${round(width)}" height="15" fill="${tokens.surface}" stroke="${tokens.ctl}"/>${textSvg(
    `+${node.hidden}`,
    { x: badge.left + width / 2, y: badge.top + 11.5 },
    { size: 11, weight: 400, colour: tokens.ink2, anchor: 'middle' },
  )}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

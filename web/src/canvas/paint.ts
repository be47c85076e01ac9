import type { Core } from 'cytoscape';
import type { PlacedLabel } from './label-sides.ts';
import { paintBadge, paintFlag, paintFocus, paintNumber, paintShape, paintWords } from './paint-marks.ts';
import type { Scene } from './scene.ts';
import { DISC, PATH_DISC, PATH_DISC_CONSORTIUM } from './styles.ts';
import type { DrawnNode } from './elements.ts';
import type { Tokens } from './tokens.ts';
import { LEAD, placeWords, TYPE, type Spot, type Stage, type Word } from './words.ts';

export type Cursor = { readonly node: string | null; readonly shown: boolean };

/** Longer than any label: lines of nine Han characters. */
const LONGEST = 120;

/**
 * Paints shapes, words, numbers, flags and badges over the lines that Cytoscape drew, in the view and `margin` pixels
 * around it. `compact`: words of path and doubt only.
 */
export function paint(
  pen: CanvasRenderingContext2D,
  cy: Core,
  scene: Scene,
  tokens: Tokens,
  cursor: Cursor,
  compact: boolean,
  margin: number,
): void {
  const zoom = cy.zoom();
  const spots = spotsOf(cy, scene);
  const stage = stageOf(cy, margin);
  const { labels, words, badges } = placeWords(stage, scene, spots, compact);
  const seen = [...spots].filter(([, spot]) => isSeen(spot, stage));
  for (const [id, spot] of seen) {
    const node = scene.nodes.get(id);
    const scale = zoom * (scene.pathNodes.has(id) ? (node?.kind === 'Consortium' ? 1.35 : 1.2) : 1);
    if (!node) continue;
    // A stack: the same shape once more behind, where the eye finds that there is more than one.
    if (node.members.length > 0) {
      pen.globalAlpha = 0.4;
      paintShape(pen, node, spot.x + 4 * zoom, spot.y - 4 * zoom, scale, tokens);
      pen.globalAlpha = 1;
    }
    paintShape(pen, node, spot.x, spot.y, scale, tokens);
  }
  for (const word of words) paintWord(pen, word, tokens);
  for (const [id, spot] of seen) {
    const node = scene.nodes.get(id);
    if (node) paintLabel(pen, node, labels.get(id), scene, tokens);
    if (node?.end)
      paintFlag(pen, node.end.toUpperCase(), spot.x - spot.radius * 0.68, spot.y - spot.radius * 0.68, tokens);
    const badge = badges.get(id);
    if (node && badge) paintBadge(pen, node.hidden, badge, tokens);
  }
  const focused = cursor.shown && cursor.node !== null ? spots.get(cursor.node) : undefined;
  if (focused) paintFocus(pen, focused.x, focused.y, focused.radius + 5, tokens);
}

/** Its shape, the stack behind it, its flag or its words may be in the bitmap. */
function isSeen({ x, y, radius }: Spot, { width, height, margin }: Stage): boolean {
  const room = margin + 2 * radius + LONGEST;
  return x > -room && y > -room && x < width + room && y < height + room;
}

function stageOf(cy: Core, margin: number): Stage {
  return {
    width: cy.width(),
    height: cy.height(),
    zoom: cy.zoom(),
    margin,
    every: false,
    middleOf(id) {
      const edge = cy.getElementById(id);
      return edge.empty() ? null : edge.renderedMidpoint();
    },
  };
}

function spotsOf(cy: Core, scene: Scene): ReadonlyMap<string, Spot> {
  const spots = new Map<string, Spot>();
  const zoom = cy.zoom();
  cy.nodes().forEach((element) => {
    const node = scene.nodes.get(element.id());
    const { x, y } = element.renderedPosition();
    if (node) spots.set(node.id, { x, y, radius: (zoom * discOf(node, scene)) / 2 });
  });
  return spots;
}

/** Diameter of the disc under a node, in model pixels. */
export function discOf(node: DrawnNode, scene: Scene): number {
  if (!scene.pathNodes.has(node.id)) return DISC;
  return node.kind === 'Consortium' ? PATH_DISC_CONSORTIUM : PATH_DISC;
}

function paintWord(pen: CanvasRenderingContext2D, word: Word, tokens: Tokens): void {
  const { mark, at, x, y, align } = word;
  if (mark.number !== null) paintNumber(pen, mark.number, at[0], at[1], tokens, mark.warn);
  pen.font = `${mark.number === null ? 400 : 600} ${TYPE}px ${tokens.font}`;
  pen.textAlign = align;
  pen.textBaseline = 'middle';
  paintWords(pen, mark.word, x, y, mark.warn ? tokens.warn : tokens.ink, tokens.surface);
}

function paintLabel(
  pen: CanvasRenderingContext2D,
  node: DrawnNode,
  label: PlacedLabel | undefined,
  scene: Scene,
  tokens: Tokens,
): void {
  if (!label) return;
  const strong = scene.pathNodes.has(node.id) || node.doubtful || scene.selection === node.id;
  pen.font = `${strong ? 600 : 400} ${TYPE}px ${tokens.font}`;
  pen.textBaseline = 'middle';
  pen.textAlign = label.side === 'right' ? 'left' : label.side === 'left' ? 'right' : 'center';
  const { left, right, top } = label.rect;
  const x = label.side === 'right' ? left + 2 : label.side === 'left' ? right - 2 : (left + right) / 2;
  const colour = node.doubtful ? tokens.warn : tokens.ink;
  node.lines.forEach((line, index) => paintWords(pen, line, x, top + LEAD * (index + 0.5), colour, tokens.surface));
}

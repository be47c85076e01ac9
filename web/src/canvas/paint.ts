import type { Core } from 'cytoscape';
import { labelWidth } from './label.ts';
import { placeLabels, type Labelled, type PlacedLabel, type Rect, type Segment } from './label-sides.ts';
import { paintBadge, paintFlag, paintFocus, paintNumber, paintShape, paintWords } from './paint-marks.ts';
import type { EdgeMark, Scene } from './scene.ts';
import { DISC, PATH_DISC, PATH_DISC_CONSORTIUM } from './styles.ts';
import type { DrawnNode } from './elements.ts';
import type { Tokens } from './tokens.ts';

/** Size of all words on the canvas, in screen pixels: they do not shrink with the picture, they make room or go. */
const TYPE = 12;
const LEAD = 16;
const MANY = 400;

export type Cursor = { readonly node: string | null; readonly shown: boolean };

type Spot = { readonly x: number; readonly y: number; readonly radius: number };
type Placed = { readonly labels: ReadonlyMap<string, PlacedLabel>; readonly words: readonly Word[] };
type Word = { readonly mark: EdgeMark; readonly x: number; readonly y: number; readonly at: readonly [number, number]; readonly align: CanvasTextAlign };

/** Paints shapes, words, numbers, flags and badges over the lines that Cytoscape drew. `compact`: words of path and doubt only. */
export function paint(
  pen: CanvasRenderingContext2D,
  cy: Core,
  scene: Scene,
  tokens: Tokens,
  cursor: Cursor,
  compact: boolean,
): void {
  const zoom = cy.zoom();
  const spots = spotsOf(cy, scene);
  const { labels, words } = placeWords(cy, scene, spots, compact);
  for (const [id, spot] of spots) {
    const node = scene.nodes.get(id);
    const scale = zoom * (scene.pathNodes.has(id) ? (node?.kind === 'Consortium' ? 1.35 : 1.2) : 1);
    if (node) paintShape(pen, node, spot.x, spot.y, scale, tokens);
  }
  for (const word of words) paintWord(pen, word, tokens);
  for (const [id, spot] of spots) {
    const node = scene.nodes.get(id);
    if (node) paintLabel(pen, node, labels.get(id), scene, tokens);
    if (node) paintCorners(pen, node, spot, labels.get(id), tokens, zoom >= 0.6 || scene.pathNodes.has(id));
  }
  const focused = cursor.shown && cursor.node !== null ? spots.get(cursor.node) : undefined;
  if (focused) paintFocus(pen, focused.x, focused.y, focused.radius + 5, tokens);
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

function discOf(node: DrawnNode, scene: Scene): number {
  if (!scene.pathNodes.has(node.id)) return DISC;
  return node.kind === 'Consortium' ? PATH_DISC_CONSORTIUM : PATH_DISC;
}

function placeWords(cy: Core, scene: Scene, spots: ReadonlyMap<string, Spot>, compact: boolean): Placed {
  const segments: Segment[] = [];
  for (const id of scene.pathEdges) {
    const edge = scene.edges.get(id);
    const from = edge && spots.get(edge.source);
    const to = edge && spots.get(edge.target);
    if (from && to) segments.push({ x1: from.x, y1: from.y, x2: to.x, y2: to.y });
  }
  const words: Word[] = [];
  const taken: Rect[] = [];
  for (const [id, mark] of scene.marks) {
    const element = cy.getElementById(id);
    const edge = scene.edges.get(id);
    const from = edge && spots.get(edge.source);
    const to = edge && spots.get(edge.target);
    if (!from || !to || element.empty()) continue;
    const word = wordAt(mark, element.renderedMidpoint(), Math.abs(to.x - from.x) > 1.4 * Math.abs(to.y - from.y));
    words.push(word);
    taken.push(...rectsOf(word));
  }
  const wanted = [...spots].flatMap(([id, spot]) => wantedLabel(scene, id, spot, compact));
  const shown = wanted.length <= MANY ? wanted : wanted.filter((label) => label.rank < 4);
  return { labels: placeLabels(shown, segments, taken), words };
}

function wantedLabel(scene: Scene, id: string, spot: Spot, compact: boolean): Labelled[] {
  const node = scene.nodes.get(id);
  if (!node) return [];
  const must = scene.pathNodes.has(id) || scene.selection === id || node.doubtful || node.end !== null;
  if (compact && !must) return [];
  const rank = scene.pathNodes.has(id) ? 0 : must ? 1 : node.seed || node.path !== null ? 2 : 4 + 1 / (1 + node.degree);
  const width = labelWidth(node.lines, TYPE) + 4;
  return [{ id, ...spot, width, height: node.lines.length * LEAD, rank, must }];
}

/** The word stands above the number of a flat edge, right of that of a steep one. */
function wordAt(mark: EdgeMark, at: { x: number; y: number }, flat: boolean): Word {
  const away = mark.number === null ? 9 : 19;
  if (flat) return { mark, at: [at.x, at.y], x: at.x, y: at.y - away, align: 'center' };
  return { mark, at: [at.x, at.y], x: at.x + (mark.number === null ? 6 : 14), y: at.y, align: 'left' };
}

function rectsOf({ mark, at, x, y, align }: Word): Rect[] {
  const width = labelWidth([mark.word], TYPE);
  const left = align === 'center' ? x - width / 2 : x;
  const word = { left, top: y - 8, right: left + width, bottom: y + 8 };
  if (mark.number === null) return [word];
  return [word, { left: at[0] - 10, top: at[1] - 10, right: at[0] + 10, bottom: at[1] + 10 }];
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

function paintCorners(
  pen: CanvasRenderingContext2D,
  node: DrawnNode,
  spot: Spot,
  label: PlacedLabel | undefined,
  tokens: Tokens,
  badges: boolean,
): void {
  const away = spot.radius * 0.68;
  const labelRight = label?.side === 'right';
  if (node.end) paintFlag(pen, node.end.toUpperCase(), spot.x - away, spot.y - away, tokens);
  if (node.hidden > 0 && badges) {
    const mirrored = labelRight && node.end === null;
    paintBadge(pen, node.hidden, mirrored ? spot.x - away : spot.x + away, spot.y - away, tokens, mirrored);
  }
}

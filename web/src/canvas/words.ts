import { placeBadges, type Badged } from './badge-corners.ts';
import { labelWidth } from './label.ts';
import { overlap, placeLabels, type Labelled, type PlacedLabel, type Rect, type Segment } from './label-sides.ts';
import { badgeWidth } from './paint-marks.ts';
import type { EdgeMark, Scene } from './scene.ts';

/** Size of all words on the canvas, in screen pixels: they do not shrink with the picture, they make room or go. */
export const TYPE = 12;
export const LEAD = 16;
/** Above this many nodes only those that matter are labelled. */
const MANY = 400;
const LEAST_ZOOM_FOR_BADGES = 0.5;
/** Twice what a label reaches from its node, in pixels. */
const REACH = 400;

export type Spot = { readonly x: number; readonly y: number; readonly radius: number };
export type Word = {
  readonly mark: EdgeMark;
  readonly x: number;
  readonly y: number;
  /** Where the number stands. */
  readonly at: readonly [number, number];
  readonly align: CanvasTextAlign;
};
/** Where a picture stands: the room for it, and where its edges have their middle. */
export type Stage = {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** Room around it that comes into view when the picture is moved, in pixels; what lies beyond has no words. */
  readonly margin: number;
  /** On paper all labels stand, also where they touch. */
  readonly every: boolean;
  /** Null: the edge is not drawn. */
  readonly middleOf: (edge: string) => { readonly x: number; readonly y: number } | null;
};
type Placed = {
  readonly labels: ReadonlyMap<string, PlacedLabel>;
  readonly words: readonly Word[];
  readonly badges: ReadonlyMap<string, Rect>;
};

/** Finds room for all words: those of edges first, then the labels of nodes, then badges. `compact`: of path and doubt only, where there is a path. */
export function placeWords(stage: Stage, scene: Scene, spots: ReadonlyMap<string, Spot>, compact: boolean): Placed {
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
    const middle = stage.middleOf(id);
    const edge = scene.edges.get(id);
    const from = edge && spots.get(edge.source);
    const to = edge && spots.get(edge.target);
    if (!from || !to || !middle) continue;
    const flat = Math.abs(to.x - from.x) > 1.4 * Math.abs(to.y - from.y);
    if (mark.number !== null) {
      const word = wordAt(mark, middle, flat);
      words.push(word);
      taken.push(...rectsOf(word));
    } else {
      const choices = ALONG.map((share) =>
        wordAt(mark, { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }, flat),
      );
      const word = choices.find((choice) => isFree(choice, taken, spots, scene)) ?? choices[0];
      if (!word) continue;
      words.push(word);
      taken.push(...rectsOf(word));
    }
  }
  const near = stage.every ? spots : nearOf(spots, stage);
  const wanted = [...near].flatMap(([id, spot]) => wantedLabel(scene, id, spot, compact, stage.every));
  const shown = stage.every || scene.nodes.size <= MANY ? wanted : wanted.filter((label) => label.rank < 4);
  const labels = placeAround(stage, shown, segments, taken);
  if (compact || stage.zoom < LEAST_ZOOM_FOR_BADGES) return { words, labels, badges: new Map() };
  const discs = [...near.values()].map(({ x, y, radius }) => squareAround(x, y, radius * 0.6));
  const badges = placeBadges(wantedBadges(scene, near), [
    ...taken,
    ...discs,
    ...[...labels.values()].map((label) => label.rect),
  ]);
  return { words, labels, badges };
}

/** What is seen, or its words are, or comes into the way of words that are. */
function nearOf(spots: ReadonlyMap<string, Spot>, { width, height, margin }: Stage): ReadonlyMap<string, Spot> {
  const room = margin + REACH;
  return new Map([...spots].filter(([, { x, y }]) => x > -room && y > -room && x < width + room && y < height + room));
}

/** First the labels in view, as if there were no more; then those that are seen only when the picture is moved. */
function placeAround(
  { width, height, margin, every }: Stage,
  shown: readonly Labelled[],
  segments: readonly Segment[],
  taken: readonly Rect[],
): ReadonlyMap<string, PlacedLabel> {
  const bounds = { left: 4, top: 4, right: width - 4, bottom: height - 4 };
  const inView = placeLabels(shown, segments, taken, bounds);
  if (every) return inView;
  const view = { left: 0, top: 0, right: width, bottom: height };
  const used = [view, ...taken, ...[...inView.values()].map(({ rect }) => rect)];
  const rest = shown.filter(({ id }) => !inView.has(id));
  const room = { left: -margin, top: -margin, right: width + margin, bottom: height + margin };
  return new Map([...inView, ...placeLabels(rest, segments, used, room)]);
}

function squareAround(x: number, y: number, half: number): Rect {
  return { left: x - half, top: y - half, right: x + half, bottom: y + half };
}

function wantedLabel(scene: Scene, id: string, spot: Spot, compact: boolean, every: boolean): Labelled[] {
  const node = scene.nodes.get(id);
  if (!node) return [];
  const must = scene.pathNodes.has(id) || scene.selection === id || node.doubtful || node.end !== null;
  if (compact && !must && scene.pathNodes.size > 0) return [];
  const rank = scene.pathNodes.has(id) ? 0 : must ? 1 : node.seed || node.path !== null ? 2 : 4 + 1 / (1 + node.degree);
  const width = labelWidth(node.lines, TYPE) + 4;
  return [{ id, ...spot, width, height: node.lines.length * LEAD, rank, must: must || every, flag: node.end !== null }];
}

/** Shares of an edge where its word may stand, the best first. */
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

/** Off every disc, every other word, and the room below each node where its label would like to be. */
function isFree(word: Word, taken: readonly Rect[], spots: ReadonlyMap<string, Spot>, scene: Scene): boolean {
  const rects = rectsOf(word);
  const hits = (other: Rect) => rects.some((rect) => overlap(rect, other));
  if (taken.some(hits)) return false;
  return ![...spots].some(([id, { x, y, radius }]) => {
    const lines = scene.nodes.get(id)?.lines ?? [];
    const half = lines.length === 0 ? radius : Math.max(radius, labelWidth(lines, TYPE) / 2);
    return (
      hits({ left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }) ||
      hits({ left: x - half, right: x + half, top: y + radius, bottom: y + radius + 3 + lines.length * LEAD })
    );
  });
}

function wantedBadges(scene: Scene, spots: ReadonlyMap<string, Spot>): Badged[] {
  return [...spots].flatMap(([id, spot]) => {
    const node = scene.nodes.get(id);
    return node && node.hidden > 0 ? [{ id, ...spot, width: badgeWidth(node.hidden), flag: node.end !== null }] : [];
  });
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

import type { Kind } from '../api/fragments.ts';
import { xmlText } from '../state/xml.ts';
import { bowsOf, trimmed, type Bow } from './edge-lines.ts';
import type { DrawnEdge } from './elements.ts';
import { labelWidth } from './label.ts';
import type { Point, Positions } from './layout-steps.ts';
import { dashArray, lineFormOf, type LineForm } from './line-forms.ts';
import { discOf } from './paint.ts';
import { onPaper } from './paper-scale.ts';
import type { Scene } from './scene.ts';
import { PATH, WEAK_PATH } from './styles.ts';
import type { Tokens } from './tokens.ts';
import { placeWords, TYPE, type Spot } from './words.ts';
import { flagSvg, labelSvg, nodeSvg, numberSvg, shapeSvg, textSvg, wordSvg } from './svg-marks.ts';

/** A picture with all that it must say by itself on paper. */
export type Sheet = {
  readonly scene: Scene;
  readonly positions: Positions;
  readonly tokens: Tokens;
  readonly title: string;
  /** Documents, data version, date, counts, and every filter that leaves something out. */
  readonly foot: readonly string[];
  readonly legend: readonly { readonly kind: Kind; readonly text: string; readonly doubtful: boolean }[];
  /** The forms of line that are drawn, and what they mean. */
  readonly lines: readonly { readonly form: LineForm; readonly text: string }[];
};

const SIDE = 96;
const HEAD = 88;
const BELOW = 72;
const LEGEND_ROW = 22;
const LEGEND_COLUMN = 132;
const LEAST_WIDTH = 640;
const FOOT_LINE = 20;

/** What is drawn as SVG: a title line, the picture at its own scale with every label, the legend in words, the foot. */
export function graphSvg(sheet: Sheet): { readonly svg: string; readonly width: number; readonly height: number } {
  const { scene, tokens } = sheet;
  const legend = [
    ...sheet.legend.map(({ text, ...shape }) => ({
      text,
      mark: (at: Point) => shapeSvg(shape, at, 0.75, tokens),
    })),
    ...sheet.lines.map(({ text, form }) => ({ text, mark: (at: Point) => lineSvg(form, at, tokens) })),
  ];
  const positions = onPaper(scene, sheet.positions);
  const drawn = [...scene.nodes.keys()].flatMap((id) => positions[id] ?? []);
  const [left, right] = rangeOf(drawn.map(({ x }) => x));
  const [top, bottom] = rangeOf(drawn.map(({ y }) => y));
  const width = Math.ceil(Math.max(LEAST_WIDTH, right - left + 2 * SIDE));
  const floor = Math.ceil(HEAD + bottom - top + BELOW);
  const columns = Math.max(1, Math.floor((width - 32) / LEGEND_COLUMN));
  const foot = linesOf(sheet.foot, width - 32);
  const height = floor + Math.ceil(legend.length / columns) * LEGEND_ROW + 16 + foot.length * FOOT_LINE;
  const shift = { x: (width - (left + right)) / 2, y: HEAD - top };
  const places = Object.fromEntries(
    [...scene.nodes.keys()].flatMap((id) => {
      const at = positions[id];
      return at ? [[id, { x: at.x + shift.x, y: at.y + shift.y }] as const] : [];
    }),
  );
  const parts = [
    `<rect width="${width}" height="${height}" fill="${tokens.surface}"/>`,
    ...pictureParts(scene, places, tokens, { width, height: floor }),
    textSvg(sheet.title, { x: 16, y: 32 }, { size: 16, weight: 600, colour: tokens.ink }),
    ...legend.map(({ text, mark }, index) => {
      const at = { x: 26 + (index % columns) * LEGEND_COLUMN, y: floor + Math.floor(index / columns) * LEGEND_ROW };
      return mark(at) + textSvg(text, { x: at.x + 14, y: at.y + 4 }, { size: 12, weight: 400, colour: tokens.ink2 });
    }),
    ...foot.map((line, index) =>
      textSvg(
        line,
        { x: 16, y: height - 14 - (foot.length - 1 - index) * FOOT_LINE },
        { size: 12, weight: 400, colour: tokens.ink2 },
      ),
    ),
  ];
  const svg = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${xmlText(tokens.font)}">`,
    `<title>${xmlText(sheet.title)}</title>`,
    `<desc>${xmlText(sheet.foot.join(' · '))}</desc>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
  return { svg, width, height };
}

/** Parts joined into lines that fit; one too long for a line stands alone. */
function linesOf(parts: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const joined = lines.length === 0 ? part : `${lines.at(-1)} · ${part}`;
    if (lines.length > 0 && labelWidth([joined], TYPE) <= width) lines[lines.length - 1] = joined;
    else lines.push(part);
  }
  return lines;
}

function pictureParts(
  scene: Scene,
  places: Positions,
  tokens: Tokens,
  room: { readonly width: number; readonly height: number },
): readonly string[] {
  const spots = new Map<string, Spot>();
  for (const [id, node] of scene.nodes) {
    const at = places[id];
    if (at) spots.set(id, { ...at, radius: discOf(node, scene) / 2 });
  }
  const bows = bowsOf([...scene.edges.values()], places);
  const stage = { ...room, zoom: 1, margin: 0, every: true, middleOf: (id: string) => bows.get(id)?.middle ?? null };
  const { labels, words, badges } = placeWords(stage, scene, spots, false);
  const nodes = [...scene.nodes.values()].filter(({ id }) => spots.has(id));
  const spotOf = (id: string): Spot => spots.get(id) ?? { x: 0, y: 0, radius: 0 };
  return [
    ...[...scene.edges.values()].flatMap((edge) => {
      const bow = bows.get(edge.id);
      if (!bow) return [];
      return edgeSvg(edge, trimmed(bow, spotOf(edge.source).radius, spotOf(edge.target).radius), scene, tokens);
    }),
    ...nodes.map((node) => nodeSvg(node, spotOf(node.id), scene.pathNodes.has(node.id), tokens)),
    ...words.map((word) => (word.mark.number === null ? '' : numberSvg(word, tokens)) + wordSvg(word, tokens)),
    ...nodes.map((node) => labelSvg(node, labels.get(node.id), scene, tokens)),
    ...nodes.map((node) => flagSvg(node, spotOf(node.id), badges.get(node.id), tokens)),
  ].filter((part) => part !== '');
}

/** A piece of such a line, its middle at `at`. */
function lineSvg(form: LineForm, { x, y }: Point, tokens: Tokens): string {
  const colour = form === 'reading' ? tokens.warn : tokens.ink2;
  return `<path d="M${x - 12} ${y}h22" stroke="${colour}" stroke-width="1.5"${dashSvg(form)}/>`;
}

function dashSvg(form: LineForm): string {
  const dash = dashArray(form);
  return dash === null ? '' : ` stroke-dasharray="${dash}"`;
}

/** Dashes and weights as on the canvas. */
function edgeSvg(edge: DrawnEdge, { from, to, control }: Bow, scene: Scene, tokens: Tokens): string {
  const onPath = scene.pathEdges.has(edge.id);
  const doubtful = edge.reading !== null;
  const colour = doubtful ? tokens.warn : onPath ? tokens.sel : tokens.flow;
  const width = onPath ? (scene.weak ? WEAK_PATH : PATH) : doubtful ? 1.5 : 1.25;
  const line = `<path d="M${at(from)}Q${at(control)} ${at(to)}" fill="none" stroke="${colour}" stroke-width="${width}"${dashSvg(lineFormOf(edge))}/>`;
  return onPath ? line + arrowSvg(control, to, colour) : line;
}

function arrowSvg(from: Point, to: Point, colour: string): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const back = { x: to.x - along.x * 10, y: to.y - along.y * 10 };
  const one = { x: back.x - along.y * 5, y: back.y + along.x * 5 };
  const other = { x: back.x + along.y * 5, y: back.y - along.x * 5 };
  return `<path d="M${at(to)}L${at(one)}L${at(other)}z" fill="${colour}"/>`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

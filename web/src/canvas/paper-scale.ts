import { bowsOf } from './edge-lines.ts';
import { overlap } from './label-sides.ts';
import type { Positions } from './layout-steps.ts';
import { discOf } from './paint.ts';
import type { Scene } from './scene.ts';
import { placeWords, type Spot } from './words.ts';

/** By how much a picture may grow on paper, so that no label hides part of another. */
const SCALES = [1, 1.2, 1.45, 1.75, 2.1, 2.5] as const;

/** The places of a picture on paper: as far apart as its labels need, up to a limit; words keep their size. */
export function onPaper(scene: Scene, positions: Positions): Positions {
  let best = { positions, hidden: Infinity };
  for (const scale of SCALES) {
    const grown = Object.fromEntries(
      Object.entries(positions).map(([id, { x, y }]) => [id, { x: x * scale, y: y * scale }]),
    );
    const hidden = hiddenLabels(scene, grown);
    if (hidden < best.hidden) best = { positions: grown, hidden };
    if (hidden === 0) break;
  }
  return best.positions;
}

/** How many pairs of labels lie over each other where every one stands. */
function hiddenLabels(scene: Scene, positions: Positions): number {
  const spots = new Map<string, Spot>();
  for (const [id, node] of scene.nodes) {
    const at = positions[id];
    if (at) spots.set(id, { ...at, radius: discOf(node, scene) / 2 });
  }
  const bows = bowsOf([...scene.edges.values()], positions);
  const [width, height] = [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
  const middleOf = (id: string) => bows.get(id)?.middle ?? null;
  const { labels } = placeWords({ width, height, zoom: 1, margin: 0, every: true, middleOf }, scene, spots, false);
  const rects = [...labels.values()].map(({ rect }) => rect);
  return rects.reduce((sum, rect, at) => sum + rects.slice(at + 1).filter((other) => overlap(rect, other)).length, 0);
}

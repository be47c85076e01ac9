import type { DrawnEdge } from './elements.ts';
import type { Point, Positions } from './layout-steps.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

const UNIT: Record<Direction, Point> = {
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
};

/** The candidate that lies best in a direction: near, and little off the way. Null when none lies that way at all. */
export function nearestIn(
  direction: Direction,
  from: string,
  candidates: Iterable<string>,
  positions: Positions,
): string | null {
  const start = positions[from];
  if (!start) return null;
  const unit = UNIT[direction];
  let best: { readonly id: string; readonly cost: number } | null = null;
  for (const id of candidates) {
    const point = positions[id];
    if (!point || id === from) continue;
    const along = (point.x - start.x) * unit.x + (point.y - start.y) * unit.y;
    const off = Math.abs((point.x - start.x) * unit.y - (point.y - start.y) * unit.x);
    if (along <= 0 || off > along * 2.5) continue;
    const cost = along + 2 * off;
    if (best === null || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id ?? null;
}

export function neighboursOf(id: string, edges: readonly DrawnEdge[]): readonly string[] {
  return edges.flatMap((edge) => (edge.source === id ? [edge.target] : edge.target === id ? [edge.source] : []));
}

/** The next edge at a node, in the order they are drawn, going round. Null when it has none. */
export function nextEdge(
  id: string,
  current: string | null,
  step: 1 | -1,
  edges: readonly DrawnEdge[],
): DrawnEdge | null {
  const own = edges.filter((edge) => edge.source === id || edge.target === id);
  const at = own.findIndex((edge) => edge.id === current);
  if (at === -1) return own.at(step === 1 ? 0 : -1) ?? null;
  return own[(at + step + own.length) % own.length] ?? null;
}

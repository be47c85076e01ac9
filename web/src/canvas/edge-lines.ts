import type { DrawnEdge } from './elements.ts';
import type { Point, Positions } from './layout-steps.ts';

/** How far the bows of edges between the same two nodes are apart. */
const BOW = 30;

/** An edge as a bow: straight where `control` lies between its ends. */
export type Bow = { readonly from: Point; readonly to: Point; readonly control: Point; readonly middle: Point };

/** The bows of all edges that have places: one straight line between two nodes, several beside each other. */
export function bowsOf(edges: readonly DrawnEdge[], positions: Positions): ReadonlyMap<string, Bow> {
  const beside = new Map<string, DrawnEdge[]>();
  for (const edge of edges) {
    const key = [edge.source, edge.target].sort().join();
    beside.set(key, [...(beside.get(key) ?? []), edge]);
  }
  const bows = new Map<string, Bow>();
  for (const group of beside.values()) {
    group.forEach((edge, index) => {
      const from = positions[edge.source];
      const to = positions[edge.target];
      if (!from || !to) return;
      // From the lesser id to the greater, so that edges of opposite directions bow to opposite sides.
      const [start, end] = edge.source < edge.target ? [from, to] : [to, from];
      const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
      const away = (index - (group.length - 1) / 2) * BOW;
      const normal = { x: -(end.y - start.y) / length, y: (end.x - start.x) / length };
      const centre = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
      bows.set(edge.id, {
        from,
        to,
        control: { x: centre.x + normal.x * away, y: centre.y + normal.y * away },
        middle: { x: centre.x + (normal.x * away) / 2, y: centre.y + (normal.y * away) / 2 },
      });
    });
  }
  return bows;
}

/** The same bow from rim to rim of the discs at its ends. */
export function trimmed({ from, to, control, middle }: Bow, fromRadius: number, toRadius: number): Bow {
  return { from: towards(from, control, fromRadius), to: towards(to, control, toRadius), control, middle };
}

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: from.x + ((to.x - from.x) * distance) / length, y: from.y + ((to.y - from.y) * distance) / length };
}

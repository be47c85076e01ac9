import type { Op } from '../state/ops.ts';
import { seedOf } from './random.ts';

/** Room a node asks for, label included, in model pixels. */
export type Box = { readonly id: string; readonly width: number; readonly height: number };
export type Line = { readonly source: string; readonly target: string };
export type Point = { readonly x: number; readonly y: number };
export type Positions = Readonly<Record<string, Point>>;

/**
 * How the picture came about. `force` lays out everything drawn so far, with the first path pinned;
 * `ring` puts new nodes around the one that was expanded and leaves the others alone.
 */
export type LayoutStep =
  | {
      readonly kind: 'force';
      readonly nodes: readonly Box[];
      readonly lines: readonly Line[];
      readonly spine: readonly string[];
    }
  | { readonly kind: 'ring'; readonly nodes: readonly Box[]; readonly around: string };

export type LayoutRequest = { readonly key: string; readonly seed: number; readonly steps: readonly LayoutStep[] };
export type LayoutAnswer = { readonly key: string; readonly positions: Positions };

type Batch = { readonly op: Op; readonly boxes: readonly Box[] };

/**
 * The steps of a view: its base, then one per operation. Hidden nodes keep their place, so hiding moves nothing.
 * The seed is that of the base alone: an expand never moves what was there.
 */
export function layoutRequest(
  base: { readonly boxes: readonly Box[]; readonly spine: readonly string[] },
  batches: readonly Batch[],
  lines: readonly Line[],
): LayoutRequest {
  const present: Box[] = [...base.boxes];
  const known = new Set(present.map((box) => box.id));
  const within = (): Line[] => lines.filter((line) => known.has(line.source) && known.has(line.target));
  const force = (): LayoutStep => ({ kind: 'force', nodes: sorted(present), lines: within(), spine: base.spine });

  const steps: LayoutStep[] = [force()];
  for (const { op, boxes } of batches) {
    if (op.kind === 'relayout') steps.push(force());
    if (op.kind !== 'expand' && op.kind !== 'unfold') continue;
    const added = boxes.filter((box) => !known.has(box.id));
    for (const box of added) known.add(box.id);
    present.push(...added);
    if (added.length > 0) steps.push({ kind: 'ring', nodes: sorted(added), around: op.id });
  }
  const seed = seedOf(
    sorted(base.boxes)
      .map((box) => box.id)
      .join(),
  );
  return { key: JSON.stringify(steps), seed, steps };
}

/** In the order of ids: the order in which answers came must not show in the picture. */
function sorted(boxes: readonly Box[]): readonly Box[] {
  return [...boxes].sort((one, other) => (one.id < other.id ? -1 : 1));
}

const GRID_STEP = { x: 150, y: 90 } as const;

/** Where things stand when a layout was stopped: in rows, in the order of the request. */
export function inRows({ steps }: LayoutRequest): Positions {
  const boxes = steps.flatMap((step) => step.nodes);
  const across = Math.ceil(Math.sqrt(boxes.length));
  const places = new Map<string, Point>();
  for (const { id } of boxes) {
    if (places.has(id)) continue;
    const at = places.size;
    places.set(id, { x: (at % across) * GRID_STEP.x, y: Math.floor(at / across) * GRID_STEP.y });
  }
  return Object.fromEntries(places);
}

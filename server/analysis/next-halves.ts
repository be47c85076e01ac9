import { emptyHalves, type Halves } from './half-edges.ts';
import { GONE, type Moved } from './moved.ts';
import type { RelationColumns } from './projection.ts';
import type { Turns } from './turns.ts';

/** How the relationships came out of those before: where each went, and the rows that are new, in order. */
export type RowMoves = { readonly rows: Int32Array; readonly added: readonly number[] };

/**
 * The half-edges of `relations` from those before. Entities and rows keep their order when they move, so what stays is
 * in order already: one pass lays the new ones in between.
 */
export async function nextHalves(
  base: Halves,
  relations: RelationColumns,
  entityCount: number,
  entities: Moved,
  { rows, added }: RowMoves,
  turns: Turns,
): Promise<Halves> {
  const next = emptyHalves(new Uint32Array(entityCount + 1), relations.from.length * 2);
  const laying = { base, entities, rows, fresh: freshHalves(relations, added), next, old: 0, count: 0, taken: 0 };
  for await (const [start, end] of turns.slices(0, base.neighbours.length)) layIn(laying, start, end);
  for (const half of laying.fresh.slice(laying.taken)) put(next, laying.count++, half);
  for (let i = 0; i < entityCount; i++) next.offsets[i + 1] = (next.offsets[i + 1] ?? 0) + (next.offsets[i] ?? 0);
  return next;
}

type Half = readonly [entity: number, neighbour: number, row: number, side: number];

type Laying = {
  readonly base: Halves;
  readonly entities: Moved;
  readonly rows: Int32Array;
  /** In order. */
  readonly fresh: readonly Half[];
  /** While half-edges are laid, `offsets` counts them by entity. */
  readonly next: Halves;
  /** The entity, by its old index, to which the half-edge before belonged. */
  old: number;
  count: number;
  /** Of `fresh`. */
  taken: number;
};

/** A loop without a call or a promise in it, over local variables: it runs for every half-edge there is. */
function layIn(laying: Laying, start: number, end: number): void {
  const { base, entities, rows, fresh, next } = laying;
  let { old, count, taken } = laying;
  let first = fresh[taken];
  for (let half = start; half < end; half++) {
    while (half >= (base.offsets[old + 1] ?? 0)) old++;
    const row = rows[base.rows[half] ?? 0] ?? GONE;
    if (row === GONE) continue;
    let entity = old;
    let neighbour = base.neighbours[half] ?? 0;
    if (entities !== undefined) {
      entity = entities[entity] ?? GONE;
      neighbour = entities[neighbour] ?? GONE;
    }
    while (first !== undefined && (first[0] - entity || first[1] - neighbour || first[2] - row) < 0) {
      put(next, count++, first);
      first = fresh[++taken];
    }
    next.offsets[entity + 1] = (next.offsets[entity + 1] ?? 0) + 1;
    next.neighbours[count] = neighbour;
    next.rows[count] = row;
    next.sides[count++] = base.sides[half] ?? 0;
  }
  laying.old = old;
  laying.count = count;
  laying.taken = taken;
}

function put(next: Halves, at: number, [entity, neighbour, row, side]: Half): void {
  next.offsets[entity + 1] = (next.offsets[entity + 1] ?? 0) + 1;
  next.neighbours[at] = neighbour;
  next.rows[at] = row;
  next.sides[at] = side;
}

function freshHalves({ from, to, types }: RelationColumns, added: readonly number[]): Half[] {
  const halves = added.flatMap((row): Half[] => {
    const [start, end, side] = [from[row] ?? 0, to[row] ?? 0, (types[row] ?? 0) * 2];
    return [
      [start, end, row, side],
      [end, start, row, side + 1],
    ];
  });
  return halves.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
}

import type { Projection, RelationColumns } from './projection.ts';
import type { Turns } from './turns.ts';

export type Halves = Pick<Projection, 'offsets' | 'neighbours' | 'rows' | 'sides'>;

/** Counting sort twice: by relationship, then (as a transposition, which keeps that order) by neighbour. */
export async function halfEdges(entityCount: number, relations: RelationColumns, turns: Turns): Promise<Halves> {
  const { from, to, types } = relations;
  const offsets = new Uint32Array(entityCount + 1);
  const bump = (entity: number) => (offsets[entity + 1] = (offsets[entity + 1] ?? 0) + 1);
  for await (const [start, end] of turns.slices(0, from.length)) {
    for (let row = start; row < end; row++) {
      bump(from[row] ?? 0);
      bump(to[row] ?? 0);
    }
  }
  for (let i = 0; i < entityCount; i++) offsets[i + 1] = (offsets[i + 1] ?? 0) + (offsets[i] ?? 0);
  const first = emptyHalves(offsets, from.length * 2);
  const putFirst = appender(first);
  for await (const [start, end] of turns.slices(0, from.length)) {
    for (let row = start; row < end; row++) {
      const side = (types[row] ?? 0) * 2;
      // In this order the transposition leaves the two halves of a loop with the `from` side first.
      putFirst(to[row] ?? 0, from[row] ?? 0, row, side + 1);
      putFirst(from[row] ?? 0, to[row] ?? 0, row, side);
    }
  }
  const sorted = emptyHalves(offsets, from.length * 2);
  const putSorted = appender(sorted);
  let entity = 0;
  for await (const [start, end] of turns.slices(0, from.length * 2)) {
    for (let half = start; half < end; half++) {
      while (half >= (offsets[entity + 1] ?? 0)) entity++;
      putSorted(first.neighbours[half] ?? 0, entity, first.rows[half] ?? 0, (first.sides[half] ?? 0) ^ 1);
    }
  }
  return sorted;
}

export function emptyHalves(offsets: Uint32Array, count: number): Halves {
  return { offsets, neighbours: new Uint32Array(count), rows: new Uint32Array(count), sides: new Uint8Array(count) };
}

function appender(halves: Halves): (entity: number, neighbour: number, row: number, side: number) => void {
  const next = halves.offsets.slice();
  return (entity, neighbour, row, side) => {
    const at = next[entity] ?? 0;
    next[entity] = at + 1;
    halves.neighbours[at] = neighbour;
    halves.rows[at] = row;
    halves.sides[at] = side;
  };
}

import type { AnyProjection } from './projection.ts';
import type { HalfTest } from './relation-filter.ts';

/** Rows of the relationships from one entity to another that pass, each once, in order. In a part `from` must be read. */
export function rowsBetween(projection: AnyProjection, from: number, to: number, passes: HalfTest): number[] {
  const { offsets, neighbours, rows } = projection;
  const stop = offsets[from + 1] ?? 0;
  const between = new Set<number>();
  for (let half = firstHalfTo(projection, from, to); half < stop && neighbours[half] === to; half++) {
    if (passes(half)) between.add(rows[half] ?? 0);
  }
  return [...between].sort((a, b) => a - b);
}

/** Half-edges of an entity stand in order of neighbour. */
function firstHalfTo({ offsets, neighbours }: AnyProjection, from: number, to: number): number {
  let low = offsets[from] ?? 0;
  let high = offsets[from + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((neighbours[middle] ?? 0) < to) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where what stood in a sorted list stands now: new index by old one. Undefined while all is where it was. */
export type Moved = Int32Array | undefined;

/** In place of an index: it is gone. */
export const GONE = -1;

/** For a list of so many, all gone until said otherwise. */
export function allGone(count: number): Int32Array {
  return new Int32Array(count).fill(GONE);
}

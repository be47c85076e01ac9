/** Arrays that searches have given back: getting memory for new ones takes longer than a short search. */
const kept: Uint16Array[] = [];

/** As many as one search holds: three for each of the pairs of ends that may-be readings make. */
const MOST_KEPT = 12;

/** Arrays of one number by entity that a search needs until it ends. */
export type Scratch = {
  /** What stands in it is left from others. */
  take(length: number): Uint16Array;
  /** Whoever has taken one looks into it no more. */
  giveBack(): void;
};

export function createScratch(): Scratch {
  const taken: Uint16Array[] = [];
  return {
    take(length) {
      const at = kept.findIndex((one) => one.length === length);
      const array = at < 0 ? new Uint16Array(length) : (kept.splice(at, 1)[0] ?? new Uint16Array(length));
      taken.push(array);
      return array;
    },
    giveBack() {
      kept.unshift(...taken.splice(0));
      kept.splice(MOST_KEPT);
    },
  };
}

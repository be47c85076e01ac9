/** Arrays that searches have given back: getting memory for new ones takes longer than a short search. */
const kept: Uint16Array[] = [];
const keptWide: Wide[] = [];

/** As many as one search holds: three for each of the pairs of ends that may-be readings make. */
const MOST_KEPT = 12;

export type Wide = Uint32Array<ArrayBuffer>;

/** Arrays of one number by entity that a search needs until it ends. */
export type Scratch = {
  /** What stands in it is left from others. */
  take(length: number): Uint16Array;
  takeWide(length: number): Wide;
  /** Whoever has taken one looks into it no more. */
  giveBack(): void;
};

export function createScratch(): Scratch {
  const taken: Uint16Array[] = [];
  const takenWide: Wide[] = [];
  return {
    take(length) {
      const array = keptOf(kept, length) ?? new Uint16Array(length);
      taken.push(array);
      return array;
    },
    takeWide(length) {
      const array = keptOf(keptWide, length) ?? new Uint32Array(length);
      takenWide.push(array);
      return array;
    },
    giveBack() {
      kept.unshift(...taken.splice(0));
      kept.splice(MOST_KEPT);
      keptWide.unshift(...takenWide.splice(0));
      keptWide.splice(MOST_KEPT);
    },
  };
}

function keptOf<T extends { readonly length: number }>(arrays: T[], length: number): T | undefined {
  const at = arrays.findIndex((one) => one.length === length);
  return at < 0 ? undefined : arrays.splice(at, 1)[0];
}

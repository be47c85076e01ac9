import { seeded } from '#graph-model/seeded.ts';

/** Seeded choices: the same seed gives the same ones on every machine. */
export type Draw = {
  /** A whole number from 0 to below `n`. */
  below(n: number): number;
  chance(share: number): boolean;
  /** @throws on an empty list */
  pick<T>(list: readonly T[]): T;
  /** At most `n` of the list, each once, in the order drawn. */
  some<T>(list: readonly T[], n: number): T[];
};

export function drawer(seed: number): Draw {
  const random = seeded(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('nothing to pick from');
    return list[below(list.length)] as T;
  };
  return {
    below,
    pick,
    chance: (share) => random() < share,
    some: (list, n) => {
      const left = [...list];
      const drawn = [];
      while (drawn.length < n && left.length > 0) drawn.push(...left.splice(below(left.length), 1));
      return drawn;
    },
  };
}

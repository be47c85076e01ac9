import { sortedUnique } from '#graph-model/text.ts';

/** What bodies have of one sort (segments, places), in numbers. */
export type TraitTable = {
  readonly names: readonly string[];
  /** By body; what only one tie tells of its members can be left out. */
  of(body: number, withoutTie?: number): readonly number[];
  /** By trait: who has it, in order. */
  readonly having: readonly (readonly number[])[];
  /** By trait: one over the share that bodies with it have of the activity of all of whom any is known. */
  readonly rarity: Float64Array;
};

/** `own` by body, `told` by tie: what a tie is about is known of its members too. */
export function traitTable(
  own: readonly (readonly string[])[],
  told: readonly (readonly string[])[],
  tiesOf: readonly (readonly number[])[],
  activity: Float64Array,
): TraitTable {
  const names = sortedUnique([...own.flat(), ...told.flat()]);
  const number = new Map(names.map((name, n) => [name, n]));
  const read = (body: number, without?: number): readonly number[] => {
    const [mine = [], ties = []] = [own[body], tiesOf[body]];
    // Nearly all bodies of a large region are in no tie and have nothing, or one thing, of a sort.
    if (ties.length === 0 && mine.length < 2) return mine.map((name) => number.get(name) as number);
    const all = new Set(mine);
    for (const tie of ties) if (tie !== without) for (const name of told[tie] ?? []) all.add(name);
    return [...all].map((name) => number.get(name) as number).sort((a, b) => a - b);
  };
  const whole = own.map((_, body) => read(body));
  const weight = new Float64Array(names.length);
  const having: number[][] = names.map(() => []);
  let known = 0;
  for (const [body, traits] of whole.entries()) {
    const mine = activity[body] ?? 0;
    if (traits.length > 0) known += mine;
    for (const trait of traits) {
      weight[trait] = (weight[trait] ?? 0) + mine;
      having[trait]?.push(body);
    }
  }
  return {
    names,
    having,
    of: (body, without) => (without === undefined ? (whole[body] ?? []) : read(body, without)),
    rarity: weight.map((mine) => (mine === 0 ? 0 : known / mine)),
  };
}

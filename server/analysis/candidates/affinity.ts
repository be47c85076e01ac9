/**
 * How much oftener than by chance two traits stand in one tie: learned from the ties at hand, so that nothing has to be
 * assumed of whether likes join likes or complements do. A tie of n members gives each of them a weight of one, spread
 * evenly over the others (Newman 2001, doi 10.1103/PhysRevE.64.016132) and over the traits of both.
 */
export const AFFINITY = {
  /** So many members' worth of no information: a lift seen once counts little. */
  caution: 3,
  /** Before anything is seen, two of one trait are so many times likelier than by chance. */
  alike: 2,
};

export type Affinity = {
  /** Lift of each trait (by number) beside one trait: 1 is by chance. */
  row(trait: number): Float64Array;
};

/** Members' traits, for each tie: a member of whom none is known is left out. */
export type TraitedTie = readonly (readonly number[])[];

/** `parent` gives the trait that a trait is part of, as a number of `above`, or −1: what is not seen is taken from there. */
export function affinityOf(
  traits: number,
  ties: readonly TraitedTie[],
  above?: { readonly affinity: Affinity; readonly parent: Int32Array },
): Affinity {
  const seen = new Map<number, Map<number, number>>();
  const margin = new Float64Array(traits);
  let total = 0;
  for (const tie of ties) {
    const known = tie.filter(({ length }) => length > 0);
    if (known.length < 2) continue;
    // Σ over ordered pairs of different members, from the sums over all: what a member shares with itself is taken off.
    const sums = new Map<number, number>();
    for (const member of known) for (const t of member) sums.set(t, (sums.get(t) ?? 0) + 1 / member.length);
    const others = known.length - 1;
    for (const member of known) {
      const share = 1 / member.length;
      for (const s of member) {
        const row = seen.get(s) ?? new Map<number, number>();
        seen.set(s, row);
        for (const [t, sum] of sums) {
          const weight = (share * (sum - (member.includes(t) ? share : 0))) / others;
          if (weight > 1e-12) row.set(t, (row.get(t) ?? 0) + weight);
        }
        margin[s] = (margin[s] ?? 0) + share;
      }
      total += 1;
    }
  }
  const rows = new Map<number, Float64Array>();
  return {
    row(s) {
      const kept = rows.get(s);
      if (kept !== undefined) return kept;
      const row = new Float64Array(traits);
      const parents = above?.parent;
      const parent = parents?.[s] ?? -1;
      const higher = parent < 0 ? undefined : above?.affinity.row(parent);
      for (let t = 0; t < traits; t++) {
        const up = parents?.[t] ?? -1;
        const prior = (up < 0 ? 1 : (higher?.[up] ?? 1)) * (s === t ? AFFINITY.alike : 1);
        const expected = total === 0 ? 0 : ((margin[s] ?? 0) * (margin[t] ?? 0)) / total;
        row[t] = ((seen.get(s)?.get(t) ?? 0) + AFFINITY.caution * prior) / (expected + AFFINITY.caution);
      }
      rows.set(s, row);
      return row;
    },
  };
}

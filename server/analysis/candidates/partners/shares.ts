import { likeness } from './likeness.ts';
import type { PartnerNumbers } from './numbers.ts';
import { REASON_NAMES, type Reason } from './reasons.ts';

export type Shares = Readonly<Record<Reason, number>>;

/**
 * How partners are come by where too few ties are known to learn it: shared work most, then the walk and the activity.
 * Their sum is one.
 */
const USUAL: Shares = {
  anyone: 0.1,
  activity: 0.25,
  closeness: 0.15,
  segment: 0.15,
  flow: 0.1,
  stage: 0.05,
  chain: 0.05,
  kind: 0.05,
  place: 0.1,
};
/** The usual shares weigh as much as so many members of ties. */
const CAUTION = 30;
/** So many members at most are looked at, evenly over all ties. */
const LOOKED_AT = 400;
const ROUNDS = 25;

/**
 * Which share of partners is come by in which way, learned from the ties at hand: each member of a tie is asked as if
 * that tie were not known, and the shares are those that make the others most probable (expectation maximisation of a
 * mixture with a Dirichlet prior). Nothing is set by hand for a data set.
 */
export function learnShares(numbers: PartnerNumbers): Shares {
  const cases = [...casesOf(numbers)];
  let shares = USUAL;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = { ...USUAL };
    for (const reason of REASON_NAMES) sums[reason] *= CAUTION;
    for (const { weight, likely } of cases) {
      const open = REASON_NAMES.reduce((sum, reason) => sum + (likely[reason] === undefined ? 0 : shares[reason]), 0);
      const all = REASON_NAMES.reduce((sum, reason) => sum + shares[reason] * (likely[reason] ?? 0), 0);
      for (const reason of REASON_NAMES) {
        const one = likely[reason];
        // A reason that nothing is known of keeps its share: this case says nothing about it.
        sums[reason] += weight * (one === undefined ? shares[reason] : (open * shares[reason] * one) / all);
      }
    }
    const total = REASON_NAMES.reduce((sum, reason) => sum + sums[reason], 0);
    shares = Object.fromEntries(REASON_NAMES.map((reason) => [reason, sums[reason] / total])) as Shares;
  }
  return shares;
}

type Case = { readonly weight: number; readonly likely: Readonly<Partial<Record<Reason, number>>> };

function* casesOf(numbers: PartnerNumbers): Generator<Case> {
  const all = numbers.membersOf.flatMap((members, tie) => members.map((member) => ({ tie, member })));
  const stride = Math.max(1, Math.ceil(all.length / LOOKED_AT));
  for (const { tie, member } of all.filter((_, n) => n % stride === 0)) {
    const seen = likeness(numbers, member, tie);
    const fresh = (numbers.membersOf[tie] ?? []).filter((other) => !seen.together.has(other));
    for (const other of fresh) {
      const likely = Object.fromEntries([...seen.known].map((reason) => [reason, seen.of(reason, other)]));
      yield { weight: 1 / fresh.length, likely };
    }
  }
}

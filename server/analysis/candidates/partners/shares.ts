import { likeness } from './likeness.ts';
import type { PartnerNumbers } from './numbers.ts';
import { REASON_NAMES, type Reason } from './reasons.ts';

export type Shares = Readonly<Record<Reason, number>>;

/**
 * How partners are come by where too few ties are known to learn it: shared work most, then the walk and the activity.
 * Their sum is one.
 */
export const USUAL: Shares = {
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
  const usual = Float64Array.from(REASON_NAMES, (reason) => USUAL[reason]);
  let shares = usual;
  for (let round = 0; round < ROUNDS; round++) {
    const sums = usual.map((share) => share * CAUTION);
    for (const { weight, likely } of cases) {
      let [open, all] = [0, 0];
      for (const [at, one] of likely.entries()) {
        const share = shares[at] ?? 0;
        if (one !== undefined) open += share;
        all += share * (one ?? 0);
      }
      for (const [at, one] of likely.entries()) {
        const share = shares[at] ?? 0;
        // A reason that nothing is known of keeps its share: this case says nothing about it.
        sums[at] = (sums[at] ?? 0) + weight * (one === undefined ? share : (open * share * one) / all);
      }
    }
    const total = sums.reduce((sum, each) => sum + each, 0);
    shares = sums.map((each) => each / total);
  }
  return Object.fromEntries(REASON_NAMES.map((reason, at) => [reason, shares[at] ?? 0])) as Shares;
}

/** How many times as likely by each reason, in their order; undefined where nothing is known. */
type Case = { readonly weight: number; readonly likely: readonly (number | undefined)[] };

function* casesOf(numbers: PartnerNumbers): Generator<Case> {
  const all = numbers.membersOf.flatMap((members, tie) => members.map((member) => ({ tie, member })));
  const stride = Math.max(1, Math.ceil(all.length / LOOKED_AT));
  for (const { tie, member } of all.filter((_, n) => n % stride === 0)) {
    const seen = likeness(numbers, member, tie);
    const fresh = (numbers.membersOf[tie] ?? []).filter((other) => !seen.together.has(other));
    for (const other of fresh) {
      const likely = REASON_NAMES.map((reason) => (seen.known.has(reason) ? seen.of(reason, other) : undefined));
      yield { weight: 1 / fresh.length, likely };
    }
  }
}

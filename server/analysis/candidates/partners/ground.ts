import type { Label } from '#graph-model/ontology/label.ts';
import type { Likeness } from './likeness.ts';
import type { PartnerNumbers } from './numbers.ts';
import type { PairReason } from './reasons.ts';
import { USUAL, type Shares } from './shares.ts';

/** Why a body that was weighed is counted and not listed, in this order. */
export const UNLISTED = {
  only_place: { zh: '除了同在一地，没有别的依据', en: 'no ground but the shared place' },
  no_ground: { zh: '没有专指这两家的依据', en: 'no ground that is of the two' },
} as const satisfies Record<string, Label>;
export type Unlisted = keyof typeof UNLISTED;
export const UNLISTED_NAMES = Object.keys(UNLISTED) as readonly Unlisted[];

/** These name what ties the two: a go-between, a segment that both do, or one that feeds the other. */
const BY_NAME: readonly PairReason[] = ['closeness', 'segment', 'flow'];
/** These are shared by many, and tie two only where that says more than chance. */
const WIDE: readonly PairReason[] = ['stage', 'chain'];
/** A shared place ties two only where so many ties or more teach that partners are come by it oftener than is usual … */
const LEAST_TIES = 20;
/** … and where the place makes it so many times as likely as chance: a city in which half of all are tells little. */
const LEAST_OF_PLACE = 2;

type Known = Pick<PartnerNumbers, 'membersOf'> & { readonly shares: Shares };

/**
 * Whom something ties to the body that was asked for, by number: what is said of anybody, that it takes part often or is
 * of a kind that is sought, ties nobody.
 * @param out who is not asked about
 */
export function tiedTo({ shares, membersOf }: Known, seen: Likeness, out: ReadonlySet<number>): ReadonlySet<number> {
  const isTaught = shares.place > USUAL.place && membersOf.filter(({ length }) => length > 1).length >= LEAST_TIES;
  const tied = new Set([
    ...BY_NAME.flatMap((reason) => [...seen.tiedBy(reason)]),
    ...WIDE.flatMap((reason) => aboveChance(seen, reason)),
    ...(isTaught ? aboveChance(seen, 'place').filter((at) => seen.of('place', at) >= LEAST_OF_PLACE) : []),
  ]);
  for (const at of out) tied.delete(at);
  return tied;
}

/** Whom a place that says more than chance ties to it, by number. */
export function placedWith(seen: Likeness): ReadonlySet<number> {
  return new Set(aboveChance(seen, 'place'));
}

function aboveChance(seen: Likeness, reason: PairReason): number[] {
  return [...seen.tiedBy(reason)].filter((at) => seen.of(reason, at) > 1);
}

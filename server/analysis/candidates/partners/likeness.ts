import { TRAITS, type PartnerNumbers, type Trait } from './numbers.ts';
import type { PairReason, Reason } from './reasons.ts';
import type { TraitTable } from './trait-table.ts';
import { walk } from './walk.ts';

/** For each reason, how many times as likely as by activity alone; 1 where nothing is known of the other. */
export type Likeness = {
  readonly together: ReadonlySet<number>;
  /** Reasons that have anything to go by for the body asked for. */
  readonly known: ReadonlySet<Reason>;
  of(reason: Reason, other: number): number;
  /** Whom a reason that speaks of the two ties to the body: some of them more than once. */
  tiedBy(reason: PairReason): Iterable<number>;
};

/** As seen from one body; a tie is left out to learn what would have foretold it. */
export function likeness(numbers: PartnerNumbers, from: number, without?: number): Likeness {
  const { activity, allActivity, traits, bodies, membersOf, flows, kindsBeside } = numbers;
  const { reached, together } = walk(numbers, from, without);
  const there = new Set(without === undefined ? [] : membersOf[without]);
  const active = (other: number) => (activity[other] ?? 0) - (there.has(other) ? 1 : 0);
  const sought: Partial<Record<Reason, { table: TraitTable; weight: Float64Array }>> = {};
  const seek = (reason: Reason, table: TraitTable, wanted: readonly number[]) => {
    if (wanted.length === 0) return;
    const weight = new Float64Array(table.names.length);
    for (const trait of wanted) weight[trait] = (weight[trait] ?? 0) + (table.rarity[trait] ?? 0) / wanted.length;
    sought[reason] = { table, weight };
  };
  for (const trait of TRAITS) if (trait !== 'kind') seek(trait, traits[trait], traits[trait].of(from, without));
  seek(
    'flow',
    traits.segment,
    traits.segment.of(from, without).flatMap((segment) => flows[segment] ?? []),
  );
  const beside = kindsBeside[traits.kind.of(from)[0] ?? -1];
  if (beside !== undefined) {
    sought.kind = { table: traits.kind, weight: beside.map((share, kind) => share * (traits.kind.rarity[kind] ?? 0)) };
  }
  const known = new Set<Reason>(['anyone', 'activity', ...(Object.keys(sought) as Trait[])]);
  if (reached.size > 0) known.add('closeness');
  return {
    together,
    known,
    of(reason, other) {
      if (reason === 'activity') return 1;
      if (reason === 'anyone') return allActivity / bodies.length / active(other);
      if (reason === 'closeness') return ((reached.get(other) ?? 0) * allActivity) / active(other);
      const what = sought[reason];
      const theirs = what?.table.of(other, without) ?? [];
      if (what === undefined || theirs.length === 0) return 1;
      let sum = 0;
      for (const trait of theirs) sum += what.weight[trait] ?? 0;
      return sum;
    },
    tiedBy(reason) {
      if (reason === 'closeness') return reached.keys();
      const what = sought[reason];
      return what?.table.having.flatMap((having, trait) => ((what.weight[trait] ?? 0) > 0 ? having : [])) ?? [];
    },
  };
}

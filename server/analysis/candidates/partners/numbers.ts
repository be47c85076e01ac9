import { compareText, sortedUnique } from '#graph-model/text.ts';
import { topOf } from '../nesting.ts';
import { NEWCOMER } from './reasons.ts';
import type { PartnerView } from './view.ts';
import { traitTable, type TraitTable } from './trait-table.ts';

export const TRAITS = ['segment', 'stage', 'chain', 'kind', 'place'] as const;
export type Trait = (typeof TRAITS)[number];

/** What a view says, in numbers: bodies and ties by the rank of their ids. */
export type PartnerNumbers = {
  readonly bodies: readonly string[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly ties: readonly string[];
  readonly membersOf: readonly (readonly number[])[];
  readonly tiesOf: readonly (readonly number[])[];
  /** Ties of each body, and what a newcomer is counted as. */
  readonly activity: Float64Array;
  readonly allActivity: number;
  readonly traits: Readonly<Record<Trait, TraitTable>>;
  /** By kind: which share of those that are in a tie with one of the kind is of each. */
  readonly kindsBeside: readonly Float64Array[];
  /** By segment: those that feed it or are fed by it. */
  readonly flows: readonly (readonly number[])[];
};

export function partnerNumbers(view: PartnerView): PartnerNumbers {
  const bodies = view.bodies.toSorted((a, b) => compareText(a.id, b.id));
  const ties = view.ties.toSorted((a, b) => compareText(a.id, b.id));
  const numberOf = new Map(bodies.map(({ id }, n) => [id, n]));
  const membersOf = ties.map(({ members }) => sortedUnique(members).flatMap((id) => numberOf.get(id) ?? []));
  const tiesOf: number[][] = bodies.map(() => []);
  for (const [tie, members] of membersOf.entries()) for (const member of members) tiesOf[member]?.push(tie);
  const activity = Float64Array.from(tiesOf, ({ length }) => length + NEWCOMER);

  const above = (name: string) => view.partOf.get(name);
  const table = (raise: (name: string) => string | undefined) =>
    traitTable(
      bodies.map(({ segments }) => segments.flatMap((name) => raise(name) ?? [])),
      ties.map(({ segments }) => segments.flatMap((name) => raise(name) ?? [])),
      tiesOf,
      activity,
    );
  const segment = table((name) => name);
  const place = traitTable(
    bodies.map(({ places }) => places),
    [],
    tiesOf,
    activity,
  );
  const kind = traitTable(
    bodies.map((body) => (body.kind === undefined ? [] : [body.kind])),
    [],
    tiesOf,
    activity,
  );
  return {
    bodies: bodies.map(({ id }) => id),
    numberOf,
    ties: ties.map(({ id }) => id),
    membersOf,
    tiesOf,
    activity,
    allActivity: activity.reduce((sum, each) => sum + each, 0),
    traits: { segment, stage: table(above), chain: table((name) => topOf(view.partOf, name)), kind, place },
    kindsBeside: kindsBeside(kind, membersOf),
    flows: flowsOf(segment.names, view.feeds),
  };
}

function flowsOf(names: readonly string[], feeds: PartnerView['feeds']): readonly (readonly number[])[] {
  const number = new Map(names.map((name, n) => [name, n]));
  const flows = names.map(() => new Set<number>());
  for (const [from, to] of feeds) {
    const [a, b] = [number.get(from), number.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    flows[a]?.add(b);
    flows[b]?.add(a);
  }
  return flows.map((set) => [...set].sort((a, b) => a - b));
}

/** So many partners of each kind are counted as met as often as by chance. */
const CHANCE = 5;

function kindsBeside(kind: TraitTable, membersOf: readonly (readonly number[])[]): readonly Float64Array[] {
  const share = kind.rarity.map((rarity) => (rarity === 0 ? 0 : 1 / rarity));
  const met = kind.names.map(() => share.map((each) => each * CHANCE));
  for (const members of membersOf) {
    const kinds = members.flatMap((body) => kind.of(body));
    for (const [n, mine] of kinds.entries()) {
      const row = met[mine] as Float64Array;
      for (const [m, theirs] of kinds.entries()) {
        if (n !== m) row[theirs] = (row[theirs] ?? 0) + 1 / (kinds.length - 1);
      }
    }
  }
  return met.map((row) => {
    const sum = row.reduce((a, b) => a + b, 0);
    return row.map((each) => each / sum);
  });
}

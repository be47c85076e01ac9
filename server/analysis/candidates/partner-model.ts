import { compareText, sortedUnique } from '#graph-model/text.ts';
import { affinityOf, type Affinity } from './affinity.ts';
import { TRAITS, type PartnerView, type Trait } from './partner-view.ts';

/** One sort of trait of all bodies, in numbers. */
export type TraitTable = {
  readonly names: readonly string[];
  /** By body: its own, and for segments also those of its ties. */
  readonly of: readonly (readonly number[])[];
  readonly affinity: Affinity;
};

/** What a view says, in numbers: bodies and ties by the rank of their ids. */
export type PartnerModel = {
  readonly bodies: readonly string[];
  readonly ties: readonly string[];
  readonly membersOf: readonly (readonly number[])[];
  readonly tiesOf: readonly (readonly number[])[];
  readonly traits: Readonly<Record<Trait, TraitTable>>;
};

export function partnerModel(view: PartnerView): PartnerModel {
  const bodies = view.bodies.toSorted((a, b) => compareText(a.id, b.id));
  const ties = view.ties.toSorted((a, b) => compareText(a.id, b.id));
  const at = new Map(bodies.map(({ id }, n) => [id, n]));
  const membersOf = ties.map(({ members }) => sortedUnique(members).flatMap((id) => at.get(id) ?? []));
  const tiesOf: number[][] = bodies.map(() => []);
  for (const [tie, members] of membersOf.entries()) for (const member of members) tiesOf[member]?.push(tie);

  const table = (trait: Trait): TraitTable => {
    const own = bodies.map(({ traits }) => traits[trait]);
    const ofTies = ties.map(({ segments }) => (trait === 'segment' ? segments : []));
    const names = sortedUnique([...own.flat(), ...ofTies.flat()]);
    const number = new Map(names.map((name, n) => [name, n]));
    const all = (body: number, without?: number) =>
      sortedUnique([
        ...(own[body] ?? []),
        ...(tiesOf[body] ?? []).flatMap((tie) => (tie === without ? [] : (ofTies[tie] ?? []))),
      ]).map((name) => number.get(name) as number);
    // What only the tie itself tells of its members would make its members alike by construction.
    const traited = membersOf.map((members, tie) => members.map((body) => all(body, tie)));
    return { names, of: bodies.map((_, body) => all(body)), affinity: affinities(names, traited, view.partOf) };
  };
  return {
    bodies: bodies.map(({ id }) => id),
    ties: ties.map(({ id }) => id),
    membersOf,
    tiesOf,
    traits: Object.fromEntries(TRAITS.map((trait) => [trait, table(trait)])) as Record<Trait, TraitTable>,
  };
}

/** Level by level upwards, until nothing is part of anything: a level's lifts are the next one's to begin with. */
function affinities(
  names: readonly string[],
  ties: readonly (readonly (readonly number[])[])[],
  partOf: ReadonlyMap<string, string>,
): Affinity {
  const above = sortedUnique(names.map((name) => partOf.get(name) ?? name));
  if (names.every((name) => !partOf.has(name))) return affinityOf(names.length, ties);
  const number = new Map(above.map((name, n) => [name, n]));
  const parent = Int32Array.from(names, (name) => number.get(partOf.get(name) ?? name) as number);
  const raised = ties.map((tie) => tie.map((member) => [...new Set(member.map((t) => parent[t] as number))]));
  return affinityOf(names.length, ties, { affinity: affinities(above, raised, partOf), parent });
}

/**
 * What the ranking of partners sees of the graph: bodies with what is known of them, and the ties that join them. Ids
 * are of entities. An empty list is "nothing known", never "none".
 */
export const TRAITS = ['segment', 'place', 'kind'] as const;
export type Trait = (typeof TRAITS)[number];

export type PartnerBody = {
  readonly id: string;
  readonly traits: Readonly<Record<Trait, readonly string[]>>;
};

/** A consortium or a project: one tie between all its members, however many they are. */
export type PartnerTie = {
  readonly id: string;
  /** Who leads it, its members and its partners, each once. */
  readonly members: readonly string[];
  /** Segments that the tie itself is about: known of its members too. */
  readonly segments: readonly string[];
};

export type PartnerView = {
  readonly bodies: readonly PartnerBody[];
  readonly ties: readonly PartnerTie[];
  /** The segment, stage or chain that a segment is part of, the place that a place is part of; where it is known. */
  readonly partOf: ReadonlyMap<string, string>;
  /** From the segment that gives to the one that takes. */
  readonly feeds: readonly (readonly [string, string])[];
};

import { createHash } from 'node:crypto';
import { canonicalJson, compareText } from '#graph-model/text.ts';

/**
 * What the ranking of partners sees of the graph: bodies with what is known of them, and the ties that join them. Ids
 * are of entities. An empty list is "nothing known", never "none".
 */
export type PartnerBody = {
  readonly id: string;
  /** What it is: a firm, an institute …; one word of a few. */
  readonly kind: string | undefined;
  /** What it is active in or stands behind by research, at the finest level that is told. */
  readonly segments: readonly string[];
  /** Where it is, finest first: a shared city says more than the province that everybody shares. */
  readonly places: readonly string[];
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
  /** The segment, stage or chain that a segment is part of, where it is known. */
  readonly partOf: ReadonlyMap<string, string>;
  /** From the segment that gives to the one that takes. */
  readonly feeds: readonly (readonly [string, string])[];
};

/** Equal for equal views, whatever the order: a rate is measured on one. */
export function viewDigest(view: PartnerView): string {
  const sorted = (list: readonly string[]) => list.toSorted(compareText);
  const text = canonicalJson({
    bodies: view.bodies
      .map((body) => ({ ...body, segments: sorted(body.segments), places: sorted(body.places) }))
      .sort((a, b) => compareText(a.id, b.id)),
    ties: view.ties
      .map((tie) => ({ ...tie, members: sorted(tie.members), segments: sorted(tie.segments) }))
      .sort((a, b) => compareText(a.id, b.id)),
    partOf: sorted([...view.partOf].map((pair) => pair.join(' '))),
    feeds: sorted(view.feeds.map((pair) => pair.join(' '))),
  });
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

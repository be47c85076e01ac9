import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';

export type Position = 'upstream' | 'midstream' | 'downstream' | 'service';

/** A segment of the chain, as its sources and the notes place it. */
export type SliceSegment = {
  readonly id: string;
  readonly name: string;
  readonly position: Position | undefined;
  readonly order: number | undefined;
  /** The segment that this one is part of, where it is of the same chain. */
  readonly partOf: string | undefined;
};

/** A segment, of this chain or of another, that is part of one of these: an actor in it is one here too. */
export type SlicePart = { readonly id: string; readonly partOf: string };

export type SliceFlow = { readonly id: string; readonly from: string; readonly to: string; readonly flow: string };

/** A relationship that bears on a segment: of the segment itself, or of a product that belongs there. */
export type SliceFact = {
  readonly id: string;
  readonly type: RelationshipType;
  readonly modality: Modality;
  readonly from: string;
  readonly segment: string;
  readonly product: string | undefined;
  readonly at: string | undefined;
  readonly stage: string | undefined;
  readonly verdict: string | undefined;
  readonly confidence: number;
  readonly validFrom: PartialDate | undefined;
  readonly validTo: PartialDate | undefined;
  /** Those that support it. */
  readonly sources: readonly string[];
  readonly disputed: boolean;
};

export type SliceEntity = {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** Where a body is, by one unambiguous chain; for a place itself. */
  readonly place: string | undefined;
  /** Where plans or proposals put it: counts only for what is planned or proposed of it. */
  readonly meantPlace: string | undefined;
  /** A recognition stands that has not been revoked. */
  readonly recognised: boolean;
};

export type SliceSource = {
  readonly id: string;
  readonly class: SourceClass;
  readonly publisher: string | undefined;
  readonly date: PartialDate;
};

/** A coverage row: a chain or a segment, for a place. */
export type SliceCoverage = {
  readonly subject: string;
  readonly place: string;
  readonly date: PartialDate;
  readonly extent: 'register' | 'list' | 'mention';
  readonly source: string;
};

/** What orders a board: where segments stand, their parts and their flows. Sources by id, in order. */
export type SliceFramework = {
  readonly ties: number;
  /** Those that rest on notes of the project alone. */
  readonly ofNotes: number;
  readonly notes: readonly string[];
};

/** All that the board of one chain is made from. Ids are of entities, sources of sources. */
export type ChainSlice = {
  readonly chain: { readonly id: string; readonly name: string };
  readonly segments: readonly SliceSegment[];
  /** Segments that the chain has beyond those that are read, in order of id: nothing of them is looked at. */
  readonly omitted: readonly string[];
  readonly parts: readonly SlicePart[];
  readonly flows: readonly SliceFlow[];
  readonly framework: SliceFramework;
  readonly facts: readonly SliceFact[];
  /** Whatever a fact names as its subject, and the regions. */
  readonly entities: ReadonlyMap<string, SliceEntity>;
  /** Areas that stand only as planned or proposed, each with the one that plans it: nobody is there to be asked. */
  readonly meantAreas: ReadonlyMap<string, string>;
  /** Everything that contains a place, itself left out. */
  readonly around: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of a park: every area that one of its parts lies in. */
  readonly reach: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sources: ReadonlyMap<string, SliceSource>;
  readonly coverage: readonly SliceCoverage[];
};

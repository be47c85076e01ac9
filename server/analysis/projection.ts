import { KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import { RELATIONSHIP_TYPES, specOf, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import {
  MODALITIES,
  SOURCE_CLASSES,
  wordsOf,
  type Modality,
  type SourceClass,
} from '#graph-model/ontology/vocabulary.ts';
import type { PackedIds } from './packed-ids.ts';

/**
 * A graph as compressed sparse rows: a whole data version, or the part of one that a question has needed so far. The
 * dense index of an entity is the rank of its id by code point, so an order by index is an order by id. A relationship
 * has two half-edges, one at each end; those of an entity stand in order of neighbour, then relationship, so that
 * parallel relationships are adjacent. Names stay in the store.
 */
export type AnyProjection = {
  readonly entities: PackedIds;
  /** Rank in KIND_NAMES, by entity. */
  readonly kinds: Uint8Array;
  readonly relations: RelationColumns;
  /** Half-edges of entity i are those from offsets[i] to offsets[i + 1]. */
  readonly offsets: Uint32Array;
  readonly neighbours: Uint32Array;
  /** Row of the relationship, by half-edge. */
  readonly rows: Uint32Array;
  /** 2 × rank of the type, plus 1 when the half-edge is seen from the `to` end. */
  readonly sides: Uint8Array;
  readonly readings: ReadingColumns;
  /**
   * Only a part has it: called before half-edges are looked at, with all entities of the step at once. Until then the
   * half-edges that a part has of an entity may be fewer than there are, never more.
   * @throws Unread unless all half-edges of all of them are there
   */
  readonly need?: (entities: Iterable<number>) => void;
};

/** One whole data version. */
export type Projection = AnyProjection & {
  readonly version: number;
  readonly totals: { readonly sources: number; readonly newestSource: string | undefined };
  /** What the arrays take, in bytes. */
  readonly bytes: number;
};

export type RelationColumns = {
  readonly ids: PackedIds;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** Ranks in RELATIONSHIP_TYPES and MODALITIES. */
  readonly types: Uint8Array;
  readonly modalities: Uint8Array;
  /** One bit for each class of SOURCE_CLASSES that supports it. */
  readonly classes: Uint16Array;
  /** Thousandths. */
  readonly confidences: Uint16Array;
  /** 1 when its sources say that it has ended. */
  readonly ended: Uint8Array;
  /** First day it can have held, last day it can have: day-number.ts; 0 and NO_END where no source says. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
};

/** May-be readings between two different entities, in order of id. */
export type ReadingColumns = { readonly ids: PackedIds; readonly from: Uint32Array; readonly to: Uint32Array };

const MODALITY_NAMES = wordsOf(MODALITIES);
const CLASS_NAMES = wordsOf(SOURCE_CLASSES);

export const SYMMETRIC: readonly boolean[] = RELATIONSHIP_TYPES.map((type) => specOf(type).symmetric === true);

export function typeRank(type: RelationshipType): number {
  return RELATIONSHIP_TYPES.indexOf(type);
}
export function modalityRank(modality: Modality): number {
  return MODALITY_NAMES.indexOf(modality);
}
export function kindRank(kind: Kind): number {
  return KIND_NAMES.indexOf(kind);
}
export function classBits(classes: Iterable<SourceClass>): number {
  let bits = 0;
  for (const name of classes) bits |= 1 << CLASS_NAMES.indexOf(name);
  return bits;
}
export function kindAt(projection: AnyProjection, entity: number): Kind {
  return KIND_NAMES[projection.kinds[entity] ?? 0] ?? 'Company';
}

/** Distinct neighbours, itself left out, before any filter. */
export function degreeOf(projection: AnyProjection, entity: number): number {
  projection.need?.([entity]);
  return knownDegreeOf(projection, entity);
}

/** The same among the half-edges that are there: in a part they may be fewer than there are. */
export function knownDegreeOf(projection: AnyProjection, entity: number): number {
  let degree = 0;
  let before = -1;
  const end = projection.offsets[entity + 1] ?? 0;
  for (let half = projection.offsets[entity] ?? 0; half < end; half++) {
    const neighbour = projection.neighbours[half] ?? 0;
    if (neighbour !== before && neighbour !== entity) degree++;
    before = neighbour;
  }
  return degree;
}

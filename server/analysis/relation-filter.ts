import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';
import { firstDay, lastDay, NO_END } from './day-number.ts';
import { classBits, kindRank, modalityRank, SYMMETRIC, typeRank, type AnyProjection } from './projection.ts';

export type Direction = 'OUT' | 'IN' | 'ANY';

/** Which relationships count. What is left out (or null) filters nothing; an empty list lets nothing through. */
export type RelationFilter = {
  readonly types?: readonly RelationshipType[] | null;
  readonly direction?: Direction | null;
  /** Kinds of the other end. */
  readonly kinds?: readonly Kind[] | null;
  readonly modalities?: readonly Modality[] | null;
  /** At least one of these classes supports it. */
  readonly sourceClasses?: readonly SourceClass[] | null;
  /** Thousandths. */
  readonly minConfidence?: number | null;
  /** false leaves out what its sources say has ended. */
  readonly ended?: boolean | null;
  /**
   * Only what can have held on this date: no source says that it began later, or ended before. With a date, what has
   * ended since then counts.
   */
  readonly asOf?: PartialDate | null;
};

/** A filter as tables to look up: does this half-edge pass? */
export type HalfTest = (half: number) => boolean;

export function halfTest(projection: AnyProjection, filter: RelationFilter = {}): HalfTest {
  return compiledTest(projection, compileFilter(filter));
}

/** What a filter says of ranks, whatever the projection. */
export type CompiledFilter = ReturnType<typeof compileFilter>;

export function compileFilter(filter: RelationFilter) {
  return {
    sideMask: sidesOf(filter),
    modalityMask: maskOf(filter.modalities?.map(modalityRank)),
    kindMask: maskOf(filter.kinds?.map(kindRank)),
    bits: filter.sourceClasses ? classBits(filter.sourceClasses) : undefined,
    least: filter.minConfidence ?? 0,
    endedToo: filter.ended !== false,
    day: filter.asOf ? { first: firstDay(filter.asOf), last: lastDay(filter.asOf) } : undefined,
  };
}

export function compiledTest(projection: AnyProjection, filter: CompiledFilter): HalfTest {
  const { neighbours, rows, sides, kinds, relations } = projection;
  const { sideMask, modalityMask, kindMask, bits, least, endedToo, day } = filter;
  return (half) => {
    const row = rows[half] ?? 0;
    return (
      sideMask[sides[half] ?? 0] === 1 &&
      modalityMask[relations.modalities[row] ?? 0] === 1 &&
      kindMask[kinds[neighbours[half] ?? 0] ?? 0] === 1 &&
      (bits === undefined || ((relations.classes[row] ?? 0) & bits) !== 0) &&
      (relations.confidences[row] ?? 0) >= least &&
      (endedToo || relations.ended[row] === 0 || (day !== undefined && relations.ends[row] !== NO_END)) &&
      (day === undefined || ((relations.starts[row] ?? 0) <= day.last && (relations.ends[row] ?? 0) >= day.first))
    );
  };
}

/** 1 for each type and side that passes. A relationship without direction passes whatever the direction. */
function sidesOf({ types, direction }: RelationFilter): Uint8Array {
  const mask = new Uint8Array(256);
  const wanted = types?.map(typeRank) ?? SYMMETRIC.map((_, rank) => rank);
  for (const rank of wanted) {
    const both = SYMMETRIC[rank] === true || direction === undefined || direction === null || direction === 'ANY';
    if (both || direction === 'OUT') mask[rank * 2] = 1;
    if (both || direction === 'IN') mask[rank * 2 + 1] = 1;
  }
  return mask;
}

function maskOf(ranks: readonly number[] | undefined): Uint8Array {
  const mask = new Uint8Array(256).fill(ranks === undefined ? 1 : 0);
  for (const rank of ranks ?? []) mask[rank] = 1;
  return mask;
}

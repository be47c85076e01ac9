import type { PartialDate } from '#graph-model/dates.ts';
import { cellFacts, verdictsOf, type CellFacts } from './cell-facts.ts';
import { wholeOf } from './columns.ts';
import { containersOf, registersOf } from './covered.ts';
import type { ChainSlice, SliceCoverage } from './slice.ts';
import { groundsOf, type Grounds } from './strength.ts';

/** What one cell is judged by, and whom it was counted from. */
export type Ground = {
  readonly facts: CellFacts;
  readonly grounds: Grounds;
  readonly registers: readonly SliceCoverage[];
};

/** Of a segment what its cells share, whatever the region. */
export type SegmentSlice = {
  readonly segment: string;
  /** The segment with its parts, and those that it is part of. */
  readonly whole: ReadonlySet<string>;
  readonly containers: ReadonlySet<string>;
  /** The slice with no other facts than those of the whole. */
  readonly slice: ChainSlice;
};

export function segmentSlice(slice: ChainSlice, segment: string): SegmentSlice {
  const whole = wholeOf(slice, segment);
  const facts = slice.facts.filter((fact) => whole.has(fact.segment));
  return { segment, whole, containers: containersOf(slice, segment), slice: { ...slice, facts } };
}

export function groundIn(
  { segment, whole, containers, slice }: SegmentSlice,
  region: string,
  date: PartialDate,
): Ground {
  const facts = cellFacts(slice, segment, whole, region);
  const registers = registersOf(slice, containers, region, date);
  const verdicts = verdictsOf(slice, facts.judged, region);
  return { facts, registers, grounds: groundsOf(slice, facts, verdicts, registers.length > 0, date) };
}

export function groundOf(slice: ChainSlice, segment: string, region: string, date: PartialDate): Ground {
  return groundIn(segmentSlice(slice, segment), region, date);
}

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

export function groundOf(slice: ChainSlice, segment: string, region: string, date: PartialDate): Ground {
  const facts = cellFacts(slice, segment, wholeOf(slice, segment), region);
  const registers = registersOf(slice, containersOf(slice, segment), region, date);
  const verdicts = verdictsOf(slice, facts.judged, region);
  return { facts, registers, grounds: groundsOf(slice, facts, verdicts, registers.length > 0, date) };
}

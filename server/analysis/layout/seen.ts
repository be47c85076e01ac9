import { cellFacts } from '../board/cell-facts.ts';
import type { ChainSlice } from '../board/slice.ts';

/** Bodies seen in an industry in one zone, by the rules of the board. In order of id. */
export type Seen = {
  readonly operating: readonly string[];
  /** Building, and not operating. */
  readonly building: readonly string[];
  /** Operating or building, and nowhere or only in an area around the zone: they could be here. */
  readonly unplaced: readonly string[];
};

/** A body of any segment counts for the industry, as does one of the chain as a whole; what is planned never does. */
export function seenIn(slice: ChainSlice, zone: string): Seen {
  const whole = new Set([slice.chain.id, ...slice.segments.map(({ id }) => id)]);
  const { operating, building, unplaced } = cellFacts(slice, slice.chain.id, whole, zone);
  const ids = (by: ReadonlyMap<string, unknown>) => [...by.keys()].sort();
  return { operating: ids(operating), building: ids(building), unplaced: ids(unplaced) };
}

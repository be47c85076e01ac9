import type { PartialDate } from '#graph-model/dates.ts';
import { claimedMissing, type CellFacts } from './cell-facts.ts';
import { columnsOf, lanesOf, type Column, type Lane } from './columns.ts';
import { actionOf, gapKindOf, type Around } from './gap.ts';
import { groundOf, type Ground } from './ground.ts';
import { leastChanges, type Change } from './least-change.ts';
import { settlements, type Settlement } from './settlement.ts';
import type { ChainSlice, Position, SliceCoverage, SliceFact } from './slice.ts';
import { judge, type Judgement } from './state.ts';
import { sourcesOf, strengthOf, totalOf, type Grounds, type StrengthTerm } from './strength.ts';
import type { Action, GapKind } from './terms.ts';

export type Cell = Judgement & {
  readonly segment: string;
  readonly region: string;
  readonly facts: CellFacts;
  readonly grounds: Grounds;
  readonly registers: readonly SliceCoverage[];
  /** Only where a register covers the cell: elsewhere a sum would pretend to know the whole. */
  readonly strength: { readonly total: number; readonly terms: readonly StrengthTerm[] } | undefined;
  readonly gap: GapKind | undefined;
  readonly action: Action;
  readonly changes: readonly Change[];
  /** Only where sources contradict what is seen. */
  readonly settlements: readonly Settlement[];
  /** Said to be missing here by those alone whose word sets no state. */
  readonly claimedMissing: readonly SliceFact[];
  /** The newest day of a source that says anything here. */
  readonly newest: PartialDate | undefined;
};

export type Board = {
  readonly columns: readonly Column[];
  readonly lanes: readonly Lane[];
  readonly regions: readonly string[];
  /** Segment by segment in the order of the columns, region by region. */
  readonly cells: readonly Cell[];
  /** What is said of the chain as a whole, without a segment: it fills none. */
  readonly ofChain: readonly SliceFact[];
};

/** The chain in the regions asked about, as its sources show it on a day. */
export function boardOf(slice: ChainSlice, regions: readonly string[], date: PartialDate): Board {
  const columns = columnsOf(slice);
  const segments = columns.flatMap((column) => column.segments);
  const byRegion = regions.map((region) => {
    const grounded = segments.map(({ id }) => ({ segment: id, ...groundOf(slice, id, region, date) }));
    const operates = new Set(grounded.filter(({ grounds }) => grounds.actors > 0).map(({ segment }) => segment));
    const positions = new Map<Position | undefined, number>();
    for (const { position, segments: inColumn } of columns) {
      positions.set(position, inColumn.filter(({ id }) => operates.has(id)).length);
    }
    const neighbour = (id: string) =>
      slice.flows.some(({ from, to }) => (from === id && operates.has(to)) || (to === id && operates.has(from)));
    const positionOf = (id: string) => columns.find((column) => column.segments.some((one) => one.id === id))?.position;
    return grounded.map((one) => {
      return finish(slice, one, region, {
        position: positionOf(one.segment),
        operating: positions,
        neighbourOperates: neighbour(one.segment),
      });
    });
  });
  return {
    columns,
    lanes: lanesOf(slice),
    regions,
    cells: segments.flatMap((_, i) => byRegion.flatMap((cells) => cells[i] ?? [])),
    ofChain: slice.facts.filter(({ segment }) => segment === slice.chain.id),
  };
}

function finish(
  slice: ChainSlice,
  { segment, facts, grounds, registers }: Ground & { readonly segment: string },
  region: string,
  around: Around,
): Cell {
  const judgement = judge(grounds);
  const terms = strengthOf(grounds);
  const said = sourcesOf(slice, allOf(facts)).map((source) => source.date);
  return {
    ...judgement,
    segment,
    region,
    facts,
    grounds,
    registers,
    strength: registers.length > 0 ? { total: totalOf(terms), terms } : undefined,
    gap: gapKindOf(grounds, around),
    action: actionOf(judgement, grounds, around),
    changes: leastChanges(grounds),
    settlements: settlements(grounds),
    claimedMissing: claimedMissing(slice, facts.judged, region),
    newest: said.reduce<PartialDate | undefined>((a, b) => (a === undefined || b > a ? b : a), undefined),
  };
}

/** Every fact of a cell, each once. */
export function allOf(facts: CellFacts): readonly SliceFact[] {
  const grouped = [facts.operating, facts.building, facts.unplaced, facts.intended, facts.research];
  const all = [
    ...facts.planned,
    ...facts.proposed,
    ...grouped.flatMap((by) => [...by.values()].flat()),
    ...facts.areas,
    ...facts.judged,
  ];
  return [...new Map(all.map((fact) => [fact.id, fact])).values()];
}

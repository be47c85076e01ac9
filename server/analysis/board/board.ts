import type { PartialDate } from '#graph-model/dates.ts';
import { claimedMissing, type CellFacts } from './cell-facts.ts';
import { columnsOf, lanesOf, type Column, type Lane } from './columns.ts';
import { actionOf, gapKindOf, type Around } from './gap.ts';
import { groundIn, segmentSlice, type Ground } from './ground.ts';
import { leastChanges, type Change } from './least-change.ts';
import { settlements, type Settlement } from './settlement.ts';
import type { ChainSlice, Position, SliceCoverage, SliceFact, SliceSource } from './slice.ts';
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
  /** Those that say anything here, in order of id. */
  readonly sources: readonly SliceSource[];
  /** The newest day of one of them. */
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
  const segments = columns.flatMap((column) => column.segments.map(({ id }) => segmentSlice(slice, id)));
  const positionOf = new Map(columns.flatMap((column) => column.segments.map(({ id }) => [id, column.position])));
  const byRegion = regions.map((region) => {
    const grounded = segments.map((of) => ({ segment: of.segment, ...groundIn(of, region, date) }));
    const operates = new Set(grounded.filter(({ grounds }) => grounds.actors > 0).map(({ segment }) => segment));
    const positions = new Map<Position | undefined, number>();
    for (const { position, segments: inColumn } of columns) {
      positions.set(position, inColumn.filter(({ id }) => operates.has(id)).length);
    }
    const neighbours = new Set(
      slice.flows.flatMap(({ from, to }) => [...(operates.has(to) ? [from] : []), ...(operates.has(from) ? [to] : [])]),
    );
    return grounded.map((one) => {
      return finish(slice, one, region, {
        position: positionOf.get(one.segment),
        operating: positions,
        neighbourOperates: neighbours.has(one.segment),
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
  const sources = sourcesOf(slice, allOf(facts));
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
    sources,
    newest: sources.reduce<PartialDate | undefined>(
      (a, { date }) => (a === undefined || date > a ? date : a),
      undefined,
    ),
  };
}

/** Every fact of a cell, each once. */
export function allOf(facts: CellFacts): readonly SliceFact[] {
  const all = new Map<string, SliceFact>();
  const add = (list: readonly SliceFact[]) => {
    for (const fact of list) all.set(fact.id, fact);
  };
  add(facts.planned);
  add(facts.proposed);
  for (const by of [facts.operating, facts.building, facts.unplaced, facts.intended, facts.research]) by.forEach(add);
  add(facts.areas);
  add(facts.judged);
  return [...all.values()];
}

import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Cell } from './board.ts';
import { cellFacts } from './cell-facts.ts';
import { segmentSlice } from './ground.ts';
import type { ChainSlice, SliceFact } from './slice.ts';

/** A segment that is not of the chain, as part of one of its segments or the other way round, or by a flow. */
export type Tie = {
  readonly relation: string;
  readonly type: Extract<RelationshipType, 'PART_OF' | 'FEEDS'>;
  /** Of the chain. */
  readonly segment: string;
  readonly other: string;
};

/** All that is said of other chains' segments that are tied to a chain. Ids are of entities and facts. */
export type Beside = {
  /** In order of segment, other and relation. */
  readonly ties: readonly Tie[];
  /** Ties beyond those that were looked at. */
  readonly cut: number;
  /** The chains of each other segment, in order of id. */
  readonly chainsOf: ReadonlyMap<string, readonly string[]>;
  /** What is said of the other segments, with whom and where: as a board of theirs would have it. */
  readonly around: ChainSlice;
};

type Actors = ReadonlyMap<string, readonly SliceFact[]>;

/**
 * What a segment of another chain is asked for in a region, and who is seen there, beside the segment that it is tied
 * to: never counted there.
 */
export type Alongside = {
  readonly segment: string;
  readonly region: string;
  readonly other: string;
  readonly chains: readonly string[];
  readonly ties: readonly Tie[];
  readonly planned: readonly SliceFact[];
  readonly proposed: readonly SliceFact[];
  /** Without those that the cell itself has. */
  readonly operating: Actors;
  readonly building: Actors;
  readonly intended: Actors;
};

/** In the order of the cells given, then of the other segments. Only those of which anything is asked for or seen. */
export function alongsideOf(
  { ties, chainsOf, around }: Beside,
  cells: readonly Pick<Cell, 'segment' | 'region' | 'facts'>[],
): readonly Alongside[] {
  const slices = new Map([...new Set(ties.map(({ other }) => other))].map((id) => [id, segmentSlice(around, id)]));
  return cells.flatMap(({ segment, region, facts: own }) => {
    const tied = ties.filter((tie) => tie.segment === segment);
    const others = [...new Set(tied.map(({ other }) => other))];
    return others.flatMap((other): readonly Alongside[] => {
      const of = slices.get(other);
      if (of === undefined) return [];
      const { planned, proposed, operating, building, intended } = cellFacts(of.slice, other, of.whole, region);
      const one = {
        segment,
        region,
        other,
        chains: chainsOf.get(other) ?? [],
        ties: tied.filter((tie) => tie.other === other),
        planned,
        proposed,
        operating: without(operating, [own.operating, own.building]),
        building: without(building, [own.operating, own.building]),
        intended: without(intended, [own.operating, own.building, own.intended]),
      };
      const said = planned.length + proposed.length + one.operating.size + one.building.size + one.intended.size;
      return said > 0 ? [one] : [];
    });
  });
}

/** An actor of a part counts for the whole: who is in the cell already is not beside it too. */
function without(actors: Actors, others: readonly Actors[]): Actors {
  return new Map([...actors].filter(([id]) => !others.some((known) => known.has(id))));
}

import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import { isRequest } from './cell-facts.ts';
import { localityOf } from './locality.ts';
import type { ChainSlice, SliceFact } from './slice.ts';

/** A segment that is not of the chain, as part of one of its segments or the other way round, or by a flow. */
export type Tie = {
  readonly relation: string;
  readonly type: Extract<RelationshipType, 'PART_OF' | 'FEEDS'>;
  /** Of the chain. */
  readonly segment: string;
  readonly other: string;
};

/** All that other chains' segments tied to a chain are asked for. Ids are of entities and facts. */
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

/** What a segment of another chain is asked for in a region, beside the segment that it is tied to: never counted there. */
export type Alongside = {
  readonly segment: string;
  readonly region: string;
  readonly other: string;
  readonly chains: readonly string[];
  readonly ties: readonly Tie[];
  readonly planned: readonly SliceFact[];
  readonly proposed: readonly SliceFact[];
};

/** In the order of the segments and regions given, then of the other segments. Only those that something asks for. */
export function alongsideOf(
  { ties, chainsOf, around }: Beside,
  segments: readonly string[],
  regions: readonly string[],
): readonly Alongside[] {
  const requests = around.facts.filter((fact) => isRequest(around, fact));
  return segments.flatMap((segment) => {
    const own = ties.filter((tie) => tie.segment === segment);
    const others = [...new Set(own.map(({ other }) => other))];
    return regions.flatMap((region) =>
      others.flatMap((other): readonly Alongside[] => {
        const here = requests.filter((fact) => fact.segment === other && localityOf(around, fact, region) === 'local');
        if (here.length === 0) return [];
        return [
          {
            segment,
            region,
            other,
            chains: chainsOf.get(other) ?? [],
            ties: own.filter((tie) => tie.other === other),
            planned: here.filter(({ modality }) => modality === 'planned'),
            proposed: here.filter(({ modality }) => modality === 'proposed'),
          },
        ];
      }),
    );
  });
}

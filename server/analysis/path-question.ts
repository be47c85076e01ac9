import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import type { Direction } from './relation-filter.ts';

/** A question between two sets of entities, which share none: dense indexes inside one run, ids outside. */
export type PathQuestion<Entity = number> = {
  readonly from: readonly Entity[];
  readonly to: readonly Entity[];
  readonly k: number;
  readonly maxHops: number;
  /** As walked from `from` to `to`; a relationship without direction is walked both ways. */
  readonly direction: Direction;
  readonly types: readonly RelationshipType[] | undefined;
  readonly modalities: readonly Modality[] | undefined;
  /** Also through what its sources say has ended. */
  readonly ended: boolean;
  readonly exclude: readonly Entity[];
  /** Also through places and policies, which are left out as intermediates otherwise. */
  readonly places: boolean;
};

import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { Direction } from './relation-filter.ts';

export const PATH_WEIGHTS = ['HOPS', 'COST'] as const;
export type PathWeight = (typeof PATH_WEIGHTS)[number];

/** What a path may use, whatever its ends are. */
export type PathRules<Entity = number> = {
  /** As walked from `from` to `to`; a relationship without direction is walked both ways. */
  readonly direction: Direction;
  readonly types: readonly RelationshipType[] | undefined;
  readonly modalities: readonly Modality[] | undefined;
  /** At least one of these classes supports a relationship. */
  readonly sourceClasses: readonly SourceClass[] | undefined;
  /** Of a relationship, thousandths. */
  readonly minConfidence: number;
  /** Only through what can have held on this date. */
  readonly asOf: PartialDate | undefined;
  /** Also through what its sources say has ended. */
  readonly ended: boolean;
  /** Kinds that a path may pass; undefined: all, but places and policies only with `places`. */
  readonly kinds: readonly Kind[] | undefined;
  readonly places: boolean;
  readonly exclude: readonly Entity[];
  /** A path passes all of them, in any order, whatever their kind. None is an end or excluded. */
  readonly mustPass: readonly Entity[];
};

/** A question between two sets of entities, which share none: dense indexes inside one run, ids outside. */
export type PathQuestion<Entity = number> = PathRules<Entity> & {
  readonly from: readonly Entity[];
  readonly to: readonly Entity[];
  /** What an end in doubt is not read as; undefined: as whatever it may be. */
  readonly unread?: readonly Entity[];
  readonly k: number;
  readonly maxHops: number;
  readonly weight: PathWeight;
  /** Each path the best of those that share nothing with the ones before it but their ends. */
  readonly disjoint: boolean;
};

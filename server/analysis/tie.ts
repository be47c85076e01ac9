import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';

/** A relationship as far as it is counted. Ids may be dense indexes: they sort as the ids do. */
export type Tie<Id> = {
  readonly type: RelationshipType;
  readonly modality: Modality;
  readonly from: Id;
  readonly to: Id;
  readonly fromKind: Kind;
  readonly toKind: Kind;
  /** A policy supports it. */
  readonly byPolicy: boolean;
  readonly ended: boolean;
};

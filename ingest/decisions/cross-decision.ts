import type { RecordDecision } from '#graph-model/facts/decision.ts';
import type { DecisionId, EntityId, RecordId } from '#graph-model/ids.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';

/** A thing of the store as a person names it: a name of it, or its id, old ones too. */
export type StoreRef = { readonly name: string } | { readonly entity: EntityId };

/**
 * What a person decided about a record of his own data set and a thing that other data sets put into the store. Which
 * records that thing is made of is known when it is published.
 */
export type CrossDecision = Pick<RecordDecision, 'owner' | 'verdict' | 'reason' | 'who' | 'at'> & {
  readonly id: DecisionId;
  readonly rank?: number;
  readonly left: RecordId;
  /** Of both: two kinds are never one thing. */
  readonly kind: Kind;
  readonly right: StoreRef;
  /** Where it stands in the decisions file, from 1. */
  readonly line: number;
};

import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { PathQuestion } from '../path-question.ts';

/** What somebody could be introduced by. Who wants whom, who makes what and whom the office itself met is none of it. */
const BY: readonly RelationshipType[] = [
  'LEADS',
  'MEMBER_OF',
  'PARTNER_OF',
  'SUBSIDIARY_OF',
  'HOSTS',
  'LOCATED_IN',
  'SUPPLIES',
  'COLLABORATES_WITH',
  'FUNDS',
  'TESTS_FOR',
  'RESPONSIBLE_FOR',
];

const MOST_HOPS = 4;

/**
 * How a candidate could be reached: the path of least cost from the region and its parts, or from the body asked about.
 * What merely is in the same place or a hub makes it dear.
 */
export function introductionTo(body: string, from: readonly string[]): PathQuestion<string> {
  return {
    from: from.filter((id) => id !== body),
    to: [body],
    k: 1,
    maxHops: MOST_HOPS,
    weight: 'COST',
    disjoint: false,
    direction: 'ANY',
    types: BY,
    modalities: ['operating', 'building'],
    sourceClasses: undefined,
    minConfidence: 0,
    asOf: undefined,
    ended: false,
    kinds: undefined,
    places: false,
    exclude: [],
    mustPass: [],
  };
}

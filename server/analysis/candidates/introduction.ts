import { KIND_SETS, type Kind } from '#graph-model/ontology/kinds.ts';
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

/** Ways that are looked at where the shortest only says that a candidate is there. */
export const MOST_WAYS = 8;

/** What is found of a way of introduction. */
export const INTRODUCTIONS = {
  way: { zh: '有可以引荐的', en: 'somebody could introduce them' },
  parent: {
    zh: '只有共同上级，不算引荐',
    en: 'only a parent is common to both: no introduction',
  },
  here: {
    zh: '在本地；没有写到引荐渠道',
    en: 'it is here; no way of introduction is written',
  },
  none: {
    zh: `没有写到谁能引荐：只算已有的关系，不经过地区和政策，${MOST_HOPS} 步以内没有`,
    en: `nobody is written who could introduce them: by real ties and not through places or policies, none within ${MOST_HOPS} steps`,
  },
  cut: { zh: '没有查完，不能说没有', en: 'the search was cut: that there is none cannot be said' },
} as const;
export type IntroductionState = keyof typeof INTRODUCTIONS;

const BODIES: readonly Kind[] = KIND_SETS.body;

/**
 * Does a way lead through somebody? Whoever merely is in the region, or hosts a thing that is, is introduced by nobody.
 * @param first types of the relationships of its first step
 * @param between kinds of what it passes
 */
export function isIntroduction(first: readonly RelationshipType[], between: readonly Kind[]): boolean {
  return first.some((type) => type !== 'LOCATED_IN') || between.some((kind) => BODIES.includes(kind));
}

/** A step of a way: its relationships by type, and the end that each leads from. */
type Step = readonly { readonly type: RelationshipType; readonly from: string }[];

/**
 * Does a way go up to a parent and down again? Bodies under one roof need not know each other. A step by a reading
 * alone has no relationships, and is neither.
 * @param entities of the way, one more than steps
 */
export function isByParent(entities: readonly string[], steps: readonly Step[]): boolean {
  const under = (step: Step | undefined, child: string | undefined) =>
    step !== undefined && step.length > 0 && step.every(({ type, from }) => type === 'SUBSIDIARY_OF' && from === child);
  return steps.some((step, at) => under(step, entities[at]) && under(steps[at + 1], entities[at + 2]));
}

/**
 * How a candidate could be reached: the path of least cost from the region and its parts, or from the body asked about.
 * What merely is in the same place or a hub makes it dear.
 */
export function introductionTo(body: string, from: readonly string[], k = 1): PathQuestion<string> {
  return {
    from: from.filter((id) => id !== body),
    to: [body],
    k,
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

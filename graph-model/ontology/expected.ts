import type { AttributeName } from './attributes.ts';
import type { Kind } from './kinds.ts';
import type { Label } from './label.ts';
import type { RelationshipType } from './relationships.ts';

/** How it shows that a source has said it: a relationship at that side, an attribute, or where the thing is. */
type Told =
  | { readonly relationship: RelationshipType; readonly side: 'from' | 'to' }
  | { readonly attribute: AttributeName; readonly value?: string }
  | { readonly place: true };

export type Expected = Label & { readonly told: readonly Told[] };

/** What a reader asks first of a thing, by word. Any one of `told` answers it. */
export const EXPECTED = {
  lead: { zh: '牵头单位', en: 'who leads it', told: [{ relationship: 'LEADS', side: 'to' }] },
  members: { zh: '成员单位', en: 'its members', told: [{ relationship: 'MEMBER_OF', side: 'to' }] },
  all_members: {
    zh: '完整的成员名单',
    en: 'the whole list of members',
    told: [{ attribute: 'member_list', value: 'complete' }],
  },
  founded: { zh: '成立时间', en: 'when it was founded', told: [{ attribute: 'founded' }] },
  // Two places that do not contain each other are no one place, but they are told.
  place: { zh: '所在地', en: 'where it is', told: [{ place: true }, { relationship: 'LOCATED_IN', side: 'from' }] },
  industry: {
    zh: '所属产业',
    en: 'in which industry it works',
    told: [
      { relationship: 'ACTIVE_IN', side: 'from' },
      { relationship: 'SUPPORTS', side: 'from' },
    ],
  },
  products: {
    zh: '产品与技术',
    en: 'what it makes or develops',
    told: [
      { relationship: 'PRODUCES', side: 'from' },
      { relationship: 'DEVELOPS', side: 'from' },
    ],
  },
  identifier: { zh: '统一社会信用代码', en: 'its registration code', told: [{ attribute: 'identifier' }] },
  host: { zh: '依托单位', en: 'who hosts it', told: [{ relationship: 'HOSTS', side: 'to' }] },
  zone: { zh: '所属的区', en: 'the zone it is part of', told: [{ relationship: 'PART_OF', side: 'from' }] },
  stage: { zh: '项目阶段', en: 'how far it is', told: [{ attribute: 'project_stage' }] },
  investment: { zh: '总投资', en: 'its investment', told: [{ attribute: 'investment' }] },
  issuer: { zh: '印发单位', en: 'who issued it', told: [{ relationship: 'ISSUES', side: 'to' }] },
  maker: {
    zh: '研发或生产单位',
    en: 'who makes or develops it',
    told: [
      { relationship: 'PRODUCES', side: 'to' },
      { relationship: 'DEVELOPS', side: 'to' },
    ],
  },
} as const satisfies Record<string, Expected>;

export type ExpectedWord = keyof typeof EXPECTED;

/** What is asked of each kind, in the order in which it is shown. */
export const EXPECTED_OF: Readonly<Partial<Record<Kind, readonly ExpectedWord[]>>> = {
  Company: ['place', 'products', 'industry', 'founded', 'identifier'],
  Institute: ['place', 'industry', 'products'],
  Laboratory: ['host', 'place', 'industry'],
  Consortium: ['lead', 'members', 'all_members', 'founded', 'place', 'industry', 'products'],
  Park: ['zone', 'place', 'industry'],
  Facility: ['host', 'place'],
  Product: ['maker'],
  Project: ['lead', 'stage', 'investment', 'place'],
  Policy: ['issuer'],
};

import type { Kind, KindSet } from './kinds.ts';
import type { Label } from './label.ts';
import type { Qualifier } from './qualifiers.ts';

/**
 * One line of the ontology. `forward` and `reverse` are the two readings of a hop, with {from} and {to} to fill;
 * `label` and `inverse` name the link in a list seen from its `from` and from its `to` end.
 */
export type RelationshipSpec = {
  readonly from: readonly (Kind | KindSet)[];
  readonly to: readonly (Kind | KindSet)[];
  readonly label: Label;
  readonly inverse: Label;
  readonly forward: Label;
  readonly reverse: Label;
  /** The readings where it is only proposed, where those of what is planned would say that the subject itself means it. */
  readonly proposed?: { readonly forward: Label; readonly reverse: Label };
  /** Qualifiers that make two relationships of equal ends and modality different ones. */
  readonly identity: readonly Qualifier[];
  readonly carries: readonly Qualifier[];
  /** No direction: stored with its ends in id order. */
  readonly symmetric?: true;
  /** Both ends must be of one kind. */
  readonly sameKind?: true;
};

const both = (zh: string, en: string): Label => ({ zh, en });

/** Every relationship type: ends, identity, readings. It grows by a line here and an ADR, never by free text. */
export const RELATIONSHIPS = {
  LEADS: {
    from: ['body'],
    to: ['Consortium', 'Project', 'Laboratory'],
    label: both('牵头', 'leads'),
    inverse: both('牵头单位', 'led by'),
    forward: both('{from}牵头{to}。', '{from} leads {to}.'),
    reverse: both('{to}由{from}牵头。', '{to} is led by {from}.'),
    identity: [],
    carries: [],
  },
  MEMBER_OF: {
    from: ['body'],
    to: ['Consortium', 'Project'],
    label: both('成员', 'member of'),
    inverse: both('成员单位', 'members'),
    forward: both('{from}是{to}的成员单位。', '{from} is a member of {to}.'),
    reverse: both('{to}的成员单位有{from}。', '{to} has {from} as a member.'),
    identity: [],
    carries: ['role'],
  },
  PARTNER_OF: {
    from: ['body'],
    to: ['Consortium', 'Project'],
    label: both('合作', 'partner of'),
    inverse: both('合作单位', 'partners'),
    forward: both('{from}是{to}的合作单位。', '{from} is a partner of {to}.'),
    reverse: both('{to}的合作单位有{from}。', '{to} has {from} as a partner.'),
    identity: [],
    carries: ['role'],
  },
  SUBSIDIARY_OF: {
    from: ['body'],
    to: ['organisation'],
    label: both('隶属', 'subsidiary of'),
    inverse: both('下属', 'subsidiaries'),
    forward: both('{from}隶属{to}。', '{from} belongs to {to}.'),
    reverse: both('{to}旗下有{from}。', '{to} owns {from}.'),
    identity: [],
    carries: ['share'],
  },
  HOSTS: {
    from: ['body', 'Park'],
    to: ['Laboratory', 'Facility', 'Project'],
    label: both('承载', 'hosts'),
    inverse: both('依托单位', 'hosted by'),
    forward: both('{from}承载{to}。', '{from} hosts {to}.'),
    reverse: both('{to}依托{from}。', '{to} is hosted by {from}.'),
    identity: [],
    carries: [],
  },
  LOCATED_IN: {
    from: ['body', 'Park', 'Facility', 'Project'],
    to: ['Park', 'Place'],
    label: both('位于', 'located in'),
    inverse: both('在这里的', 'located here'),
    forward: both('{from}位于{to}。', '{from} is located in {to}.'),
    reverse: both('{to}有{from}。', '{to} is where {from} is.'),
    identity: [],
    carries: ['address'],
  },
  PART_OF: {
    from: ['Place', 'Park', 'Chain', 'Segment'],
    to: ['Place', 'Park', 'Chain', 'Segment'],
    label: both('属于', 'part of'),
    inverse: both('组成部分', 'parts'),
    forward: both('{from}属于{to}。', '{from} is part of {to}.'),
    reverse: both('{to}包括{from}。', '{to} includes {from}.'),
    identity: [],
    carries: [],
    sameKind: true,
  },
  PRODUCES: {
    from: ['body'],
    to: ['Product'],
    label: both('生产', 'produces'),
    inverse: both('生产单位', 'produced by'),
    forward: both('{from}生产{to}。', '{from} produces {to}.'),
    reverse: both('{to}由{from}生产。', '{to} is produced by {from}.'),
    identity: ['at', 'stage'],
    carries: ['capacity'],
  },
  DEVELOPS: {
    from: ['body'],
    to: ['Product'],
    label: both('研发', 'develops'),
    inverse: both('研发单位', 'developed by'),
    forward: both('{from}研发{to}。', '{from} develops {to}.'),
    reverse: both('{to}由{from}研发。', '{to} is developed by {from}.'),
    identity: ['at', 'stage'],
    carries: ['capacity'],
  },
  IN_SEGMENT: {
    from: ['Product'],
    to: ['Segment'],
    label: both('归入环节', 'in segment'),
    inverse: both('环节产品', 'products'),
    forward: both('{from}归入{to}环节。', '{from} belongs to the segment {to}.'),
    reverse: both('{to}环节有{from}。', 'The segment {to} holds {from}.'),
    identity: [],
    carries: [],
  },
  ACTIVE_IN: {
    from: ['body', 'Park', 'Place'],
    to: ['Segment', 'Chain'],
    label: both('从事', 'active in'),
    inverse: both('从事方', 'active in it'),
    forward: both('{from}从事{to}。', '{from} is active in {to}.'),
    reverse: both('从事{to}的有{from}。', '{to} has {from} active in it.'),
    identity: ['at'],
    carries: ['role', 'note'],
  },
  SUPPORTS: {
    from: ['body'],
    to: ['Segment', 'Chain'],
    label: both('科研支撑', 'supports'),
    inverse: both('科研支撑单位', 'supported by'),
    forward: both('{from}为{to}提供科研支撑。', '{from} gives {to} research support.'),
    reverse: both('{to}有{from}的科研支撑。', '{to} has research support from {from}.'),
    identity: [],
    carries: [],
  },
  SUPPLIES: {
    from: ['body'],
    to: ['body'],
    label: both('供应', 'supplies'),
    inverse: both('采购自', 'supplied by'),
    forward: both('{from}向{to}供货。', '{from} supplies {to}.'),
    reverse: both('{to}采购自{from}。', '{to} buys from {from}.'),
    identity: ['product'],
    carries: [],
  },
  COLLABORATES_WITH: {
    from: ['body', 'Park', 'Place'],
    to: ['body', 'Park', 'Place'],
    label: both('合作', 'collaborates with'),
    inverse: both('合作', 'collaborates with'),
    forward: both('{from}与{to}合作。', '{from} collaborates with {to}.'),
    reverse: both('{to}与{from}合作。', '{to} collaborates with {from}.'),
    identity: ['topic'],
    carries: [],
    symmetric: true,
  },
  FUNDS: {
    from: ['body'],
    to: ['body', 'Project'],
    label: both('资助', 'funds'),
    inverse: both('资助方', 'funded by'),
    forward: both('{from}资助{to}。', '{from} funds {to}.'),
    reverse: both('{to}得到{from}资助。', '{to} is funded by {from}.'),
    identity: ['year'],
    carries: ['amount'],
  },
  TESTS_FOR: {
    from: ['body'],
    to: ['body', 'Segment'],
    label: both('检验检测', 'tests for'),
    inverse: both('检验检测单位', 'tested by'),
    forward: both('{from}为{to}做检验检测。', '{from} tests for {to}.'),
    reverse: both('{to}由{from}检验检测。', '{to} is tested by {from}.'),
    identity: [],
    carries: [],
  },
  EXPORTS_TO: {
    from: ['body'],
    to: ['Place'],
    label: both('出口到', 'exports to'),
    inverse: both('进口自', 'imports from'),
    forward: both('{from}向{to}出口。', '{from} exports to {to}.'),
    reverse: both('{to}进口{from}的产品。', '{to} imports from {from}.'),
    identity: ['product'],
    carries: [],
  },
  ISSUES: {
    from: ['Agency'],
    to: ['Policy', 'Project'],
    label: both('印发', 'issues'),
    inverse: both('印发单位', 'issued by'),
    forward: both('{from}印发{to}。', '{from} issues {to}.'),
    reverse: both('{to}由{from}印发。', '{to} is issued by {from}.'),
    identity: [],
    carries: [],
  },
  APPLIES_TO: {
    from: ['Policy'],
    to: ['Place', 'Park', 'Chain', 'organisation'],
    label: both('适用于', 'applies to'),
    inverse: both('适用政策', 'under policy'),
    forward: both('{from}适用于{to}。', '{from} applies to {to}.'),
    reverse: both('{to}适用{from}。', '{to} is under {from}.'),
    identity: [],
    carries: [],
  },
  RESPONSIBLE_FOR: {
    from: ['Agency', 'Park', 'Place'],
    to: ['Chain', 'Project'],
    label: both('负责', 'responsible for'),
    inverse: both('负责单位', 'responsible'),
    forward: both('{from}负责{to}。', '{from} is responsible for {to}.'),
    reverse: both('{to}由{from}负责。', '{to} is the responsibility of {from}.'),
    identity: [],
    carries: ['role', 'term'],
  },
  TARGETS: {
    from: ['Place', 'Park', 'Policy', 'Agency'],
    to: ['Company', 'Chain', 'Segment'],
    label: both('拟引进', 'targets'),
    inverse: both('被列为引进目标', 'targeted by'),
    forward: both('{from}拟引进{to}。', '{from} wants {to}.'),
    reverse: both('{to}是{from}的引进目标。', '{to} is wanted by {from}.'),
    proposed: {
      forward: both('有建议提出，由{from}引进{to}。', 'It is proposed that {from} bring in {to}.'),
      reverse: both('有建议提出，{to}由{from}引进。', 'It is proposed that {to} be brought in by {from}.'),
    },
    identity: [],
    carries: [],
  },
  ENGAGED_WITH: {
    from: ['Agency', 'Park', 'Place'],
    to: ['Company'],
    label: both('对接', 'engaged with'),
    inverse: both('对接单位', 'engaged by'),
    forward: both('{from}与{to}对接。', '{from} is in contact with {to}.'),
    reverse: both('{to}与{from}对接。', '{to} is in contact with {from}.'),
    identity: ['engagement'],
    carries: [],
  },
  ASSESSED: {
    from: ['Place', 'Park'],
    to: ['Segment', 'Product'],
    label: both('据称', 'assessed'),
    inverse: both('据称于', 'assessed in'),
    forward: both('资料对{from}的{to}有判断。', 'A source assesses {to} in {from}.'),
    reverse: both('{to}在{from}有判断。', '{to} is assessed in {from}.'),
    identity: ['verdict'],
    carries: ['note'],
  },
  SEGMENT_OF: {
    from: ['Segment'],
    to: ['Chain'],
    label: both('链上环节', 'segment of'),
    inverse: both('环节', 'segments'),
    forward: both('{from}是{to}的环节。', '{from} is a segment of {to}.'),
    reverse: both('{to}有{from}环节。', '{to} has the segment {from}.'),
    identity: [],
    carries: ['position', 'order'],
  },
  FEEDS: {
    from: ['Segment'],
    to: ['Segment'],
    label: both('供给', 'feeds'),
    inverse: both('来自', 'fed by'),
    forward: both('{from}供给{to}。', '{from} feeds {to}.'),
    reverse: both('{to}来自{from}。', '{to} is fed by {from}.'),
    identity: [],
    carries: ['flow'],
  },
} as const satisfies Record<string, RelationshipSpec>;

export type RelationshipType = keyof typeof RELATIONSHIPS;

export const RELATIONSHIP_TYPES = Object.keys(RELATIONSHIPS) as [RelationshipType, ...RelationshipType[]];

export function specOf(type: RelationshipType): RelationshipSpec {
  return RELATIONSHIPS[type];
}

import type { Label } from './label.ts';

/**
 * What exists. A kind is a Neo4j label, a GraphQL enum value and a shape on the canvas.
 * `family` sets the colour (docs/ontology.md). Persons are left out on purpose.
 */
export const KINDS = {
  Company: { zh: '企业', en: 'Company', family: 'enterprise' },
  University: { zh: '高校', en: 'University', family: 'science' },
  Institute: { zh: '科研院所', en: 'Institute', family: 'science' },
  Hospital: { zh: '医院', en: 'Hospital', family: 'science' },
  Laboratory: { zh: '实验室与平台', en: 'Laboratory', family: 'science' },
  Consortium: { zh: '创新联合体', en: 'Consortium', family: 'alliance' },
  Agency: { zh: '政府部门', en: 'Agency', family: 'public' },
  Fund: { zh: '基金', en: 'Fund', family: 'public' },
  Association: { zh: '协会', en: 'Association', family: 'alliance' },
  Park: { zh: '园区', en: 'Park', family: 'space' },
  Place: { zh: '地区', en: 'Place', family: 'space' },
  Facility: { zh: '设施', en: 'Facility', family: 'space' },
  Product: { zh: '产品与技术', en: 'Product', family: 'thing' },
  Chain: { zh: '产业链', en: 'Chain', family: 'thing' },
  Segment: { zh: '环节', en: 'Segment', family: 'thing' },
  Project: { zh: '项目', en: 'Project', family: 'thing' },
  Policy: { zh: '政策', en: 'Policy', family: 'public' },
} as const satisfies Record<string, Label & { family: Family }>;

export type Family = 'enterprise' | 'science' | 'alliance' | 'public' | 'space' | 'thing';

export type Kind = keyof typeof KINDS;

/** Every kind, in the order of the table: the order of legends and lists. */
export const KIND_NAMES = Object.keys(KINDS) as [Kind, ...Kind[]];

const ORGANISATION = [
  'Company',
  'University',
  'Institute',
  'Hospital',
  'Agency',
  'Fund',
  'Association',
] as const satisfies readonly Kind[];

const BODY = [...ORGANISATION, 'Laboratory', 'Consortium'] as const satisfies readonly Kind[];

/** Named sets of kinds that relationship ends speak of. */
export const KIND_SETS = { organisation: ORGANISATION, body: BODY } as const satisfies Record<string, readonly Kind[]>;

export type KindSet = keyof typeof KIND_SETS;

const flattened = new Map<readonly (Kind | KindSet)[], readonly Kind[]>();

/** The kinds behind one end of a relationship: single kinds and named sets, flattened in table order. */
export function kindsOf(end: readonly (Kind | KindSet)[]): readonly Kind[] {
  let kinds = flattened.get(end);
  if (kinds === undefined) {
    const wanted = new Set(
      end.flatMap((name) => (name === 'organisation' || name === 'body' ? KIND_SETS[name] : [name])),
    );
    kinds = KIND_NAMES.filter((kind) => wanted.has(kind));
    flattened.set(end, kinds);
  }
  return kinds;
}

import { expect, test } from 'vitest';
import { type Fact, factIdOf, factRow, statementRow } from '#graph-model/derive/facts.ts';
import type { Backed } from '#graph-model/derive/support.ts';
import type { Evidence } from '#graph-model/facts/evidence.ts';
import type { Source } from '#graph-model/facts/source.ts';
import type { Statement } from '#graph-model/facts/statement.ts';
import { type RecordId, entityId } from '#graph-model/ids.ts';
import { type RelationshipType, specOf } from '#graph-model/ontology/relationships.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { attribute, evidence, indicator, record, relationship, source } from '#test/support/statements.ts';

const PLAN = source('plan', { publisher: '甲报', class: 'policy' });
const NEWS = source('news', { publisher: '甲报', class: 'official_news' });
const NOTE = source('note', { class: 'project_note' });
const LIST = source('list', { class: 'register' });
const SOURCES = new Map([PLAN, NEWS, NOTE, LIST].map((each) => [each.id, each]));

const FIRM = record(PLAN, 'Company', '陇泵有限公司');
const OTHER = record(PLAN, 'Company', '河阀有限公司');
const PUMP = record(PLAN, 'Product', '水泵');
const HERE = record(PLAN, 'Place', '甲市');
const THERE = record(PLAN, 'Place', '乙市');

/** Every record is an entity of its own. */
const entityOf = (id: RecordId) => entityId(id);

function idOf(statement: Statement) {
  return factIdOf(statement, entityOf);
}

function backed(statement: Statement, ...each: readonly [Source, Partial<Evidence>?][]): Backed {
  return { statement, evidence: each.map(([of, says]) => evidence(statement, of, says)) };
}

/** The fact behind statements that are all of one. */
function fact(...statements: readonly Backed[]): Fact | undefined {
  const ids = new Set(statements.map(({ statement }) => idOf(statement)));
  expect(ids.size).toBe(1);
  const sorted = statements.toSorted((a, b) => compareText(a.statement.id, b.statement.id));
  return factRow([...ids][0] as ReturnType<typeof idOf>, sorted, entityOf, SOURCES);
}

function relationshipRow(...statements: readonly Backed[]): RowOf<'relationship'> {
  const found = fact(...statements);
  if (found?.table !== 'relationship') throw new Error('no relationship');
  return found.row;
}

test('a relationship is its type, ends, modality and identity qualifiers', () => {
  const said = (says: Parameters<typeof relationship>[3]) => idOf(relationship(FIRM, 'PRODUCES', PUMP, says));
  const plain = said({});
  expect(said({ modality: 'planned' })).not.toBe(plain);
  expect(said({ qualifiers: { stage: 'mass' } })).not.toBe(plain);
  expect(said({ qualifiers: { at: HERE.id } })).not.toBe(said({ qualifiers: { at: THERE.id } }));
  expect(idOf(relationship(FIRM, 'DEVELOPS', PUMP))).not.toBe(plain);
  expect(idOf(relationship(OTHER, 'PRODUCES', PUMP))).not.toBe(plain);
});

test('what a relationship only carries, and when it holds, makes no other relationship', () => {
  const said = (says: Parameters<typeof relationship>[3]) => idOf(relationship(FIRM, 'PRODUCES', PUMP, says));
  expect(said({ qualifiers: { capacity: '2 套' } })).toBe(said({}));
  expect(said({ validFrom: '2020', validTo: '2021', ended: true })).toBe(said({}));
});

const IDENTITY = {
  SUPPLIES: { product: PUMP.id },
  COLLABORATES_WITH: { topic: '泵' },
  FUNDS: { year: '2024' },
  ASSESSED: { verdict: 'missing' },
  EXPORTS_TO: { product: PUMP.id },
  ACTIVE_IN: { at: HERE.id },
} as const satisfies { [T in RelationshipType]?: object };

test.each(Object.entries(IDENTITY))('%s is told apart by %o', (type, qualifiers) => {
  const word = type as keyof typeof IDENTITY;
  expect(specOf(word).identity).toStrictEqual(Object.keys(qualifiers));
  expect(idOf(relationship(FIRM, word, OTHER, { qualifiers }))).not.toBe(idOf(relationship(FIRM, word, OTHER)));
});

test('a relationship without direction is one whichever end is named first, with its ends in order of id', () => {
  const [there, back] = [
    relationship(FIRM, 'COLLABORATES_WITH', OTHER),
    relationship(OTHER, 'COLLABORATES_WITH', FIRM),
  ];
  expect(there.id).not.toBe(back.id);
  const row = relationshipRow(backed(there, [PLAN]), backed(back, [NOTE]));
  const [from, to] = [entityId(FIRM.id), entityId(OTHER.id)].sort(compareText);
  expect([row.from, row.to, row.statements]).toStrictEqual([from, to, 2]);
  expect(idOf(relationship(FIRM, 'SUPPLIES', OTHER))).not.toBe(idOf(relationship(OTHER, 'SUPPLIES', FIRM)));
});

test('a relationship has the entity of its place as context, and what is carried once each, by name and value', () => {
  const says = (capacity: string) =>
    relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { capacity, at: HERE.id, stage: 'mass' } });
  const row = relationshipRow(backed(says('5 套'), [PLAN]), backed(says('2 套'), [NOTE]), backed(says('5 套'), [NEWS]));
  expect(row.context).toBe(entityId(HERE.id));
  expect(row.identity).toStrictEqual([{ name: 'stage', value: 'mass' }]);
  expect(row.details).toStrictEqual([
    { name: 'capacity', value: '2 套' },
    { name: 'capacity', value: '5 套' },
  ]);
});

test('a relationship counts statements, sources and publishers, with those without a publisher as one', () => {
  const says = relationship(FIRM, 'PRODUCES', PUMP, { validFrom: '2020' });
  const also = relationship(FIRM, 'PRODUCES', PUMP);
  const row = relationshipRow(
    backed(says, [PLAN, { confidence: 700 }], [NEWS, { confidence: 950 }]),
    backed(also, [NOTE], [LIST]),
  );
  expect(row).toStrictEqual({
    id: idOf(says),
    type: 'PRODUCES',
    from: entityId(FIRM.id),
    to: entityId(PUMP.id),
    modality: 'operating',
    identity: [],
    details: [],
    statements: 2,
    publishers: 2,
    sources: 4,
    classes: ['official_news', 'policy', 'project_note', 'register'],
    confidence: 950,
    validFrom: '2020',
  });
});

test('two values of a functional qualifier are a conflict while both may hold', () => {
  const share = (value: string, says: { validFrom?: string; validTo?: string } = {}) =>
    backed(relationship(FIRM, 'SUBSIDIARY_OF', OTHER, { qualifiers: { share: value }, ...says }), [PLAN]);
  expect(relationshipRow(share('51'), share('49')).dispute).toBe('differing');
  expect(relationshipRow(share('51'), share('51', { validFrom: '2020' })).dispute).toBeUndefined();
  expect(relationshipRow(share('51', { validTo: '2019' }), share('49', { validFrom: '2020' })).dispute).toBeUndefined();
  expect(relationshipRow(share('51', { validTo: '2020' }), share('49', { validFrom: '2020' })).dispute).toBe(
    'differing',
  );
});

test('two roles are no conflict: a role is not functional', () => {
  const union = record(PLAN, 'Consortium', '泵业创新联合体');
  const role = (value: string) =>
    backed(relationship(FIRM, 'MEMBER_OF', union, { qualifiers: { role: value } }), [PLAN]);
  expect(relationshipRow(role('理事'), role('秘书处')).dispute).toBeUndefined();
});

test('a denial puts a supported relationship in dispute, and counts neither as source nor as confidence', () => {
  const says = relationship(FIRM, 'PRODUCES', PUMP);
  const row = relationshipRow(
    backed(says, [PLAN, { confidence: 600 }], [LIST, { stance: 'refutes', confidence: 990 }]),
  );
  expect([row.dispute, row.sources, row.classes, row.confidence]).toStrictEqual(['denied', 1, ['policy'], 600]);
});

test('a denial of one wording of a relationship refutes it, and a wording that is only denied says nothing of its validity', () => {
  const says = relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { capacity: '5 套' } });
  const denied = relationship(FIRM, 'PRODUCES', PUMP, { validFrom: '1999', qualifiers: { capacity: '9 套' } });
  const row = relationshipRow(backed(says, [PLAN]), backed(denied, [NOTE, { stance: 'refutes' }]));
  expect([row.statements, row.dispute, row.validFrom]).toStrictEqual([1, 'denied', undefined]);
  expect(row.details).toStrictEqual([{ name: 'capacity', value: '5 套' }]);
});

test('what passages only deny is no fact', () => {
  expect(fact(backed(relationship(FIRM, 'PRODUCES', PUMP), [NOTE, { stance: 'refutes' }]))).toBeUndefined();
});

test.each([
  [[{}], {}],
  [[{ validFrom: '2020', validTo: '2021' }], { validFrom: '2020', validTo: '2021' }],
  [[{ validFrom: '2020', validTo: '2021' }, {}], { validFrom: '2020' }],
  [
    [
      { validFrom: '2020-05', validTo: '2021' },
      { validFrom: '2019', validTo: '2022-01' },
    ],
    { validFrom: '2019', validTo: '2022-01' },
  ],
  [
    [
      { validFrom: '2020', validTo: '2021' },
      { validFrom: '2020-01', validTo: '2021-12' },
    ],
    { validFrom: '2020-01', validTo: '2021-12' },
  ],
  [[{ ended: true }, { validTo: '2021' }], {}],
  [[{ ended: true }, { ended: true, validTo: '2021' }], { ended: true }],
] as const)('statements that hold %o give together %o', (said, validity) => {
  const row = relationshipRow(...said.map((says) => backed(relationship(FIRM, 'PRODUCES', PUMP, says), [PLAN])));
  const { validFrom, validTo, ended } = row;
  expect(JSON.parse(JSON.stringify({ validFrom, validTo, ended }))).toStrictEqual(validity);
});

test('an attribute is its entity, name, value and details', () => {
  const said = attribute(FIRM, 'recognition', '专精特新', { details: { issuer: '工信厅' } });
  const found = fact(backed(said, [PLAN]));
  expect(found).toStrictEqual({
    table: 'attribute',
    row: {
      id: idOf(said),
      entity: entityId(FIRM.id),
      name: 'recognition',
      value: '专精特新',
      details: { issuer: '工信厅' },
      statements: 1,
      publishers: 1,
      sources: 1,
      classes: ['policy'],
      confidence: 900,
    },
  });
  expect(idOf(attribute(FIRM, 'recognition', '专精特新'))).not.toBe(idOf(said));
  expect(idOf(attribute(OTHER, 'recognition', '专精特新', { details: { issuer: '工信厅' } }))).not.toBe(idOf(said));
});

test('an indicator is all of its key and its value', () => {
  const ids = [
    indicator(FIRM, '产值', '8.4'),
    indicator(FIRM, '产值', '8.5'),
    indicator(FIRM, '利润', '8.4'),
    indicator(FIRM, '产值', '8.4', { unit: '万元' }),
    indicator(FIRM, '产值', '8.4', { period: '2023' }),
    indicator(FIRM, '产值', '8.4', { figure: 'target' }),
    indicator(FIRM, '产值', '8.4', { scope: 'park' }),
  ].map(idOf);
  expect(new Set(ids).size).toBe(7);
  expect(fact(backed(indicator(FIRM, '产值', '8.4'), [PLAN]))?.row).toMatchObject({
    entity: entityId(FIRM.id),
    measure: '产值',
    value: '8.4',
    unit: '亿元',
    period: '2024',
    figure: 'actual',
    scope: 'all',
  });
});

test('a statement stands with its fact, the records it names and whether a person accepted it', () => {
  const says = relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { at: HERE.id } });
  expect(statementRow(says, idOf(says), true)).toStrictEqual({
    id: says.id,
    statement: says,
    subject: FIRM.id,
    object: PUMP.id,
    context: HERE.id,
    fact: idOf(says),
    accepted: true,
  });
  const founded = attribute(FIRM, 'founded', '2001');
  expect(Object.keys(statementRow(founded, idOf(founded), false)).sort()).toStrictEqual([
    'accepted',
    'fact',
    'id',
    'statement',
    'subject',
  ]);
});

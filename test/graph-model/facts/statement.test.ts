import { expect, test } from 'vitest';
import { Decimal, Statement, contextOf, recordsOf } from '#graph-model/facts/statement.ts';
import { attribute, record, relationship, source } from '#test/support/statements.ts';

const OF = source('gs');
const FIRM = record(OF, 'Company', '陇泵有限公司');
const PUMP = record(OF, 'Product', '水泵');
const PARK = record(OF, 'Park', '东湖高新区');

test('a statement is all it says: another modality, qualifier or date is another statement', () => {
  const statements = [
    relationship(FIRM, 'PRODUCES', PUMP),
    relationship(FIRM, 'PRODUCES', PUMP, { modality: 'planned' }),
    relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { stage: 'mass' } }),
    relationship(FIRM, 'PRODUCES', PUMP, { validFrom: '2020' }),
    relationship(FIRM, 'PRODUCES', PUMP, { ended: true }),
    relationship(FIRM, 'DEVELOPS', PUMP),
  ];
  expect(new Set(statements.map(({ id }) => id)).size).toBe(6);
  expect(relationship(FIRM, 'PRODUCES', PUMP).id).toBe(statements[0]?.id);
});

test('the record that a qualifier names is the context, and one of the records of the statement', () => {
  const here = relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { stage: 'mass', at: PARK.id } });
  expect(contextOf(here)).toBe(PARK.id);
  expect(recordsOf(here)).toStrictEqual([FIRM.id, PUMP.id, PARK.id]);
  expect(contextOf(relationship(FIRM, 'PRODUCES', PUMP, { qualifiers: { stage: 'mass' } }))).toBeUndefined();
});

test('a record that a statement names twice counts once, and an attribute names only its subject', () => {
  expect(recordsOf(relationship(FIRM, 'SUPPLIES', FIRM))).toStrictEqual([FIRM.id]);
  expect(recordsOf(attribute(FIRM, 'founded', '2001'))).toStrictEqual([FIRM.id]);
});

test('a statement with a word of no vocabulary, or more than it may say, is refused', () => {
  const good = relationship(FIRM, 'PRODUCES', PUMP);
  expect(Statement.parse(good)).toStrictEqual(good);
  expect(Statement.safeParse({ ...good, predicate: 'MAKES' }).success).toBe(false);
  expect(Statement.safeParse({ ...good, modality: 'maybe' }).success).toBe(false);
  expect(Statement.safeParse({ ...good, qualifiers: { colour: '红' } }).success).toBe(false);
  expect(Statement.safeParse({ ...good, note: '多余' }).success).toBe(false);
});

test.each(['2442', '8.4', '-0.5', '007'])('%s is a decimal', (text) => {
  expect(Decimal.parse(text)).toBe(text);
});

test.each(['', '8.', '.4', '1e3', '1,000', '８', '1 000', '+1'])('“%s” is no decimal', (text) => {
  expect(Decimal.safeParse(text).success).toBe(false);
});

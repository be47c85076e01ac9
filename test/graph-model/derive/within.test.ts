import { expect, test } from 'vitest';
import { givesScope, withinOf } from '#graph-model/derive/within.ts';
import type { RecordId } from '#graph-model/ids.ts';
import { record, relationship, source } from '#test/support/statements.ts';

const OF = source('gs');
const STEP = record(OF, 'Segment', '总装');
const WHOLE = record(OF, 'Segment', '制造');
const PUMPS = record(OF, 'Chain', '泵產業');
const VALVES = record(OF, 'Chain', '阀产业');
const DISTRICT = record(OF, 'Place', '东湖区');
const CITY = record(OF, 'Place', '甲市');
const FIRM = record(OF, 'Company', '陇泵有限公司');

const names = new Map([STEP, WHOLE, PUMPS, VALVES, DISTRICT, CITY, FIRM].map(({ id, name }) => [id, name]));
const nameOf = (id: RecordId) => names.get(id) as string;

test('a segment belongs to the folded name of its chain, and not to the segment it is part of', () => {
  const statements = [relationship(STEP, 'SEGMENT_OF', PUMPS), relationship(STEP, 'PART_OF', WHOLE)];
  expect(withinOf(STEP, statements, nameOf)).toBe('泵产业');
  expect(withinOf(STEP, [relationship(STEP, 'PART_OF', WHOLE)], nameOf)).toBeUndefined();
});

test('a place belongs to its parent, and a firm to nothing', () => {
  const inside = relationship(DISTRICT, 'PART_OF', CITY);
  expect(withinOf(DISTRICT, [inside], nameOf)).toBe('甲市');
  expect(givesScope(inside, DISTRICT)).toBe(true);
  expect(givesScope(relationship(FIRM, 'LOCATED_IN', CITY), FIRM)).toBe(false);
});

test('several chains are one scope in text order, each once', () => {
  const both = [VALVES, PUMPS].map((chain) => relationship(STEP, 'SEGMENT_OF', chain));
  const planned = relationship(STEP, 'SEGMENT_OF', PUMPS, { modality: 'planned' });
  expect(withinOf(STEP, [...both, planned], nameOf)).toBe('泵产业 阀产业');
});

test('what is said of another record gives none', () => {
  expect(withinOf(CITY, [relationship(DISTRICT, 'PART_OF', CITY)], nameOf)).toBeUndefined();
});

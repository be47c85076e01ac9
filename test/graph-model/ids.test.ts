import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  EntityId,
  RecordId,
  SourceId,
  attributeId,
  coverageId,
  decisionId,
  entityId,
  evidenceId,
  indicatorId,
  nameId,
  passageId,
  readingId,
  recordId,
  relationshipId,
  runId,
  sourceId,
  statementId,
} from '#graph-model/ids.ts';

const SOURCE = sourceId({ citation: '甘肃日报|新突破|2025-02' });
const SUBJECT = recordId(SOURCE, 'University', '兰州大学');
const OBJECT = recordId(SOURCE, 'Consortium', '联合体');
const STATEMENT = statementId({
  says: 'relationship',
  subject: SUBJECT,
  predicate: 'MEMBER_OF',
  object: OBJECT,
  modality: 'operating',
  qualifiers: {},
});
const PASSAGE = passageId(SOURCE, '¶36');
const ENTITY = entityId(SUBJECT);
const OTHER = entityId(OBJECT);

test.each([
  ['a source by its citation', SOURCE, 'strvtpn4bctdrwa2rhyge'],
  ['a source by its content', sourceId({ contentHash: 'ab'.repeat(32) }), 'sjfwfazaywtcihsxfputp'],
  ['a passage', PASSAGE, 'p44t22tnnxa4e63bkm3zt'],
  ['a record', SUBJECT, 'rbnajoql7iws5cdlp2rui'],
  ['another record', OBJECT, 'rvxnjpapf45vl4avh5h6e'],
  ['a statement', STATEMENT, 'tmrb35zjenqdm45vjsslm'],
  ['evidence', evidenceId(STATEMENT, PASSAGE, 'data/gansu'), 'v3fzbbgkscykfyrtqpolw'],
  ['coverage', coverageId({ source: SOURCE, subject: SUBJECT }), 'cjmjwb6jzddlvzahwwnt4'],
  ['a decision', decisionId({ verdict: 'same', left: SUBJECT, right: OBJECT }), 'd6oqguqk5afzw7ou4q527'],
  ['an entity', ENTITY, 'eeuheyqjelxuvw4gazdqz'],
  ['an entity minted from a record that lost its first', entityId(SUBJECT, OTHER), 'ems6jo6xytqjp3ey7ncpc'],
  ['a name', nameId(ENTITY, '兰州大学'), 'nwe2xtjhnjvbesbxjtikg'],
  ['a relationship', relationshipId({ type: 'MEMBER_OF', from: ENTITY, to: OTHER }), 'ly2b7fifp4stdpilqibs7'],
  ['an attribute', attributeId({ entity: ENTITY, predicate: 'founded', value: '1909' }), 'abjftg6pii5sfuo55in3h'],
  ['an indicator', indicatorId({ entity: ENTITY, measure: '产值' }), 'id2twibrklp3sqd64zsa5'],
  ['a reading', readingId(ENTITY, OTHER), 'mmnjrydev62mtsogedmpe'],
  ['a run', runId({ owner: 'data/gansu' }), 'ujgguyzdfod44jd5fe4vt'],
])('the id of %s is what it has always been', (_what, id, always) => {
  expect(id).toBe(always);
});

test('an id is its letter and the first 100 bits of SHA-256 in base32', () => {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  const digest = createHash('sha256').update('{"contentHash":"00"}').digest();
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const fives = Array.from({ length: 20 }, (_, i) => Number.parseInt(bits.slice(i * 5, i * 5 + 5), 2));
  expect(sourceId({ contentHash: '00' })).toBe(`s${fives.map((five) => alphabet.charAt(five)).join('')}`);
});

test('equal content in another order of keys has the same id, and an undefined key says nothing', () => {
  const one = statementId({ subject: SUBJECT, predicate: 'founded', value: '1909' });
  expect(statementId({ value: '1909', predicate: 'founded', subject: SUBJECT, validFrom: undefined })).toBe(one);
  expect(statementId({ value: '1910', predicate: 'founded', subject: SUBJECT })).not.toBe(one);
});

test('a record is its source, kind and raw key: a blank or a Traditional character makes another', () => {
  const keys = ['兰州大学', '兰州大学 ', '蘭州大學'];
  expect(new Set(keys.map((key) => recordId(SOURCE, 'University', key))).size).toBe(3);
  expect(recordId(SOURCE, 'Institute', '兰州大学')).not.toBe(SUBJECT);
});

test('an id of one sort is not an id of another', () => {
  expect(SourceId.safeParse(SOURCE).success).toBe(true);
  expect(RecordId.safeParse(SOURCE).success).toBe(false);
  expect(EntityId.safeParse('e').success).toBe(false);
  expect(EntityId.safeParse('eEUHEYQJELXUVW4GAZDQZ').success).toBe(false);
  expect(EntityId.safeParse('eeuheyqjelxuvw4gazdq1').success).toBe(false);
});

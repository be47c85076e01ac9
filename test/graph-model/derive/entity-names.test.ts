import { expect, test } from 'vitest';
import { entityNames, entityRow } from '#graph-model/derive/entity-names.ts';
import { attributeId, entityId, nameId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { record, source } from '#test/support/statements.ts';

const OF = source('gs');
const LEGAL = record(OF, 'University', '兰州大学');
const WEAK = record(OF, 'University', '兰大');
const ENTITY = entityId(LEGAL.id);

function stated(value: string, details: { readonly [name: string]: string } = {}): RowOf<'attribute'> {
  return {
    id: attributeId({ value, details }),
    entity: ENTITY,
    name: 'name',
    value,
    details,
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['policy'],
    confidence: 900,
  };
}

/** Value, type, language and whether a source states it, in text order of the value. */
function told(records: readonly (typeof LEGAL)[], attributes: readonly RowOf<'attribute'>[] = []) {
  const rows = entityNames(ENTITY, records, attributes);
  expect(rows.map(({ id }) => id)).toStrictEqual(rows.map(({ id }) => id).toSorted(compareText));
  const lines = rows.map(({ value, type, lang, attribute }) => [value, type, lang, attribute !== undefined]);
  return lines.sort(([a], [b]) => compareText(a as string, b as string));
}

test('an entity is called what its records are called, one row a spelling', () => {
  const twin = record(source('news'), 'University', '兰州大学');
  const english = record(OF, 'University', 'Lanzhou University');
  expect(told([LEGAL, WEAK, twin, english])).toStrictEqual([
    ['Lanzhou University', 'english', 'en', false],
    ['兰大', 'weak', 'zh', false],
    ['兰州大学', 'legal', 'zh', false],
  ]);
});

test('a name row is found by its folded text', () => {
  const traditional = record(OF, 'University', '蘭州大學');
  expect(entityNames(ENTITY, [traditional], [])).toStrictEqual([
    {
      id: nameId(ENTITY, '蘭州大學'),
      entity: ENTITY,
      value: '蘭州大學',
      folded: '兰州大学',
      type: 'legal',
      lang: 'zh',
    },
  ]);
});

test('what a source says of a name goes before our guess', () => {
  expect(told([LEGAL, WEAK], [stated('兰大', { type: 'short' }), stated('LZU', { lang: 'de' })])).toStrictEqual([
    ['LZU', 'english', 'de', true],
    ['兰大', 'short', 'zh', true],
    ['兰州大学', 'legal', 'zh', false],
  ]);
});

test('of two words on one name the first of the vocabulary holds, and none is better than a guess only alone', () => {
  const words = [stated('兰大'), stated('兰大', { type: 'weak' }), stated('兰大', { type: 'former' })];
  expect(told([], words)).toStrictEqual([['兰大', 'former', 'zh', true]]);
  expect(told([], words.toReversed())).toStrictEqual([['兰大', 'former', 'zh', true]]);
  const [row] = entityNames(ENTITY, [], words);
  expect(row?.attribute).toBe(words[2]?.id);
});

test('other attributes are no names', () => {
  expect(told([LEGAL], [{ ...stated('1909'), name: 'founded' }])).toStrictEqual([['兰州大学', 'legal', 'zh', false]]);
});

test.each([
  [['former', '甲乙丙丁戊己'], ['english', 'Longer Than All'], ['weak', '甲'], '甲'],
  [['former', '甲乙丙丁戊己'], ['english', 'Lanzhou'], ['former', '甲'], 'Lanzhou'],
  [['short', '甲乙'], ['weak', '甲乙丙'], ['former', '丁'], '甲乙'],
  [['legal', '甲乙'], ['legal', '甲乙丙'], ['short', '甲乙丙丁'], '甲乙丙'],
  [['legal', '乙甲'], ['legal', '甲乙'], ['legal', '丁'], '乙甲'],
  [['legal', '𠮷𠮷'], ['legal', '甲乙丙'], ['legal', '丁'], '甲乙丙'],
] as const)('of %o, %o and %o the name shown is %s', (...given) => {
  const names = given.slice(0, 3).map((name) => {
    const [type, value] = name as readonly [RowOf<'name'>['type'], string];
    return { id: nameId(ENTITY, value), entity: ENTITY, value, folded: value, type, lang: 'zh' };
  });
  expect(entityRow(ENTITY, 'Company', names)).toStrictEqual({ id: ENTITY, kind: 'Company', name: given[3] });
  expect(entityRow(ENTITY, 'Company', names.toReversed()).name).toBe(given[3]);
});

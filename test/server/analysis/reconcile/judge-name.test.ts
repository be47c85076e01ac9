import { expect, test } from 'vitest';
import type { RowOf } from '#graph-model/rows.ts';
import { judgeName, type FoundName, type KnownOf } from '#server/analysis/reconcile/judge-name.ts';
import { readNames } from '#server/analysis/reconcile/name-list.ts';
import type { Rule } from '#server/analysis/reconcile/rules.ts';
import { entityRow, nameRow } from '#test/support/rows.ts';

const ENTITIES = ['甲乙公司', '丙丁公司', '戊己公司'].map((name) => entityRow(name));

function known(...readings: Partial<RowOf<'reading'>>[]): KnownOf {
  return {
    entity: (id) => ENTITIES.find((one) => one.id === id),
    readingsFrom: (id) => readings.filter(({ from }) => from === id) as RowOf<'reading'>[],
  };
}

function named(value: string, of: string, rule: Rule = 'EXACT', type: RowOf<'name'>['type'] = 'legal'): FoundName {
  return { row: nameRow(value, of, { type }), rule };
}

function told(found: readonly FoundName[], of: KnownOf = known()): unknown[] {
  const { outcome, candidates } = judgeName(found, of);
  return [
    outcome,
    ...candidates.map(({ entity, rule, weak, matched }) => {
      const { name } = ENTITIES.find(({ id }) => id === entity) ?? { name: '?' };
      return `${rule} ${name} by ${matched.value}${weak ? ', weak' : ''}`;
    }),
  ];
}

test('the same name of one entity is a match, whichever of its names it is', () => {
  expect(told([named('甲乙公司', '甲乙公司')])).toStrictEqual(['MATCHED', 'EXACT 甲乙公司 by 甲乙公司']);
  expect(told([named('ABCDE', '甲乙公司', 'EXACT', 'english')])).toStrictEqual(['MATCHED', 'EXACT 甲乙公司 by ABCDE']);
});

test('a weak name is a match where it stands for one entity alone, and is said to be weak', () => {
  expect(told([named('甲乙', '甲乙公司', 'EXACT', 'weak')])).toStrictEqual(['MATCHED', 'EXACT 甲乙公司 by 甲乙, weak']);
  expect(told([named('甲乙', '甲乙公司', 'EXACT', 'short')])).toStrictEqual([
    'MATCHED',
    'EXACT 甲乙公司 by 甲乙, weak',
  ]);
});

test('a name of several entities matches none of them; the surer type of name comes first', () => {
  const found = [named('甲乙', '丙丁公司', 'EXACT', 'weak'), named('甲乙', '甲乙公司', 'EXACT', 'short')];
  expect(told(found)).toStrictEqual(['SEVERAL', 'EXACT 甲乙公司 by 甲乙, weak', 'EXACT 丙丁公司 by 甲乙, weak']);
});

test('a name that a person has said may mean another is no match, with whom it may mean', () => {
  const [a, b, c] = ENTITIES.map(({ id }) => id);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three entities');
  const readings = known({ from: a, to: c, rank: 1, reason: '甲' }, { from: a, to: b, rank: 2, reason: '乙' });
  expect(told([named('甲乙公司', '甲乙公司')], readings)).toStrictEqual([
    'MAY_BE',
    'EXACT 甲乙公司 by 甲乙公司',
    'READING 戊己公司 by 甲乙公司',
    'READING 丙丁公司 by 甲乙公司',
  ]);
});

test('another legal form or other numerals may be; what only holds the text is a candidate', () => {
  expect(told([named('丙丁公司', '丙丁公司', 'SUBSTRING'), named('甲乙公司', '甲乙公司', 'LEGAL_FORM')])).toStrictEqual(
    ['MAY_BE', 'LEGAL_FORM 甲乙公司 by 甲乙公司', 'SUBSTRING 丙丁公司 by 丙丁公司'],
  );
  expect(told([named('丙丁公司', '丙丁公司', 'ONE_CHARACTER')])[0]).toBe('CANDIDATES');
  expect(told([])).toStrictEqual(['NONE']);
});

test('a place has no legal form: a firm of its name is not it', () => {
  const place = entityRow('辛壬市', { kind: 'Place' });
  const found = ['LEGAL_FORM', 'PREFIX'] as const;
  const judged = judgeName(
    found.map((rule) => named('辛壬', '辛壬市', rule, 'short')),
    { ...known(), entity: (id) => (id === place.id ? place : undefined) },
  );
  expect([judged.outcome, ...judged.candidates.map(({ rule }) => rule)]).toStrictEqual(['CANDIDATES', 'PREFIX']);
});

test('each entity comes once, by the first rule that leads to it, in the order found inside a rule', () => {
  const found = [
    named('戊己公司乙', '戊己公司', 'PREFIX'),
    named('丙丁公司甲', '丙丁公司', 'PREFIX'),
    named('丙丁公司', '丙丁公司', 'NUMERALS'),
    named('戊己公司丙', '戊己公司', 'SUBSTRING'),
  ];
  expect(told(found)).toStrictEqual(['MAY_BE', 'NUMERALS 丙丁公司 by 丙丁公司', 'PREFIX 戊己公司 by 戊己公司乙']);
});

test('every entry of a list is kept: blanks around it go, an empty one and a second of the same are told', () => {
  const list = readNames(['\ufeff 蘭州大學\t', '', '　', '兰州大学', '兰州大学', '（）']);
  expect(list.map(({ position, read, folded, sameAs }) => [position, read, folded, sameAs])).toStrictEqual([
    [1, '蘭州大學', '兰州大学', undefined],
    [2, '', '', undefined],
    [3, '', '', undefined],
    [4, '兰州大学', '兰州大学', 1],
    [5, '兰州大学', '兰州大学', 1],
    [6, '（）', '()', undefined],
  ]);
  expect(list.map(({ given }) => given)).toStrictEqual(['\ufeff 蘭州大學\t', '', '　', '兰州大学', '兰州大学', '（）']);
});

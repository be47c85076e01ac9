import { expect, test } from 'vitest';
import { markAttributeConflicts, markIndicatorConflicts } from '#graph-model/derive/conflicts.ts';
import { attributeId, entityId, indicatorId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { record, source } from '#test/support/statements.ts';

const ENTITY = entityId(record(source('gs'), 'Company', '陇泵有限公司').id);

const SUPPORT = {
  statements: 1,
  publishers: 1,
  sources: 1,
  classes: ['policy' as const],
  confidence: 900,
};

function attribute(
  name: RowOf<'attribute'>['name'],
  value: string,
  patch: Partial<RowOf<'attribute'>> = {},
): RowOf<'attribute'> {
  const id = attributeId({ name, value, ...patch });
  return { id, entity: ENTITY, name, value, details: {}, ...SUPPORT, ...patch };
}

function indicator(value: string, patch: Partial<RowOf<'indicator'>> = {}): RowOf<'indicator'> {
  const says = { measure: '产值', value, unit: '亿元', period: '2024', figure: 'actual' as const, scope: 'all' };
  return { id: indicatorId({ ...says, ...patch }), entity: ENTITY, ...says, ...SUPPORT, ...patch };
}

function clashing(rows: readonly RowOf<'attribute'>[]): readonly string[] {
  return markAttributeConflicts(rows).flatMap(({ value, dispute }) => (dispute === undefined ? [] : [value]));
}

test('two founding dates are a conflict, and both are shown as one', () => {
  const rows = [attribute('founded', '2001'), attribute('founded', '2002'), attribute('description', '做泵')];
  expect(markAttributeConflicts(rows).map(({ value, dispute }) => [value, dispute])).toStrictEqual([
    ['2001', 'differing'],
    ['2002', 'differing'],
    ['做泵', undefined],
  ]);
});

test('a date that says another more precisely is none, though both clash with a third', () => {
  expect(clashing([attribute('founded', '2001'), attribute('founded', '2001-05')])).toStrictEqual([]);
  expect(clashing(['2001', '2001-05', '2001-06'].map((value) => attribute('founded', value)))).toStrictEqual([
    '2001-05',
    '2001-06',
  ]);
});

test('what has ended, nobody says when, is none against what holds', () => {
  const signed = attribute('project_stage', 'signed', { ended: true });
  expect(clashing([signed, attribute('project_stage', 'started')])).toStrictEqual([]);
  expect(clashing([signed, attribute('project_stage', 'filed', { ended: true })])).toStrictEqual(['signed', 'filed']);
});

test('two values at two times are none', () => {
  const before = attribute('project_stage', 'signed', { validTo: '2023' });
  const after = attribute('project_stage', 'started', { validFrom: '2024' });
  expect(clashing([before, after])).toStrictEqual([]);
  expect(clashing([before, { ...after, validFrom: '2023-06' }])).toStrictEqual(['signed', 'started']);
});

test('a thing may have many names, identifiers and recognitions', () => {
  const names = (['name', 'identifier', 'recognition', 'event'] as const).flatMap((name) => [
    attribute(name, '甲'),
    attribute(name, '乙'),
  ]);
  expect(clashing(names)).toStrictEqual([]);
});

test('what is denied stays so', () => {
  expect(clashing([attribute('description', '做泵', { dispute: 'denied' })])).toStrictEqual(['做泵']);
});

test('what no longer differs is no longer in dispute', () => {
  expect(clashing([attribute('founded', '2001', { dispute: 'differing' })])).toStrictEqual([]);
});

test('two values, or two units, of one measure, scope, period and figure are a conflict', () => {
  const pair = (other: RowOf<'indicator'>) =>
    markIndicatorConflicts([indicator('8.4'), other]).map(({ dispute }) => dispute);
  expect(pair(indicator('8.5'))).toStrictEqual(['differing', 'differing']);
  expect(pair(indicator('8.4', { unit: '万元' }))).toStrictEqual(['differing', 'differing']);
  expect(pair(indicator('8.5', { measure: '利润' }))).toStrictEqual([undefined, undefined]);
  expect(pair(indicator('8.5', { scope: 'park' }))).toStrictEqual([undefined, undefined]);
  expect(pair(indicator('8.5', { period: '2024-01' }))).toStrictEqual([undefined, undefined]);
  expect(pair(indicator('8.5', { figure: 'target' }))).toStrictEqual([undefined, undefined]);
});

test.each([
  ['8.4', '8.40', false],
  ['10', '10.0', false],
  ['0', '-0.00', false],
  ['007', '7', false],
  ['100', '1', true],
  ['-8.4', '8.4', true],
  ['8.04', '8.4', true],
])('%s beside %s: at odds? %s', (one, other, answer) => {
  const marked = markIndicatorConflicts([indicator(one), indicator(other)]);
  expect(marked.map(({ dispute }) => dispute !== undefined)).toStrictEqual([answer, answer]);
});

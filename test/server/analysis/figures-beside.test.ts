import { expect, test } from 'vitest';
import { entityId, indicatorId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { areaOf } from '#server/analysis/area.ts';
import { compositionOf, elsewhereOf } from '#server/analysis/figures-beside.ts';
import { record, source } from '#test/support/statements.ts';
import { idOf, projectionOf, type Tie } from '../support/small-graph.ts';

type Figure = RowOf<'indicator'>;

const park = (name: string) => entityId(record(source('gs'), 'Park', name).id);
const [WHOLE, LEFT, RIGHT, INNER] = [park('全区'), park('东区'), park('西区'), park('东区一园')];
const AREA = {
  around: [],
  parts: new Map<string, readonly string[]>([
    [LEFT, []],
    [RIGHT, []],
    [INNER, [LEFT]],
  ]),
};

function said(entity: Figure['entity'], value: string, patch: Partial<Figure> = {}): Figure {
  const says = { measure: '产值', value, unit: '亿元', period: '2024', figure: 'estimate' as const, scope: entity };
  return {
    id: indicatorId({ ...says, ...patch }),
    entity,
    ...says,
    statements: 1,
    publishers: 1,
    sources: 1,
    classes: ['official_news'],
    confidence: 900,
    ...patch,
  };
}

const values = (figures: readonly Figure[]) => figures.map(({ value }) => value);
const whole = said(WHOLE, '10.3');

test('parts that add up exactly make up the whole, the greatest first', () => {
  expect(values(compositionOf(whole, AREA, [said(LEFT, '0.2'), said(RIGHT, '10.1')]))).toStrictEqual(['10.1', '0.2']);
});

test('parts that do not add up are no composition, nor is one part alone', () => {
  expect(compositionOf(whole, AREA, [said(LEFT, '0.2'), said(RIGHT, '10.2')])).toStrictEqual([]);
  expect(compositionOf(whole, AREA, [said(LEFT, '10.3')])).toStrictEqual([]);
});

test('a part inside a part that has a figure is not counted again', () => {
  const figures = [said(LEFT, '0.2'), said(RIGHT, '10.1'), said(INNER, '0.1')];
  expect(values(compositionOf(whole, AREA, figures))).toStrictEqual(['10.1', '0.2']);
});

test.each([
  ['measure', { measure: '税收' }],
  ['unit', { unit: '万元' }],
  ['period', { period: '2023' }],
  ['sort', { figure: 'actual' as const }],
])('a part of another %s is none', (_, patch) => {
  expect(compositionOf(whole, AREA, [said(LEFT, '0.2', patch), said(RIGHT, '10.1')])).toStrictEqual([]);
});

test('where sources disagree on a part or on the whole, or a part has two figures, there is no composition', () => {
  const differing = { dispute: 'differing' as const };
  const parts = [said(LEFT, '0.2'), said(RIGHT, '10.1')];
  expect(compositionOf(whole, AREA, [said(LEFT, '0.2', differing), said(RIGHT, '10.1')])).toStrictEqual([]);
  expect(compositionOf({ ...whole, ...differing }, AREA, parts)).toStrictEqual([]);
  expect(compositionOf(whole, AREA, [...parts, said(LEFT, '0', { scope: 'other' })])).toStrictEqual([]);
});

test('elsewhere is the newest of each entity, of one period the actual, with all that disagree', () => {
  const target = said(WHOLE, '20', { figure: 'target', period: '2027' });
  const figures = [
    said(LEFT, '1', { figure: 'actual', period: '2023' }),
    said(LEFT, '2'),
    said(LEFT, '3', { figure: 'actual' }),
    said(LEFT, '4', { figure: 'actual' }),
    said(LEFT, '9', { figure: 'target', period: '2030' }),
    said(RIGHT, '5'),
    said(RIGHT, '6', { measure: '税收' }),
  ];
  expect(values(elsewhereOf(target, figures)).toSorted()).toStrictEqual(['3', '4', '5']);
});

test('an area is all that contains it and all its parts, each with what it is a part of; a circle ends', async () => {
  const part = (from: string, to: string, modality: Tie['modality'] = 'operating'): Tie => ({
    from,
    to,
    type: 'PART_OF',
    modality,
  });
  const projection = await projectionOf({
    entities: { a: 'Park', b: 'Park', c: 'Park', d: 'Park', p: 'Place' },
    ties: [
      part('b', 'a'),
      part('c', 'b'),
      part('a', 'c'),
      part('d', 'a', 'planned'),
      { from: 'a', to: 'p', type: 'LOCATED_IN' },
    ],
  });
  const { around, parts } = areaOf(projection, idOf('a'));
  expect(around).toStrictEqual([idOf('b'), idOf('c'), idOf('p')]);
  expect(parts).toStrictEqual(
    new Map([
      [idOf('b'), []],
      [idOf('c'), [idOf('b')]],
    ]),
  );
  expect(areaOf(projection, idOf('z'))).toStrictEqual({ around: [], parts: new Map() });
});

test('of too many parts none is told', async () => {
  const names = Array.from({ length: 501 }, (_, i) => `b${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}`);
  const projection = await projectionOf({
    entities: { aa: 'Park', ...Object.fromEntries(names.map((name) => [name, 'Park' as const])) },
    ties: names.map((from) => ({ from, to: 'aa', type: 'PART_OF' })),
  });
  expect(areaOf(projection, idOf('aa')).parts).toBe(undefined);
});

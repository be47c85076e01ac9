import { expect, test } from 'vitest';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { localityOf } from '#server/analysis/board/locality.ts';
import type { ChainSlice, SliceEntity } from '#server/analysis/board/slice.ts';

/** 双城区 is a zone of two parks, 东园 in 东市 and 西园 in 西市; 厂房 stands somewhere in it, 机房 nobody knows where. */
const AROUND: Readonly<Record<string, readonly string[]>> = {
  东市: ['省'],
  西市: ['省'],
  南市: ['省'],
  双城区: ['省'],
  东园: ['双城区', '东市', '省'],
  西园: ['双城区', '西市', '省'],
  厂房: ['双城区', '省'],
  机房: [],
};
const entity = (id: string, kind: SliceEntity['kind'], place?: string, meantPlace?: string): [string, SliceEntity] => [
  id,
  { id, kind, name: id, place, meantPlace, recognised: false },
];
const SLICE: ChainSlice = {
  chain: { id: '链', name: '链' },
  segments: [],
  omitted: [],
  parts: [],
  flows: [],
  framework: { ties: 0, ofNotes: 0, notes: [] },
  meantAreas: new Map(),
  facts: [],
  entities: new Map([
    entity('东企', 'Company', '东市'),
    entity('区企', 'Company', '双城区'),
    entity('省企', 'Company', '省'),
    entity('某企', 'Company'),
    entity('拟建院', 'Institute', undefined, '东园'),
    entity('拟建园', 'Park', '拟建园', '东市'),
    entity('厂房', 'Facility', '双城区'),
    entity('机房', 'Facility'),
    entity('东园', 'Park', '东园'),
  ]),
  around: new Map(Object.entries(AROUND).map(([place, around]) => [place, new Set(around)])),
  reach: new Map([['双城区', new Set(['双城区', '东市', '西市', '省'])]]),
  sources: new Map(),
  coverage: [],
};
const whereIs = (from: string, at?: string, modality: Modality = 'operating') =>
  Object.fromEntries(
    ['省', '东市', '南市', '双城区', '东园'].map((region) => [
      region,
      localityOf(SLICE, { from, at, modality }, region),
    ]),
  );

test('a firm is in every area around it, and in none beside it', () => {
  expect(whereIs('东企', '东园')).toEqual({
    省: 'local',
    东市: 'local',
    南市: 'elsewhere',
    双城区: 'local',
    东园: 'local',
  });
});

test('a firm known only by its city could be in a zone that reaches into the city, and the other way round', () => {
  expect(whereIs('东企')).toEqual({ 省: 'local', 东市: 'local', 南市: 'elsewhere', 双城区: 'open', 东园: 'open' });
  expect(whereIs('区企')).toEqual({ 省: 'local', 东市: 'open', 南市: 'elsewhere', 双城区: 'local', 东园: 'open' });
});

test('a facility is where the area around it is, and one that nobody places could be anywhere', () => {
  expect(whereIs('东企', '厂房')).toEqual({
    省: 'local',
    东市: 'open',
    南市: 'elsewhere',
    双城区: 'local',
    东园: 'open',
  });
  expect(new Set(Object.values(whereIs('东企', '机房')))).toEqual(new Set(['open']));
});

test('a firm that nobody places could be anywhere, one known only by its province anywhere in it', () => {
  expect(new Set(Object.values(whereIs('某企')))).toEqual(new Set(['open']));
  expect(whereIs('省企')).toEqual({ 省: 'local', 东市: 'open', 南市: 'open', 双城区: 'open', 东园: 'open' });
});

test('what is planned of a thing that does not stand yet is where the plan puts it, what operates is not', () => {
  expect(whereIs('拟建院', undefined, 'planned')).toEqual({
    省: 'local',
    东市: 'local',
    南市: 'open',
    双城区: 'local',
    东园: 'local',
  });
  expect(new Set(Object.values(whereIs('拟建院')))).toEqual(new Set(['open']));
  expect(whereIs('拟建园', undefined, 'proposed')).toMatchObject({ 省: 'local', 东市: 'local', 南市: 'elsewhere' });
  expect(new Set(Object.values(whereIs('拟建园')))).toEqual(new Set(['elsewhere']));
});

import { afterAll, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

const SET = `id: beside
title: { zh: 小例, en: small }
licence: CC0-1.0
sources: [{ id: news, title: 报, class: official_news, publisher: 甲报, date: 2024-05, visibility: public }]
tables:
  - file: things.csv
    source: { is: news }
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: told.csv
    source: { is: news }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { thing: { ref: { column: of } } }
    states:
      - { attribute: { column: attribute }, of: thing, value: { column: value }, details: { issuer: { column: issuer }, date: { column: date } } }
  - file: ties.csv
    source: { is: news }
    passage: { is: "¶9" }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { column: modality } }]
`;
const THINGS = `kind,name
Company,北岭机械集团
Company,北岭仪器公司
Company,北岭公司
Agency,国家工业部
Institute,西山第七研究所
Institute,西山物理研究所
Place,北岭省
Place,北岭市
Place,南海市
Park,北岭园区
Chain,机床
`;
const TOLD = `of,attribute,value,issuer,date,passage
北岭机械集团,recognition,小巨人,国家工业部,2024,¶2
国家工业部,event,来北岭机械集团调研,,2024-05,¶3
`;
/** The first firm shares a chain with the park; a plan leads there in fewer steps. */
const TIES = `type,from,to,modality
LOCATED_IN,北岭机械集团,北岭市,operating
PART_OF,北岭市,北岭省,operating
LOCATED_IN,北岭园区,北岭市,operating
COLLABORATES_WITH,北岭省,南海市,proposed
SUPPORTS,西山物理研究所,机床,operating
ACTIVE_IN,北岭机械集团,机床,operating
SUBSIDIARY_OF,北岭仪器公司,北岭机械集团,operating
ACTIVE_IN,北岭仪器公司,机床,planned
`;
const unsure = (kind: string, left: string, right: string, rank = 1) =>
  JSON.stringify({
    verdict: 'unsure',
    left: { source: 'news', kind, name: left },
    right: { source: 'news', kind, name: right },
    rank,
    reason: '写法相近',
    who: 'curator',
    at: '2025-01-01',
  });
const DECISIONS = [
  unsure('Institute', '西山第七研究所', '西山物理研究所'),
  unsure('Company', '北岭公司', '北岭机械集团'),
  unsure('Company', '北岭公司', '北岭仪器公司', 2),
].join('\n');

let world: World | undefined;
let asking: Promise<Ask> | undefined;
afterAll(() => world?.dispose());

async function load(): Promise<Ask> {
  world = await emptyWorld();
  const files = { 'things.csv': THINGS, 'told.csv': TOLD, 'ties.csv': TIES };
  await world.load(folderOf({ 'dataset.yml': SET, ...files, 'decisions.jsonl': `${DECISIONS}\n` }));
  return asker(world.store);
}

const QUERY = `query ($input: PathInput!) { paths(input: $input) { ... on PathSet {
  paths { hops leastReal }
  none { reason message { zh en } misses { message { zh } } }
  intended { planned proposed }
  intendedPath { filters message { zh } }
  mayBeSame { from { name } to { name } through { name } readings { reason } message { zh en } }
  writtenOf { count mayBe message { zh } truncated writings {
    of { name } other { name } name { value } mayBe sentence { zh } attribute { value details { name value } }
  } }
} } }`;

type Told = {
  readonly none: { readonly message: { readonly zh: string } } | null;
  readonly [field: string]: unknown;
};

async function between(a: string, b: string, more: Record<string, unknown> = {}): Promise<Told> {
  const ask = await (asking ??= load());
  const input = { from: [await idByName(ask, a)], to: [await idByName(ask, b)], ...more };
  return (await dataOf<{ paths: Told }>(ask, QUERY, { input })).paths;
}

test('what the records of either end write of the other is told beside a no, and what the page of a lone end has', async () => {
  const { none, writtenOf, mayBeSame } = await between('北岭机械集团', '国家工业部');
  expect(none?.message).toStrictEqual({
    zh: '图上没有国家工业部的任何关系；它的页面上有 1 条记录，别的记录里也可能写到它。',
    en: 'The graph has no relationship of 国家工业部; its own page has 1 record, and other records may write of it.',
  });
  expect(mayBeSame).toStrictEqual([]);
  expect(writtenOf).toStrictEqual({
    count: 2,
    mayBe: 0,
    message: { zh: '有 2 处记录写到对方：只是写到，没有成为图上的关系。' },
    truncated: false,
    writings: [
      {
        of: { name: '北岭机械集团' },
        other: { name: '国家工业部' },
        name: { value: '国家工业部' },
        mayBe: false,
        sentence: { zh: '北岭机械集团的认定写到国家工业部。' },
        attribute: {
          value: '小巨人',
          details: [
            { name: 'date', value: '2024' },
            { name: 'issuer', value: '国家工业部' },
          ],
        },
      },
      {
        of: { name: '国家工业部' },
        other: { name: '北岭机械集团' },
        name: { value: '北岭机械集团' },
        mayBe: false,
        sentence: { zh: '国家工业部的事件写到北岭机械集团。' },
        attribute: { value: '来北岭机械集团调研', details: [{ name: 'date', value: '2024-05' }] },
      },
    ],
  });
});

test('beside a path that is no weak tie nothing is told of what is only written', async () => {
  expect(await between('北岭仪器公司', '北岭机械集团')).toMatchObject({ writtenOf: null, intended: null });
});

test('ends of which one may be the other are told as that, and never as unconnected', async () => {
  const { none, mayBeSame } = await between('西山第七研究所', '西山物理研究所');
  expect(mayBeSame).toStrictEqual([
    {
      from: { name: '西山第七研究所' },
      to: { name: '西山物理研究所' },
      through: null,
      readings: [{ reason: '写法相近' }],
      message: {
        zh: '西山第七研究所可能就是西山物理研究所，尚未确认。',
        en: '西山第七研究所 may be 西山物理研究所; not confirmed.',
      },
    },
  ]);
  expect(none?.message.zh).toBe('西山第七研究所可能就是西山物理研究所，尚未确认。除此以外，图上没有关系把两端连起来。');
});

test('a name that may mean either end is told beside their paths too', async () => {
  const { mayBeSame } = await between('北岭仪器公司', '北岭机械集团');
  expect(mayBeSame).toMatchObject([
    {
      through: { name: '北岭公司' },
      readings: [{ reason: '写法相近' }, { reason: '写法相近' }],
      message: { zh: '北岭公司可能是北岭仪器公司，也可能是北岭机械集团，尚未确认。' },
    },
  ]);
});

test('what is proposed of the province of an end is told beside a no', async () => {
  const { intended, none } = await between('北岭市', '南海市');
  expect(none).toMatchObject({ reason: 'FILTERED' });
  expect(intended).toStrictEqual({ planned: 0, proposed: 1 });
});

test('beside a weak way the shorter one that is in part planned is told', async () => {
  const { paths, intendedPath } = await between('西山物理研究所', '北岭仪器公司');
  expect(paths).toStrictEqual([{ hops: 3, leastReal: 'operating' }]);
  expect(intendedPath).toStrictEqual({
    filters: ['modalities'],
    message: {
      zh: '不限状态时，最近的一条有 2 步，有的只是规划，是弱联系：西山物理研究所 → 机床 → 北岭仪器公司。',
    },
  });
});

test('of a single hop it is said that this step is only proposed', async () => {
  const { none } = await between('北岭省', '南海市', { maxHops: 1 });
  expect(none?.message.zh).toBe('按这些条件没有路径。不限状态时，最近的一条有 1 步，这一步只是建议：北岭省 → 南海市。');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { visitsWorld } from '../support/visits-world.ts';

let world: World;
let bare: World;
let ask: Ask;
beforeAll(async () => {
  [world, bare] = await Promise.all([visitsWorld(true), visitsWorld(false)]);
  ask = asker(world.store);
});
afterAll(() => Promise.all([world, bare].map((one) => one.dispose())));

const HOSTILE = '=HYPERLINK("http://x.example")泵业有限公司';
const FIELDS = `__typename
  ... on VisitingList { heads notes { word text } about { word text }
    rows { firm lists nature known seat products segments reasons signals introduction contact parks sources } }
  ... on InvalidConstraint { field message { zh } } ... on EntityNotFound { id }`;

type Told = {
  heads: string[];
  rows: Record<string, unknown>[];
  notes: { word: string; text: string }[];
  about: { word: string; text: string }[];
};

async function visits(names: readonly string[], more = '', of = ask): Promise<Told> {
  const region = await idByName(of, '甲市');
  const segment = await idByName(of, '叶轮');
  const firms = await Promise.all(names.map((name) => idByName(of, name)));
  const query = `query ($for: CandidatesFor!, $firms: [ID!]!) {
    visitingList(for: $for, firms: $firms ${more}) { ${FIELDS} } }`;
  return (await dataOf<{ visitingList: Told }>(of, query, { for: { segment, region }, firms })).visitingList;
}

test('a chosen firm stands with where it is, what it makes, why, through whom, how far contacts are and which sources', async () => {
  const { rows, heads } = await visits(['白鹿泵业有限公司']);
  expect(heads.slice(-2)).toStrictEqual(['责任人', '拜访时间']);
  expect(rows).toStrictEqual([
    {
      firm: '白鹿泵业有限公司',
      lists: ['规划点名', '在本地或有联系'],
      nature: ['现有（官方新闻）', '规划（政策）'],
      seat: ['外省'],
      products: ['铸造叶片'],
      segments: ['叶轮'],
      reasons: [
        '白鹿泵业有限公司生产铸造叶片。',
        '青石泵业有限公司向白鹿泵业有限公司供货。',
        '按规划，甲市拟引进白鹿泵业有限公司。',
      ],
      signals: ['规划，从事：叶轮（2025-02）'],
      introduction: ['甲市 → 青石泵业有限公司 → 白鹿泵业有限公司'],
      contact: ['2024-11，在谈，甲市商务局'],
      known: [],
      parks: ['甲高新区'],
      sources: [
        '总部或所在地：官方新闻《泵业新闻》2025-02，¶1',
        '对应环节、理由：官方新闻《泵业新闻》2025-02，¶2',
        '理由、引荐渠道：官方新闻《泵业新闻》2025-02，¶3',
        '理由：政策《甲市泵业招商方案》2025-01，¶3',
        '信号（日期）：官方新闻《泵业新闻》2025-02，¶4',
        '引荐渠道：官方新闻《甲市泵业见闻》2025-02，¶2',
        '接触状态：项目笔记《甲市商务局招商台账》2025-03，台账.csv!2',
        '承接园区：政策《丙省泵阀产业规划》2024-11，¶8',
        '承接园区：政策《甲市泵业招商方案》2025-01，¶4',
      ],
    },
  ]);
});

test('below it stand what was asked, the day, what was looked through, what is not said and who is left out', async () => {
  const { notes, about } = await visits(['白鹿泵业有限公司', HOSTILE]);
  expect(notes.map(({ word, text }) => `${word}：${text}`)).toStrictEqual([
    '问题：叶轮，甲市：可以和谁谈',
    '截至：2025-03',
    '没有说的：只写资料说到的：没有写到的是不知道，不是没有',
    '没有列的：另有 1 家候选没有选进这份清单',
    '没有列的：台账里已签约或落地：1 家（黑石阀业有限公司）',
  ]);
  expect(about.map(({ word, text }) => `${word}：${text}`)).toStrictEqual([
    '数据版本：3',
    '查了什么：6 份资料，最新 2025-02，38 条关系',
    '准不准：名单和候选排序的命中率没有测过',
  ]);
});

test('without a ledger each row says so', async () => {
  const { rows } = await visits(['黑石阀业有限公司'], '', asker(bare.store));
  expect(rows[0]?.['contact']).toStrictEqual(['没有导入接触台账，是否接触过不知道']);
});

test('who has signed is no candidate, nor who was never one', async () => {
  expect(await visits(['黑石阀业有限公司'])).toMatchObject({
    field: 'firms',
    message: { zh: '不在候选里：黑石阀业有限公司' },
  });
  expect(await visits([])).toMatchObject({ field: 'firms' });
});

test('in English heads and sentences are English', async () => {
  const { rows, heads, notes } = await visits(['白鹿泵业有限公司'], 'language: en');
  expect(heads[0]).toBe('Firm');
  expect(notes[0]).toStrictEqual({ word: 'Question', text: '叶轮 in 甲市: whom to talk to' });
  expect(rows[0]?.['contact']).toStrictEqual(['2024-11, talking, 甲市商务局']);
});

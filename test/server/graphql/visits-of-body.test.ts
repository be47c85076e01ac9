import { afterEach, expect, test } from 'vitest';
import { REASONS } from '#server/analysis/candidates/partners/reasons.ts';
import { VISIT_WORDS } from '#server/graphql/visits/visit-words.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { batteries, REGISTER } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

/** 陇省大学 is in a consortium with the one asked about, and in another with 金液有限公司. */
const MORE = [
  'LEADS,陇省大学,陇省氟化工创新联合体,operating,wish,¶4',
  'MEMBER_OF,金液有限公司,陇省氟化工创新联合体,operating,reg,¶6',
];

async function worldOf(): Promise<Ask> {
  world = await emptyWorld();
  await world.load(batteries(REGISTER, MORE, undefined, ['Consortium,陇省氟化工创新联合体']));
  return asker(world.store);
}

type Told = {
  field?: string;
  message?: { zh: string };
  rows: { firm: string; segments: string[]; reasons: string[]; sources: string[] }[];
  notes: { word: string; text: string }[];
  about: { word: string; text: string }[];
};

async function visits(ask: Ask, of: Readonly<Record<string, string>>, names: readonly string[], more = '') {
  const ids = await Promise.all(Object.entries(of).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const query = `query ($for: CandidatesFor!, $firms: [ID!]!) { visitingList(for: $for, firms: $firms ${more}) {
    ... on InvalidConstraint { field message { zh } }
    ... on VisitingList { rows { firm segments reasons sources } notes { word text } about { word text } } } }`;
  const firms = await Promise.all(names.map((name) => idByName(ask, name)));
  return (await dataOf<{ visitingList: Told }>(ask, query, { for: Object.fromEntries(ids), firms })).visitingList;
}

const OF_BODY = { body: '白液有限公司' };

test('a body that only the ranking of partners names stands with its terms in words and what they rest on', async () => {
  const { rows } = await visits(await worldOf(), OF_BODY, ['金液有限公司']);
  expect(rows).toStrictEqual([
    {
      firm: '金液有限公司',
      segments: ['电解液'],
      reasons: [
        '推算，不是资料说的：按以往联合体和项目的组成，同白液有限公司一起参加的可能是一般单位的 2.729 倍',
        '任何单位（0.101）',
        '参加过的联合体、项目多：陇省氟化工创新联合体（0.310）',
        '伙伴的伙伴：陇省大学（1.800）',
        '同一环节：电解液（0.247）',
        '相邻环节：电池（0.062）',
        '同一产业链：电池（0.062）',
        '这类单位常参加：企业（0.052）',
        '同一地方：陇省（0.095）',
      ],
      sources: [
        '总部或所在地、理由、引荐渠道：官方新闻《陇报》2025-02，¶2',
        '理由：名录《电解液企业与产品名录》2025，¶4',
        '理由、引荐渠道：名录《电解液企业与产品名录》2025，¶6',
        '理由、引荐渠道：建言《陇省提案》2023，¶4',
      ],
    },
  ]);
});

test('a partner in no tie is said to be counted as a newcomer, and a segment that both do is a ground', async () => {
  const { rows } = await visits(await worldOf(), OF_BODY, ['沪液有限公司'], 'language: en');
  expect(rows[0]?.reasons).toStrictEqual([
    'Worked out, not said by any source: by how past consortia and projects were made up, 0.592 times as likely as an average body to take part with 白液有限公司, no likelier than any body',
    'anyone (0.101)',
    'No consortium or project of it is seen: counted as a newcomer (0.207)',
    'same segment: 电解液 (0.165)',
    'segment beside it: 电池 (0.042)',
    'same chain: 电池 (0.042)',
    'a kind often sought: Company (0.035)',
  ]);
});

test('a term that nothing is written of is said to be counted as of an average body', () => {
  expect(VISIT_WORDS.byChance(REASONS.place, 81)).toStrictEqual({
    zh: '没有写：同一地方，按一般单位算（0.081）',
    en: 'Not written: same place, counted as of an average body (0.081)',
  });
});

test('a body that nothing ties to the one asked about is no candidate, however often its kind is sought', async () => {
  expect(await visits(await worldOf(), OF_BODY, ['金液有限公司', '金市大学'])).toMatchObject({
    field: 'firms',
    message: { zh: '不在候选里：金市大学' },
  });
});

test('below the list it is said how many were weighed; who works with it already stands by the lists alone', async () => {
  const { rows, notes } = await visits(await worldOf(), OF_BODY, ['金液有限公司', '远液有限公司']);
  expect(notes.filter(({ word }) => word === '没有列的').map(({ text }) => text)).toStrictEqual([
    '另有 2 家候选没有选进这份清单',
    '合作对象排序算过 9 家，这里只有选中的',
    '除了同在一地，没有别的依据，算过而没有列为合作对象：1 家',
    '没有专指这两家的依据，算过而没有列为合作对象：4 家',
  ]);
  expect(rows[1]?.reasons).toStrictEqual([
    '远液有限公司是陇省电解液创新联合体的成员单位。',
    '白液有限公司牵头陇省电解液创新联合体。',
  ]);
});

test('how well partners are ranked is told where the ranking made the choice', async () => {
  const ask = await worldOf();
  const unsaid = async (name: string) =>
    (await visits(ask, OF_BODY, [name])).about.filter(({ word, text }) => word === '准不准' && text.includes('命中率'));
  expect((await unsaid('金液有限公司')).map(({ text }) => text)).toStrictEqual([
    '合作对象排序的命中率没有测过：可以先隐去再找的已知例子不足 20 组',
  ]);
  expect(await unsaid('远液有限公司')).toStrictEqual([]);
});

test('a measured rate stands in words, beside the plain index', () => {
  const rate = (value: number) => ({ value, low: value - 50, high: value + 50 });
  const plain = { index: 'popularity', hit: rate(100) } as const;
  const measured = {
    measure: 'measured',
    hit: rate(725),
    plain,
    hidden: 400,
    groups: 90,
    drawnFrom: undefined,
  } as const;
  expect(VISIT_WORDS.rate(VISIT_WORDS.partners, measured)).toStrictEqual({
    zh: '合作对象排序的命中率：先隐去一部分已知的再找，前十名里找回 72.5 %（67.5 %–77.5 %），只按多少排是 10.0 %',
    en: 'Hit rate of the ranking of partners: of what is known and was hidden, 72.5 % (67.5 %–77.5 %) is among the first ten; by number alone 10.0 %',
  });
});

test('what is no partner at all is still named as none', async () => {
  expect(await visits(await worldOf(), OF_BODY, ['白市'])).toMatchObject({
    field: 'firms',
    message: { zh: '不在候选里：白市' },
  });
});

test('who is ranked for a segment is not said to be left out', async () => {
  const of = { segment: '电解液', region: '白市' };
  const { notes } = await visits(await worldOf(), of, ['金液有限公司']);
  expect(notes.filter(({ word }) => word === '没有列的').map(({ text }) => text)).toStrictEqual([
    '另有 7 家候选没有选进这份清单',
    '本地已见在产，不算引进对象：1 家（白液有限公司）',
    '同本地有往来，没有写它做这条链：1 家（沪光有限公司）',
    '只是计划研发，还没有成果：1 家（金市大学）',
  ]);
});

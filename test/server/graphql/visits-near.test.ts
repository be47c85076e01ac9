import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumpsAndValves } from '../support/pumps-and-valves.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function worldOf(many = 20): Promise<Ask> {
  world = await emptyWorld();
  await world.load(folderOf(pumpsAndValves(many)));
  return asker(world.store);
}

type Told = {
  field?: string;
  message?: { zh: string };
  rows: Record<'firm' | 'segments' | 'reasons' | 'contact' | 'sources', string | string[]>[];
  notes: { word: string; text: string }[];
  about: { word: string; text: string }[];
};

async function visits(ask: Ask, names: readonly string[], more = ''): Promise<Told> {
  const [segment, region, ...firms] = await Promise.all(['阀', '白市', ...names].map((name) => idByName(ask, name)));
  const query = `query ($for: CandidatesFor!, $firms: [ID!]!) { visitingList(for: $for, firms: $firms ${more}) {
    ... on InvalidConstraint { field message { zh } }
    ... on VisitingList { rows { firm segments reasons contact sources } notes { word text } about { word text } } } }`;
  return (await dataOf<{ visitingList: Told }>(ask, query, { for: { segment, region }, firms })).visitingList;
}

const textsOf = ({ notes }: Told, wanted: string) => notes.flatMap(({ word, text }) => (word === wanted ? [text] : []));

test('a firm that only does what is near stands as worked out, with what it does and the sources of that', async () => {
  const { rows } = await visits(await worldOf(), ['新泵有限公司']);
  expect(rows).toStrictEqual([
    {
      firm: '新泵有限公司',
      segments: ['相近：泵'],
      reasons: [
        '推算，不是资料说的：没有写到它做阀，按它做的环节同这个环节的远近排，相近程度 1.499（没有满分）',
        '同做这些环节的多：泵（1.402）',
        '相邻环节：泵（0.068）',
        '同一产业链：泵（0.029）',
        '新泵有限公司从事泵。',
      ],
      contact: ['台账里没有'],
      sources: ['理由：官方新闻《陇报》2024-02，¶2', '理由：官方新闻《陇报又一期》2025-05，¶2'],
    },
  ]);
});

test('the rate of that ranking is measured and said; who was ranked beside it is counted', async () => {
  const list = await visits(await worldOf(), ['新泵有限公司']);
  expect(textsOf(list, '没有说的')).toStrictEqual(['只写资料说到的：没有写到的是不知道，不是没有']);
  expect(list.about.filter(({ word }) => word === '准不准').map(({ text }) => text)).toStrictEqual([
    '相近环节排序的命中率：先隐去一部分已知的再找，前十名里找回 100.0 %（100.0 %–100.0 %），只按多少排是 100.0 %',
  ]);
  expect(textsOf(list, '没有列的').slice(0, 3)).toStrictEqual([
    '另有 1 家候选没有选进这份清单',
    '相近环节排序列出 3 家，这里只有选中的',
    '台账里已签约或落地：1 家（签泵有限公司）',
  ]);
});

test('who stands in a list too has the reasons of both, and each fact once', async () => {
  const { rows, about } = await visits(await worldOf(), ['近泵有限公司']);
  expect(rows).toMatchObject([
    {
      segments: ['相近：泵'],
      reasons: [
        '近泵有限公司从事泵。',
        '没有说的：没有写它做这个环节，写的是同一条链的别的环节；没有写它的产品',
        '推算，不是资料说的：没有写到它做阀，按它做的环节同这个环节的远近排，相近程度 1.499（没有满分）',
        '同做这些环节的多：泵（1.402）',
        '相邻环节：泵（0.068）',
        '同一产业链：泵（0.029）',
      ],
      sources: ['总部或所在地、理由：官方新闻《陇报》2024-02，¶2'],
    },
  ]);
  expect(about.map(({ text }) => text)).toContainEqual('名单和候选排序的命中率没有测过');
});

test('in English it says so too', async () => {
  const { rows, about } = await visits(await worldOf(), ['新泵有限公司'], 'language: en');
  expect(rows[0]?.segments).toStrictEqual(['near: 泵']);
  expect(rows[0]?.reasons[0]).toContain('Worked out, not said by any source: nothing is written of it in 阀');
  expect(about.map(({ text }) => text)).toContainEqual(
    'Hit rate of the ranking by nearness: of what is known and was hidden, 100.0 % (100.0 %–100.0 %) is among the first ten; by number alone 100.0 %',
  );
});

test('who has signed, or does nothing near, or where too few are known to rank, stands in no list', async () => {
  const ask = await worldOf();
  expect(await visits(ask, ['签泵有限公司'])).toMatchObject({ message: { zh: '不在候选里：签泵有限公司' } });
  expect(await visits(ask, ['无泵有限公司'])).toMatchObject({ message: { zh: '不在候选里：无泵有限公司' } });
  await world?.dispose();
  expect(await visits(await worldOf(19), ['新泵有限公司'])).toMatchObject({ field: 'firms' });
});

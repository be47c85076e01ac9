import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

const SET = `id: tie
title: { zh: 小例, en: small }
licence: CC0-1.0
sources: [{ id: news, title: 报, class: official_news, publisher: 甲报, date: 2024, visibility: public }]
tables:
  - file: things.csv
    source: { is: news }
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { is: news }
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states: [{ relationship: { column: type }, from: from, to: to, modality: { is: operating } }]
`;
const THINGS = `kind,name
Company,泰基公司
Company,科近泰基
Company,泰基离子
Consortium,联合体
Institute,近物所
Segment,治疗
University,兰大
`;
/** The name in doubt stands in the consortium; one reading has a tie of its own to the end, the other only a segment. */
const TIES = `from,type,to
泰基公司,LEADS,联合体
兰大,MEMBER_OF,联合体
科近泰基,COLLABORATES_WITH,近物所
近物所,COLLABORATES_WITH,兰大
泰基离子,ACTIVE_IN,治疗
兰大,ACTIVE_IN,治疗
`;
const unsure = (name: string, rank: number) =>
  JSON.stringify({
    verdict: 'unsure',
    left: { source: 'news', kind: 'Company', name: '泰基公司' },
    right: { source: 'news', kind: 'Company', name },
    rank,
    reason: '写法相近',
    who: 'curator',
    at: '2025-01-01',
  });

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function loaded(): Promise<Ask> {
  world = await emptyWorld();
  const decisions = [unsure('科近泰基', 1), unsure('泰基离子', 2)].join('\n');
  await world.load(
    folderOf({ 'dataset.yml': SET, 'things.csv': THINGS, 'ties.csv': TIES, 'decisions.jsonl': `${decisions}\n` }),
  );
  return asker(world.store);
}

const QUERY = `query ($input: PathInput!) { paths(input: $input) { ... on PathSet { without {
  entity { name } path { ...P } otherReadings { ...P } truncated } } } }
  fragment P on Path { readings weak { entity { name } } entities { name } }`;

type Told = { readings: number; weak: { entity: { name: string } }[]; entities: { name: string }[] };
type Left = { entity: { name: string }; path: Told | null; otherReadings: Told[]; truncated: boolean };

async function without(ask: Ask, from: string, to: string, more: Record<string, unknown> = {}): Promise<unknown> {
  const input = { from: [await idByName(ask, from)], to: [await idByName(ask, to)], k: 1, ...more };
  const { paths } = await dataOf<{ paths: { without: Left[] } }>(ask, QUERY, { input });
  const told = ({ weak, entities }: Told) => ({
    way: entities.map(({ name }) => name).join(' '),
    weak: weak.map(({ entity }) => entity.name),
  });
  return paths.without.map(({ entity, path, otherReadings, truncated }) => ({
    gone: entity.name,
    left: path && told(path),
    others: otherReadings.map(told),
    truncated,
  }));
}

const SURE = { way: '泰基公司 科近泰基 近物所 兰大', weak: [] };
const SHARED = { way: '泰基公司 泰基离子 治疗 兰大', weak: ['治疗'] };

test('without the one between, each reading of a name in doubt says by itself what is left, from either end', async () => {
  const ask = await loaded();
  for (const weight of ['HOPS', 'COST']) {
    const [one] = (await without(ask, '泰基公司', '兰大', { weight })) as { left: unknown; others: unknown[] }[];
    expect(one).toMatchObject({ gone: '联合体', truncated: false });
    expect([one?.left, ...(one?.others ?? [])]).toHaveLength(2);
    expect([one?.left, ...(one?.others ?? [])]).toEqual(expect.arrayContaining([SURE, SHARED]));
  }
  const turned = (way: string) => way.split(' ').toReversed().join(' ');
  const [back] = (await without(ask, '兰大', '泰基公司')) as { left: typeof SURE; others: (typeof SURE)[] }[];
  expect(new Set([back?.left, ...(back?.others ?? [])].map((path) => path?.way))).toEqual(
    new Set([turned(SURE.way), turned(SHARED.way)]),
  );
});

test('a reading by which nothing is left is not in the list, and a way without a doubt asks for no other reading', async () => {
  const ask = await loaded();
  const id = await idByName(ask, '治疗');
  expect(await without(ask, '泰基公司', '兰大', { exclude: [id] })).toEqual([
    { gone: '联合体', left: SURE, others: [], truncated: false },
  ]);
  expect(await without(ask, '科近泰基', '兰大')).toEqual([
    { gone: '近物所', left: { way: '科近泰基 泰基公司 联合体 兰大', weak: [] }, others: [], truncated: false },
  ]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

const ION = '甘肃省离子放射治疗技术创新联合体';
const MEDICINE = '甘肃中医药产业创新联合体';
const INSTITUTE = '中国科学院近代物理研究所';
const FIRST_READING = '兰州科近泰基新技术有限责任公司';
const OTHER_READING = '兰州泰基离子技术有限公司';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

type Named = { readonly name: string };
type Listed = {
  readonly entity: Named & { readonly id: string };
  readonly state: string;
  readonly modality: string;
  readonly leads: readonly Named[];
  readonly chains: readonly { readonly chain: Named }[];
  readonly unknown: readonly { readonly what: string }[];
};
type Consortia = {
  readonly total: number;
  readonly sums: readonly { readonly state: string; readonly count: number }[];
  readonly figures: readonly {
    readonly indicator: { readonly value: string; readonly entity: Named };
    readonly apart: { readonly zh: string };
  }[];
  readonly wanted: readonly { readonly label: { readonly zh: string }; readonly keepers: readonly Named[] }[];
  readonly edges: readonly { readonly node: Listed }[];
};

async function listed(): Promise<Consortia> {
  const query = `{ consortia(first: 50) { ... on Consortia { total sums { state count }
    figures { indicator { value entity { name } } apart { zh } } wanted { label { zh } keepers { name } }
    edges { node { entity { id name } state modality leads { name } chains { chain { name } } unknown { what } } } } } }`;
  return (await gansu.ask<{ consortia: Consortia }>(query)).consortia;
}

type Row = {
  readonly entity: Named;
  readonly also: readonly string[];
  readonly passages: readonly { locator: string }[];
};
type Page = {
  readonly roles: readonly { readonly role: string; readonly standing: number; readonly rows: readonly Row[] }[];
  readonly unknown: readonly { readonly what: string }[];
  readonly doubts: readonly {
    readonly printed: Named;
    readonly roles: readonly string[];
    readonly readings: readonly {
      readonly reading: { readonly rank: number; readonly to: Named };
      readonly relations: number;
      readonly hopsNow: number | null;
      readonly nearer: readonly Named[];
      readonly fewer: readonly Named[];
    }[];
  }[];
  readonly skills: readonly {
    readonly chain: Named;
    readonly registered: boolean;
    readonly seen: readonly Named[];
    readonly unseen: readonly {
      readonly segment: Named;
      readonly perhaps: readonly Named[];
      readonly bringers: readonly { readonly entity: Named; readonly ways: readonly string[] }[];
    }[];
  }[];
};

async function pageOf(name: string): Promise<Page> {
  const id = (await listed()).edges.find(({ node }) => node.entity.name === name)?.node.entity.id;
  const query = `query ($id: ID!) { consortium(id: $id) { ... on ConsortiumTie {
    roles { role standing rows { entity { name } also passages { locator } } } unknown { what }
    doubts { printed { name } roles readings { reading { rank to { name } } relations hopsNow nearer { name } fewer { name } } }
    skills { chain { name } registered seen { name } unseen { segment { name } perhaps { name } bringers { entity { name } ways } } }
  } } }`;
  return (await gansu.ask<{ consortium: Page }>(query, { id })).consortium;
}

const names = (list: readonly Named[]) => list.map(({ name }) => name);

test('the eight consortia that the documents name, by what is seen of their lists', async () => {
  const { total, sums, edges } = await listed();
  expect(total).toBe(8);
  expect(sums.map(({ state, count }) => `${state} ${count}`)).toEqual([
    'complete 0',
    'open 1',
    'lead_only 1',
    'name_only 4',
    'forming 2',
    'proposed 0',
  ]);
  expect(edges.map(({ node }) => [node.entity.name, node.state, node.modality])).toEqual([
    [ION, 'open', 'operating'],
    [MEDICINE, 'lead_only', 'operating'],
    ['甘肃省动物用生物制品创新联合体', 'name_only', 'operating'],
    ['甘肃省化工新材料创新联合体', 'name_only', 'operating'],
    ['甘肃省核燃料循环技术研发与核技术应用创新联合体', 'name_only', 'operating'],
    ['甘肃省能源装备创新联合体', 'name_only', 'operating'],
    ['甘肃省乳产业创新联合体', 'forming', 'building'],
    ['甘肃省铜铅锌资源高值高效利用创新联合体', 'forming', 'building'],
  ]);
});

test('of each it is told what no document says, and nothing of that is called missing that a document does say', async () => {
  const { edges } = await listed();
  const unknown = new Map(edges.map(({ node }) => [node.entity.name, node.unknown.map(({ what }) => what).join(' ')]));
  expect(unknown.get(ION)).toBe('all_members founded approver batch funds division results');
  expect(unknown.get(MEDICINE)).toBe('members all_members products batch funds division');
  const bare = 'lead members all_members founded products approver batch funds division results';
  for (const of of ['动物用生物制品', '化工新材料', '核燃料循环技术研发与核技术应用', '能源装备', '乳产业']) {
    expect(unknown.get(`甘肃省${of}创新联合体`)).toBe(bare);
  }
  expect(unknown.get('甘肃省铜铅锌资源高值高效利用创新联合体')).toBe(bare.replace('products', 'industry products'));
});

test('the counts of the documents stand beside the list with their scope, and nothing is subtracted', async () => {
  const { figures, wanted } = await listed();
  expect(figures.map(({ indicator }) => [indicator.entity.name, indicator.value])).toEqual([
    ['甘肃省', '13'],
    ['兰白两区', '6'],
  ]);
  for (const { apart } of figures) expect(apart.zh).toMatch(/不相减$/);
  expect(wanted).toEqual([{ label: { zh: '甘肃省创新联合体名录' }, keepers: [] }]);
});

test('the consortium of ion radiotherapy: who is what in it, each with its paragraph', async () => {
  const { roles } = await pageOf(ION);
  expect(roles.map(({ role, standing, rows }) => [role, standing, rows.length])).toEqual([
    ['lead', 1, 1],
    ['member', 4, 4],
    ['partner', 2, 2],
    ['tester', 2, 2],
    ['direction', 2, 2],
    ['lead_direction', 0, 2],
  ]);
  const members = roles.find(({ role }) => role === 'member')?.rows ?? [];
  expect(names(members.map(({ entity }) => entity))).toEqual([
    '金川集团精密铜材有限公司',
    '兰州大学',
    INSTITUTE,
    '北京市医疗器械检验研究院',
  ]);
  for (const { passages } of members) expect(passages.map(({ locator }) => locator)).toEqual(['¶36']);
  const testers = roles.find(({ role }) => role === 'tester')?.rows ?? [];
  expect(testers.map(({ entity, also }) => [entity.name, also])).toEqual([
    ['北京市医疗器械检验研究院', ['member']],
    ['甘肃省医疗器械检验所', []],
  ]);
});

test('its lead has a doubtful name; each reading says what it would change', async () => {
  const [doubt, ...others] = (await pageOf(ION)).doubts;
  expect(others).toEqual([]);
  expect([doubt?.printed.name, doubt?.roles]).toEqual(['兰州泰基公司', ['lead']]);
  expect(
    doubt?.readings.map(({ reading, relations, hopsNow, nearer, fewer }) => [
      reading.to.name,
      relations,
      hopsNow,
      nearer.length,
      fewer.length,
    ]),
  ).toEqual([
    [FIRST_READING, 4, 2, 5, 0],
    [OTHER_READING, 4, 3, 5, 0],
  ]);
});

test('segments not seen among its bodies, who else has them, and whom the doubtful name may bring', async () => {
  const [skills] = (await pageOf(ION)).skills;
  expect([skills?.chain.name, skills?.registered]).toEqual(['离子放射治疗', false]);
  expect(names(skills?.seen ?? [])).toEqual(['离子放射治疗技术研发', '装置检验检测']);
  const made = skills?.unseen.find(({ segment }) => segment.name === '医用重离子加速器生产');
  expect(names(made?.perhaps ?? [])).toEqual([FIRST_READING]);
  expect(made?.bringers.map(({ entity, ways }) => [entity.name, ways])).toEqual([
    ['兰州重离子加速器国家实验室', ['research']],
  ]);
  const silent = skills?.unseen.filter(({ bringers, perhaps }) => bringers.length === 0 && perhaps.length === 0) ?? [];
  expect(names(silent.map(({ segment }) => segment))).toEqual([
    '装置关键材料',
    '装置部件与子系统',
    '产品注册',
    '治疗计划制定',
    '远程会诊',
  ]);
});

test('a consortium that names its own segment is not asked for the rest of a wide industry', async () => {
  const skills = (await pageOf(MEDICINE)).skills.map(({ chain, seen, unseen }) => [
    chain.name,
    names(seen),
    unseen.length,
  ]);
  expect(skills).toEqual([
    ['中医药', ['现代中医药', '中药材评价'], 0],
    ['生物医药', ['现代中医药'], 0],
  ]);
});

test('two of its members are connected through it and by no tie of their own', async () => {
  type Answer = { paths: { paths: { entities: Named[] }[] } };
  const page = await pageOf(ION);
  const ids = new Map<string, string>();
  for (const text of ['金川集团精密铜材有限公司', '甘肃省人民医院']) {
    const query = 'query ($text: String!) { search(text: $text, first: 1) { edges { node { entity { id } } } } }';
    type Hit = { search: { edges: { node: { entity: { id: string } } }[] } };
    ids.set(text, (await gansu.ask<Hit>(query, { text })).search.edges[0]?.node.entity.id ?? '');
  }
  const [from, to] = [...ids.values()];
  const { paths } = await gansu.ask<Answer>(
    `query ($from: ID!, $to: ID!) { paths(input: { from: [$from], to: [$to], k: 5, maxHops: 2 }) { ... on PathSet { paths { entities { name } } } } }`,
    { from, to },
  );
  expect(page.roles.flatMap(({ rows }) => names(rows.map(({ entity }) => entity)))).toEqual(
    expect.arrayContaining([...ids.keys()]),
  );
  expect(paths.paths.map(({ entities }) => names(entities))).toEqual([
    ['金川集团精密铜材有限公司', ION, '甘肃省人民医院'],
  ]);
});

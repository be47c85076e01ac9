import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { batteries } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function worldOf(more: readonly string[] = [], things: readonly string[] = []): Promise<Ask> {
  world = await emptyWorld();
  await world.load(batteries('', more, undefined, things));
  return asker(world.store);
}

async function candidates<T>(ask: Ask, names: Readonly<Record<string, string>>, fields: string): Promise<T> {
  const ids = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for) { ... on Candidates { ${fields} } } }`;
  return (await dataOf<{ candidates: T }>(ask, query, { for: Object.fromEntries(ids) })).candidates;
}

const ELECTROLYTE = { segment: '电解液', region: '白市' };
const LIST = 'rows { body { name } ties { label { zh } } }';
const LISTS = `named { ${LIST} } ties { ${LIST} } leftOut { reason bodies { name } }`;
type Named = { name: string };
type List = { rows: { body: Named; ties: { label: { zh: string } }[] }[] };
type Lists = { named: List; ties: List; leftOut: { reason: string; bodies: Named[] }[] };
const labels = ({ rows }: List) => rows.map(({ body, ties }) => [body.name, ...ties.map(({ label }) => label.zh)]);
const left = ({ leftOut }: Lists) => leftOut.map(({ reason, bodies }) => [reason, ...bodies.map(({ name }) => name)]);

const PLANNED = 'COLLABORATES_WITH,金液有限公司,白液有限公司,planned';
const PROPOSED = 'COLLABORATES_WITH,沪膜有限公司,白液有限公司,proposed,wish,¶9';

test('what is only planned or proposed is called so, and stands among what documents name', async () => {
  const answer = await candidates<Lists>(await worldOf([PLANNED, PROPOSED]), ELECTROLYTE, LISTS);
  expect(labels(answer.named)).toStrictEqual([['金液有限公司', '规划中的合作'], ['宁时有限公司']]);
  expect(labels(answer.ties)).toContainEqual(['沪膜有限公司', '直接往来', '建议的合作']);
  expect(left(answer)).not.toContainEqual(['no_tie', '金液有限公司']);
});

test('for a body a plan and dealings stand in lists of their own', async () => {
  const answer = await candidates<Lists>(await worldOf([PLANNED, PROPOSED]), { body: '白液有限公司' }, LISTS);
  expect(labels(answer.named)).toStrictEqual([
    ['金液有限公司', '规划中的合作'],
    ['沪膜有限公司', '建议的合作'],
  ]);
  expect(labels(answer.ties)).toStrictEqual([
    ['远液有限公司', '同一创新联合体'],
    ['陇省大学', '同一创新联合体'],
  ]);
});

/** 沪属有限公司 is of a house with 白液有限公司; 沪膜有限公司 belongs to it and works with 白市. */
const HOUSE = [
  'LOCATED_IN,沪属有限公司,沪市',
  'PRODUCES,沪属有限公司,甲电解液',
  'SUBSIDIARY_OF,沪属有限公司,白液有限公司',
  'SUBSIDIARY_OF,沪膜有限公司,白液有限公司',
];
const BRANCH = ['Company,沪属有限公司'];

test('to belong to somebody is an affiliation and no dealings; who does both has both, apart', async () => {
  const ask = await worldOf(HOUSE, BRANCH);
  const ofRegion = labels((await candidates<Lists>(ask, ELECTROLYTE, LISTS)).ties);
  expect(ofRegion).toContainEqual(['沪属有限公司', '隶属关系']);
  expect(ofRegion).toContainEqual(['沪膜有限公司', '隶属关系', '直接往来']);
  const ofBody = await candidates<Lists>(ask, { body: '白液有限公司' }, LISTS);
  expect(labels(ofBody.ties)).toContainEqual(['沪属有限公司', '隶属关系']);
  const ofBranch = await candidates<Lists>(ask, { body: '沪属有限公司' }, LISTS);
  expect(labels(ofBranch.ties)).toStrictEqual([['白液有限公司', '隶属关系']]);
});

test('an affiliation that is only planned is called so', async () => {
  const planned = HOUSE.map((line) => (line.startsWith('SUBSIDIARY_OF,沪属') ? `${line},planned` : line));
  const answer = await candidates<Lists>(await worldOf(planned, BRANCH), { body: '白液有限公司' }, LISTS);
  expect(labels(answer.named)).toStrictEqual([['沪属有限公司', '规划中的隶属关系']]);
});

test('whoever belongs to a body introduces, and is not ranked as somebody new', async () => {
  const ask = await worldOf(HOUSE, BRANCH);
  type Told = {
    introduction: { state: string; path: { entities: Named[] } };
    partners: { rows: { body: Named }[] };
  };
  const introduction = `introduction(to: "${await idByName(ask, '沪属有限公司')}") { state path { entities { name } } }`;
  const region = await candidates<Told>(ask, ELECTROLYTE, introduction);
  expect(region.introduction.state).toBe('way');
  expect(region.introduction.path.entities.map(({ name }) => name)).toStrictEqual([
    '白市',
    '白液有限公司',
    '沪属有限公司',
  ]);
  const { partners } = await candidates<Told>(ask, { body: '白液有限公司' }, 'partners { rows { body { name } } }');
  expect(partners.rows.map(({ body }) => body.name)).not.toContain('沪属有限公司');
});

test('a firm that is only written to be in the wider area is not here: it is left out by name', async () => {
  const firm = ['LOCATED_IN,陇液有限公司,陇省', 'PRODUCES,陇液有限公司,甲电解液'];
  const answer = await candidates<Lists>(await worldOf(firm, ['Company,陇液有限公司']), ELECTROLYTE, LISTS);
  expect(labels(answer.ties).map(([name]) => name)).not.toContain('陇液有限公司');
  expect(left(answer)).toContainEqual(['wider_place', '陇液有限公司']);
});

test('an introduction is the best path through somebody: a plan is none, nor is to be in the region', async () => {
  type Way = {
    state: string;
    plans: { label: { zh: string }; with: Named[] }[];
    path: { entities: Named[] } | null;
  };
  const ask = await worldOf([PLANNED]);
  const to = async (name: string) => {
    const fields = `introduction(to: "${await idByName(ask, name)}") {
      state plans { label { zh } with { name } } path { entities { name } } }`;
    const { introduction } = await candidates<{ introduction: Way }>(ask, ELECTROLYTE, fields);
    const { state, plans, path } = introduction;
    return [
      state,
      ...plans.map(({ label, with: others }) => `${label.zh} ${others.map((one) => one.name).join('、')}`),
      ...(path === null ? [] : [path.entities.map((one) => one.name).join(' → ')]),
    ];
  };
  expect(await to('沪液有限公司')).toStrictEqual(['way', '白高新区 → 沪液有限公司']);
  expect(await to('远液有限公司')).toStrictEqual(['way', '白市 → 白液有限公司 → 陇省电解液创新联合体 → 远液有限公司']);
  expect(await to('宁时有限公司')).toStrictEqual(['none']);
  expect(await to('金液有限公司')).toStrictEqual(['none', '规划中的合作 白液有限公司']);
  expect(await to('白芯有限公司')).toStrictEqual(['here']);
});

test('how many of the lists are written to do what is asked for is said', async () => {
  const ask = await worldOf();
  const doing = async (names: Readonly<Record<string, string>>) =>
    (await candidates<{ doing: { zh: string } | null }>(ask, names, 'doing { zh }')).doing?.zh;
  expect(await doing(ELECTROLYTE)).toBe('三份名单共 7 家，其中 2 家写明在做这个环节，1 家写明研究或开发。');
  expect(await doing({ chain: '电池', region: '白市' })).toBe(
    '三份名单共 6 家，其中 3 家写明在做这条产业链，1 家写明研究或开发，1 家只写到规划或建议。',
  );
  expect(await doing({ body: '白液有限公司' })).toBe(undefined);
});

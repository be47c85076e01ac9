import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

async function idOf(name: string, kind: string): Promise<string> {
  const query = `query ($text: String!, $kind: Kind!) {
    search(text: $text, kinds: [$kind], first: 1) { edges { node { entity { id name } } } } }`;
  type Answer = { search: { edges: { node: { entity: { id: string; name: string } } }[] } };
  const hit = (await gansu.ask<Answer>(query, { text: name, kind })).search.edges[0]?.node.entity;
  expect(hit?.name).toBe(name);
  return hit?.id ?? '';
}

type Group = readonly { readonly entity: { readonly name: string } }[];
type Cell = {
  readonly segment: { readonly name: string };
  readonly judgement: { readonly state: string; readonly sole: boolean; readonly contradicted: boolean };
  readonly planned: readonly object[];
  readonly proposed: readonly object[];
  readonly areas: readonly object[];
  readonly operating: Group;
  readonly building: Group;
  readonly unplaced: Group;
  readonly intended: Group;
};

const BOARD = `query ($chain: ID!, $regions: [ID!]!) { board(chain: $chain, regions: $regions) { ... on Board { cells {
  segment { name } judgement { state sole contradicted } planned { id } proposed { id } areas { id }
  operating { entity { name } } building { entity { name } } unplaced { entity { name } } intended { entity { name } }
} } } }`;

/** What the cell of a segment in a region shows, without what is empty. */
async function cellOf(chain: string, segment: string, region: string, kind = 'Place'): Promise<object> {
  const variables = { chain: await idOf(chain, 'Chain'), regions: [await idOf(region, kind)] };
  const { board } = await gansu.ask<{ board: { cells: readonly Cell[] } }>(BOARD, variables);
  const cell = board.cells.find((one) => one.segment.name === segment);
  if (cell === undefined) throw new Error(`no segment ${segment} of ${chain}`);
  const { state, sole, contradicted } = cell.judgement;
  const names = (group: Group) => group.map(({ entity }) => entity.name).sort();
  const shown = {
    planned: cell.planned.length,
    proposed: cell.proposed.length,
    areas: cell.areas.length,
    operating: names(cell.operating),
    building: names(cell.building),
    unplaced: names(cell.unplaced),
    intended: names(cell.intended),
  };
  const filled = Object.entries(shown).filter(([, value]) => (Array.isArray(value) ? value.length > 0 : value !== 0));
  return {
    state: [state, ...(sole ? ['sole'] : []), ...(contradicted ? ['contradicted'] : [])].join(' '),
    ...Object.fromEntries(filled),
  };
}

test('the only designer of the accelerator is sole in the zone, the commissioning of two is in conflict', async () => {
  const firm = '兰州科近泰基新技术有限责任公司';
  expect(await cellOf('离子放射治疗', '医用重离子加速器设计', '兰州新区', 'Park')).toEqual({
    state: 'present sole',
    operating: [firm],
  });
  expect(await cellOf('离子放射治疗', '医用重离子加速器调试', '兰州新区', 'Park')).toEqual({
    state: 'present contradicted',
    operating: ['兰州泰基离子技术有限公司', firm],
  });
  expect(await cellOf('离子放射治疗', '装置部件与子系统', '兰州市')).toEqual({
    state: 'unsurveyed',
    intended: ['兰州泰基公司'],
  });
});

test('the isotope laboratory builds in the province, and counts for isotopes of the nuclear chain too', async () => {
  const laboratory = '甘肃省同位素实验室';
  const alpha = ['同位素药物', '阿尔法同位素量产'] as const;
  expect(await cellOf(...alpha, '甘肃省')).toEqual({ state: 'present', proposed: 1, building: [laboratory] });
  expect(await cellOf(...alpha, '兰州市')).toEqual({ state: 'unsurveyed', unplaced: [laboratory] });
  expect(await cellOf('核产业', '同位素', '甘肃省')).toEqual({
    state: 'present',
    planned: 3,
    operating: ['原子高科'],
    building: [laboratory],
    intended: ['中国科学院近代物理研究所', '兰州大学'],
  });
});

test('a plant known only to be in the zones could be in any city that they reach into, and counts in none', async () => {
  for (const city of ['兰州市', '白银市']) {
    expect(await cellOf('绿色化工', '化工新材料', city)).toMatchObject({ state: 'unsurveyed', unplaced: ['兰州石化'] });
  }
  expect(await cellOf('绿色化工', '化工新材料', '庆阳市')).toEqual({ state: 'unsurveyed' });
});

test('what is asked for stands in the cell of the place that it is asked of', async () => {
  expect(await cellOf('算力', '数据中心', '庆阳市')).toEqual({ state: 'unsurveyed', planned: 1, proposed: 1 });
  expect(await cellOf('算力', '数据中心', '兰州新区', 'Park')).toEqual({
    state: 'present',
    areas: 2,
    building: ['中国移动'],
  });
  expect(await cellOf('新能源电池', '铜箔', '兰州新区', 'Park')).toEqual({ state: 'unsurveyed', planned: 1 });
  expect(await cellOf('量子精密测量', '原子钟与频率标准', '甘肃省')).toEqual({
    state: 'unsurveyed',
    proposed: 1,
    intended: ['量子精密测量研发创新平台'],
  });
  expect(await cellOf('清洁能源', '风电发电', '平凉市')).toEqual({ state: 'unsurveyed', areas: 1 });
});

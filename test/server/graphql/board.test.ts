import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName } from '../support/ask.ts';
import { pumps, REGISTER } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

type Cell = {
  readonly segment: { readonly name: string };
  readonly region: { readonly name: string };
  readonly judgement: { readonly state: string; readonly sole: boolean };
  readonly planned: readonly object[];
  readonly proposed: readonly object[];
  readonly operating: readonly object[];
  readonly unplaced: readonly object[];
  readonly wantedRegister: { readonly zh: string } | null;
};

async function boardOf(folder: string): Promise<readonly string[]> {
  world ??= await emptyWorld();
  await world.load(folder);
  const ask = asker(world.store);
  const [chain, one, other] = [await idByName(ask, '泵业'), await idByName(ask, '甲市'), await idByName(ask, '乙市')];
  const query = `query ($chain: ID!, $regions: [ID!]!) { board(chain: $chain, regions: $regions) { ... on Board {
    cells { segment { name } region { name } judgement { state sole } planned { id } proposed { id }
      operating { entity { id } } unplaced { entity { id } } wantedRegister { zh } } } } }`;
  type Answer = { board: { cells: readonly Cell[] } };
  const { board } = await dataOf<Answer>(ask, query, { chain, regions: [one, other] });
  return board.cells.map(({ segment, region, judgement, operating }) =>
    [region.name, segment.name, operating.length, judgement.state, ...(judgement.sole ? ['sole'] : [])].join(' '),
  );
}

const WITHOUT = [
  '甲市 原料 1 present',
  '乙市 原料 1 present',
  '甲市 泵体 2 present',
  '乙市 泵体 0 unsurveyed',
  '甲市 整机 5 strong',
  '乙市 整机 0 unsurveyed',
  '甲市 应用 0 unsurveyed',
  '乙市 应用 0 unsurveyed',
  '甲市 运维 3 present',
  '乙市 运维 2 present',
];

test('every state and mark appears where a register covers, and only there', async () => {
  expect(await boardOf(pumps(REGISTER))).toEqual([
    '甲市 原料 1 weak sole',
    '乙市 原料 1 present',
    '甲市 泵体 2 weak',
    '乙市 泵体 0 unsurveyed',
    '甲市 整机 5 strong',
    '乙市 整机 0 unsurveyed',
    '甲市 应用 0 missing',
    '乙市 应用 0 unsurveyed',
    '甲市 运维 3 present',
    '乙市 运维 2 present',
  ]);
  expect(await boardOf(pumps(''))).toEqual(WITHOUT);
});

test('a register of a place that contains the region covers it, one of long ago does not', async () => {
  const wide = await boardOf(pumps(REGISTER.replace('place: 甲市', 'place: 丙省')));
  expect(wide.filter((cell) => cell.includes('missing'))).toEqual([
    '乙市 泵体 0 missing',
    '乙市 整机 0 missing',
    '甲市 应用 0 missing',
    '乙市 应用 0 missing',
  ]);
  expect(await boardOf(pumps(REGISTER.replace('date: 2025', 'date: 2020')))).toEqual(WITHOUT);
});

test('an actor that nobody places, or only in the province, forbids scarcity in every region it could be in', async () => {
  const unplaced = ['Company,某泵有限公司,', 'ACTIVE_IN,某泵有限公司,应用,operating,,,,news'];
  expect(await boardOf(pumps(REGISTER, unplaced))).toContain('甲市 应用 0 unsurveyed');
  const inProvince = [...unplaced, 'LOCATED_IN,某泵有限公司,丙省,operating,,,,news'];
  expect(await boardOf(pumps(REGISTER, inProvince))).toContain('甲市 应用 0 unsurveyed');
  const elsewhere = [...unplaced, 'LOCATED_IN,某泵有限公司,乙市,operating,,,,news'];
  const told = await boardOf(pumps(REGISTER, elsewhere));
  expect(told).toEqual(expect.arrayContaining(['甲市 应用 0 missing', '乙市 应用 1 present']));
});

test('what is planned or wished for is asked for, and never counted as operating', async () => {
  world = await emptyWorld();
  await world.load(pumps(''));
  const ask = asker(world.store);
  const [chain, one, all] = [await idByName(ask, '泵业'), await idByName(ask, '甲市'), await idByName(ask, '丙省')];
  const query = `query ($chain: ID!, $regions: [ID!]!) { board(chain: $chain, regions: $regions) { ... on Board { cells {
    segment { name } region { name } planned { sentence { zh } } proposed { sentence { zh } } operating { entity { id } }
    wantedRegister { zh } } } } }`;
  type Said = { sentence: { zh: string } };
  type Answer = { board: { cells: (Cell & { planned: Said[]; proposed: Said[] })[] } };
  const { board } = await dataOf<Answer>(ask, query, { chain, regions: [one, all] });
  const told = board.cells
    .filter(({ segment }) => segment.name === '应用')
    .map(({ region, planned, proposed, operating, wantedRegister }) => [
      region.name,
      planned.length,
      proposed.length,
      operating.length,
      wantedRegister?.zh,
    ]);
  expect(told).toEqual([
    ['甲市', 1, 0, 0, '甲市应用企业名录'],
    ['丙省', 1, 1, 0, '丙省应用企业名录'],
  ]);
});

test('an actor of a part counts for the whole, what is asked of the part is not asked of the whole', async () => {
  const part = [
    'Segment,叶轮,',
    'Company,叶轮有限公司,',
    'SEGMENT_OF,叶轮,泵业,operating,,,,news',
    'PART_OF,叶轮,应用,operating,,,,news',
    'LOCATED_IN,叶轮有限公司,甲市,operating,,,,news',
    'ACTIVE_IN,叶轮有限公司,叶轮,operating,,,,news',
    'ACTIVE_IN,乙市,叶轮,planned,,,,news',
  ];
  const told = await boardOf(pumps('', part));
  expect(told).toEqual(expect.arrayContaining(['甲市 叶轮 1 present', '甲市 应用 1 present']));
  const ask = asker((world as World).store);
  const [chain, city] = [await idByName(ask, '泵业'), await idByName(ask, '乙市')];
  const query = `query ($chain: ID!, $city: ID!) { board(chain: $chain, regions: [$city]) { ... on Board {
    cells { segment { name } planned { id } } } } }`;
  type Answer = { board: { cells: readonly Pick<Cell, 'segment' | 'planned'>[] } };
  const { board } = await dataOf<Answer>(ask, query, { chain, city });
  const asked = new Map(board.cells.map(({ segment, planned }) => [segment.name, planned.length]));
  expect([asked.get('叶轮'), asked.get('应用')]).toEqual([1, 0]);
});

test('an actor of a part that stands in another chain counts for the whole too', async () => {
  const valve = [
    'Segment,密封件,',
    'Chain,密封业,',
    'Company,密封件有限公司,',
    'SEGMENT_OF,密封件,密封业,operating,,,,news',
    'PART_OF,密封件,应用,operating,,,,news',
    'LOCATED_IN,密封件有限公司,甲市,operating,,,,news',
    'ACTIVE_IN,密封件有限公司,密封件,operating,,,,news',
  ];
  const told = await boardOf(pumps(REGISTER, valve));
  expect(told).toContain('甲市 应用 1 weak sole');
  expect(told.some((cell) => cell.includes('密封件'))).toBe(false);
});

test('what is no chain, no region, or too many of them is told so', async () => {
  world = await emptyWorld();
  await world.load(pumps(''));
  const ask = asker(world.store);
  const [chain, city] = [await idByName(ask, '泵业'), await idByName(ask, '甲市')];
  const query = `query ($chain: ID!, $regions: [ID!]!, $date: String) { board(chain: $chain, regions: $regions, date: $date) {
    __typename ... on InvalidConstraint { field } ... on EntityNotFound { id } } }`;
  const outcome = async (variables: object) =>
    (await dataOf<{ board: unknown }>(ask, query, { chain, regions: [city], ...variables })).board;
  const nobody = `e${'a'.repeat(20)}`;
  expect(await outcome({ chain: city })).toEqual({ __typename: 'InvalidConstraint', field: 'chain' });
  expect(await outcome({ regions: [chain] })).toEqual({ __typename: 'InvalidConstraint', field: 'regions' });
  expect(await outcome({ regions: [] })).toEqual({ __typename: 'InvalidConstraint', field: 'regions' });
  expect(await outcome({ date: '2025-13' })).toEqual({ __typename: 'InvalidConstraint', field: 'date' });
  expect(await outcome({ chain: nobody })).toEqual({ __typename: 'EntityNotFound', id: nobody });
  expect(await outcome({ regions: [nobody] })).toEqual({ __typename: 'EntityNotFound', id: nobody });
  expect(await outcome({ date: '2025-06' })).toEqual({ __typename: 'Board' });
});

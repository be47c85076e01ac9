import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumps, REGISTER } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

type Named = { readonly name: string };
type Cells = {
  readonly __typename: string;
  readonly regions: readonly Named[];
  readonly chains: readonly Named[];
  readonly cells: readonly {
    readonly chain: Named;
    readonly seen: readonly { readonly as: string; readonly relations: readonly { sentence: { zh: string } }[] }[];
    readonly cell: {
      readonly segment: Named;
      readonly region: Named;
      readonly judgement: { readonly state: string; readonly sole: boolean };
      readonly operating: readonly object[];
    };
  }[];
  readonly ofChain: readonly { readonly sentence: { readonly zh: string } }[];
  readonly omittedChains: number;
  readonly omittedRegions: number;
};

const QUERY = `query ($body: ID!) { bodyCells(body: $body) { __typename ... on BodyCells { regions { name } chains { name }
  omittedChains omittedRegions ofChain { sentence { zh } } cells { chain { name } seen { as relations { sentence { zh } } }
  cell { segment { name } region { name } judgement { state sole } operating { entity { id } } } } } } }`;

async function loaded(more: readonly string[] = []): Promise<Ask> {
  world = await emptyWorld();
  await world.load(pumps(REGISTER, more));
  return asker(world.store);
}
async function cellsOf(ask: Ask, name: string): Promise<Cells> {
  return (await dataOf<{ bodyCells: Cells }>(ask, QUERY, { body: await idByName(ask, name) })).bodyCells;
}
const lines = ({ cells }: Cells) =>
  cells.map(({ chain, seen, cell }) =>
    [
      chain.name,
      cell.segment.name,
      cell.region.name,
      cell.judgement.sole ? 'sole' : cell.judgement.state,
      cell.operating.length,
      ...seen.map(({ as }) => as),
    ].join(' '),
  );

test('a body is found in the cells of its segments, in its city and in the province, as the board judges them', async () => {
  const ask = await loaded();
  const firm = await cellsOf(ask, '甲市原料第1有限公司');
  expect(firm.regions.map(({ name }) => name)).toEqual(['甲市', '丙省']);
  expect(lines(firm)).toEqual(['泵业 原料 甲市 sole 1 operating', '泵业 原料 丙省 present 2 operating']);
  expect(firm.cells[0]?.seen[0]?.relations.map(({ sentence }) => sentence.zh)).toEqual([
    '甲市原料第1有限公司从事原料。',
  ]);
  expect(lines(await cellsOf(ask, '泵业重点实验室'))).toEqual([
    '泵业 整机 甲市 strong 5 research',
    '泵业 整机 丙省 strong 5 research',
  ]);
});

test('a product leads to its segment, a plan is none of what operates, and a chain as a whole fills no segment', async () => {
  const ask = await loaded([
    'Company,试制有限公司,',
    'Product,叶轮,',
    'IN_SEGMENT,叶轮,泵体,operating,,,,news',
    'LOCATED_IN,试制有限公司,乙市,operating,,,,news',
    'PRODUCES,试制有限公司,叶轮,operating,,,,news',
    'ACTIVE_IN,试制有限公司,应用,planned,,,,news',
    'ACTIVE_IN,试制有限公司,泵业,operating,,,,news',
  ]);
  const firm = await cellsOf(ask, '试制有限公司');
  expect(lines(firm).filter((line) => line.includes('乙市'))).toEqual([
    '泵业 泵体 乙市 present 1 operating',
    '泵业 应用 乙市 unsurveyed 0 intended',
  ]);
  expect(firm.ofChain.map(({ sentence }) => sentence.zh)).toEqual(['试制有限公司从事泵业。']);
});

test('of a body that no source places the chains are told and no cells: its states would be of no place', async () => {
  const ask = await loaded(['Company,某泵有限公司,', 'ACTIVE_IN,某泵有限公司,应用,operating,,,,news']);
  expect(await cellsOf(ask, '某泵有限公司')).toEqual({
    __typename: 'BodyCells',
    regions: [],
    chains: [{ name: '泵业' }],
    omittedChains: 0,
    omittedRegions: 0,
    ofChain: [],
    cells: [],
  });
});

test('a body of no chain has no cells, and what is no body, or nothing, is said to be that', async () => {
  const ask = await loaded(['Company,路人有限公司,', 'LOCATED_IN,路人有限公司,甲市,operating,,,,news']);
  expect(await cellsOf(ask, '路人有限公司')).toMatchObject({ chains: [], regions: [], cells: [] });
  expect((await cellsOf(ask, '泵业')).__typename).toBe('InvalidConstraint');
  const none = await dataOf<{ bodyCells: Cells }>(ask, QUERY, { body: 'eaaaaaaaaaaaaaaaaaaaa' });
  expect(none.bodyCells.__typename).toBe('EntityNotFound');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('survey');
  ask = asker(world.store);
});
afterAll(() => world.dispose());

type Named = { name: string };
type Row = {
  chain: Named;
  segment: Named | null;
  planned: { id: string }[];
  proposed: { id: string }[];
  research: { entity: Named }[];
  cell: { judgement: { state: string } } | null;
  wantedRegister: { zh: string } | null;
  alsoAsked: Named[];
  registers: { title: string }[];
};
type Survey = {
  date: string;
  open: number;
  cut: number;
  chains: number;
  placeless: { id: string }[];
  offices: { office: Named; seen: number; cut: number; open: Row[]; settled: Row[] }[];
};

const FIELDS = `... on Survey { date open cut chains chainsCut placeless { id } offices { office { name } seen cut
  open { ...row } settled { ...row } } }
  ... on EntityNotFound { id } ... on InvalidConstraint { field }`;
const ROW = `fragment row on SurveyRow { chain { name } segment { name } planned { id } proposed { id }
  research { entity { name } } cell { judgement { state } } wantedRegister { zh } alsoAsked { name } registers { title } }`;

async function survey(args: string, variables: Record<string, unknown> = {}, declared = ''): Promise<Survey> {
  const query = `query ${declared} { survey${args} { ${FIELDS} } } ${ROW}`;
  return (await dataOf<{ survey: Survey }>(ask, query, variables)).survey;
}

const rowText = ({ chain, segment, planned, proposed }: Row) =>
  `${chain.name} ${segment?.name ?? '整条'} 规${planned.length} 议${proposed.length}`;

test('what is asked of a place with nobody seen to operate is in its list, city by city and in order of the board', async () => {
  const { offices, open, date } = await survey('');
  expect([date, open]).toStrictEqual(['2025-03', 9]);
  expect(offices.map(({ office, open: rows, seen }) => [office.name, seen, rows.map(rowText)])).toStrictEqual([
    ['甲市', 1, ['泵业 叶轮 规1 议0', '泵业 泵体 规1 议0', '泵业 轴承 规0 议1', '泵业 密封件 规0 议1']],
    ['甲高新区', 0, ['泵业 叶轮 规1 议0']],
    ['乙市', 0, ['泵业 泵体 规1 议0']],
    ['丙省', 0, ['泵业 密封件 规0 议1', '阀业 整条 规0 议1', '阀业 密封件 规0 议1']],
  ]);
});

test('a cell that a register covers is settled, and names it', async () => {
  const { offices } = await survey('');
  const yi = offices.find(({ office }) => office.name === '乙市');
  expect(
    yi?.settled.map((row) => [row.segment?.name, row.registers, row.wantedRegister, row.cell?.judgement.state]),
  ).toStrictEqual([['轴承', [{ title: '乙市轴承企业名录' }], null, 'missing']]);
});

test('a row names the register that would settle it, who is asked around it, and research wherever it is', async () => {
  const { offices } = await survey('');
  const [row] = offices[1]?.open ?? [];
  expect([row?.wantedRegister?.zh, row?.alsoAsked, row?.research]).toStrictEqual([
    '甲高新区叶轮企业名录',
    [{ name: '甲市' }],
    [{ entity: { name: '丙省理工大学' } }],
  ]);
});

test('a request that names no place is counted, and asked of nobody', async () => {
  expect((await survey('')).placeless).toHaveLength(1);
});

test('the list never contradicts the board: what it counts as asked is asked there, and nobody operates', async () => {
  const { offices } = await survey('');
  const query = `query ($chain: ID!, $region: ID!) { board(chain: $chain, regions: [$region]) { ... on Board {
    cells { segment { name } planned { id } proposed { id } operating { entity { name } } covered } } } }`;
  type BoardCell = {
    segment: Named;
    planned: { id: string }[];
    proposed: { id: string }[];
    operating: unknown[];
    covered: boolean;
  };
  let compared = 0;
  for (const { office, open } of offices) {
    for (const row of open.filter(({ segment }) => segment !== null)) {
      const ids = { chain: await idByName(ask, row.chain.name), region: await idByName(ask, office.name) };
      const { board } = await dataOf<{ board: { cells: BoardCell[] } }>(ask, query, ids);
      const cell = board.cells.find(({ segment }) => segment.name === row.segment?.name);
      expect([cell?.operating, cell?.covered]).toStrictEqual([[], false]);
      expect(cell?.planned).toEqual(expect.arrayContaining(row.planned));
      expect(cell?.proposed).toEqual(expect.arrayContaining(row.proposed));
      compared++;
    }
  }
  expect(compared).toBe(8);
});

test('a region, an office, chains and a limit leave out the others, and a cut is counted', async () => {
  const [jia, valves] = [await idByName(ask, '甲市'), await idByName(ask, '阀业')];
  const names = async (args: string, variables: Record<string, unknown>, declared: string) =>
    (await survey(args, variables, declared)).offices.map(({ office }) => office.name);
  expect(await names('(region: $id)', { id: jia }, '($id: ID!)')).toStrictEqual(['甲市', '甲高新区']);
  expect(await names('(office: $id)', { id: jia }, '($id: ID!)')).toStrictEqual(['甲市']);
  expect(await names('(chains: [$id])', { id: valves }, '($id: ID!)')).toStrictEqual(['丙省']);
  const { open, cut, offices } = await survey('(limit: 3)');
  expect([open, cut, offices.map((one) => [one.open.length, one.cut])]).toStrictEqual([
    9,
    6,
    [
      [3, 1],
      [0, 1],
      [0, 1],
      [0, 3],
    ],
  ]);
});

test('before anybody asked there is nothing to survey', async () => {
  expect((await survey('(date: "2024-10")')).offices).toStrictEqual([]);
});

test.each([
  ['(chains: ["enothing"])', { id: 'enothing' }],
  ['(limit: 0)', { field: 'limit' }],
  ['(limit: 1001)', { field: 'limit' }],
  ['(date: "gestern")', { field: 'date' }],
  ['(chains: [])', { field: 'chains' }],
])('%s cannot be asked', async (args, answer) => {
  expect(await survey(args)).toStrictEqual(answer);
});

test('an office is a place or park, and a chain a chain', async () => {
  const id = await idByName(ask, '青石泵业有限公司');
  expect(await survey('(office: $id)', { id }, '($id: ID!)')).toStrictEqual({ field: 'office' });
  expect(await survey('(chains: [$id])', { id }, '($id: ID!)')).toStrictEqual({ field: 'chains' });
});

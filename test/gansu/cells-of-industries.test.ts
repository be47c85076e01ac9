import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

async function idOf(kind: string, name: string): Promise<string> {
  const query = `query ($text: String!, $kind: Kind!) {
    search(text: $text, kinds: [$kind], first: 1) { edges { node { entity { id name } } } } }`;
  type Found = { search: { edges: { node: { entity: { id: string; name: string } } }[] } };
  const entity = (await gansu.ask<Found>(query, { text: name, kind })).search.edges[0]?.node.entity;
  expect(entity?.name).toBe(name);
  return entity?.id ?? '';
}

type Seen = { readonly entity: { readonly name: string } };
type Cell = {
  readonly segment: { readonly name: string };
  readonly judgement: { readonly state: string; readonly onlyBuilding: boolean };
  readonly planned: readonly object[];
  readonly areas: readonly object[];
  readonly operating: readonly Seen[];
  readonly building: readonly Seen[];
  readonly unplaced: readonly Seen[];
  readonly intended: readonly Seen[];
  readonly research: readonly Seen[];
};

async function cellOf(chain: string, segment: string, kind: string, region: string): Promise<Cell | undefined> {
  const query = `query ($chain: ID!, $regions: [ID!]!) { board(chain: $chain, regions: $regions) { ... on Board { cells {
    segment { name } judgement { state onlyBuilding } planned { id } areas { id }
    operating { entity { name } } building { entity { name } } unplaced { entity { name } }
    intended { entity { name } } research { entity { name } } } } } }`;
  const variables = { chain: await idOf('Chain', chain), regions: [await idOf(kind, region)] };
  const { board } = await gansu.ask<{ board: { cells: readonly Cell[] } }>(query, variables);
  return board.cells.find((cell) => cell.segment.name === segment);
}
const names = (seen: readonly Seen[] | undefined) => seen?.map(({ entity }) => entity.name).toSorted();

test.each([
  ['先进装备制造', '石油钻采装备', 'Park', '兰州新区', ['兰石']],
  ['先进装备制造', '重型装备', 'Place', '兰州市', ['大宏']],
  ['先进装备制造', '石化装备', 'Place', '甘肃省', ['兰州兰石集团有限公司']],
  ['生物医药', '医疗器械', 'Park', '兰州新区', ['兰州科近泰基新技术有限责任公司']],
  ['生物医药', '医药中间体', 'Place', '白银市', ['甘肃博克斯生物技术有限公司']],
  ['新材料', '新能源材料', 'Place', '甘肃省', ['甘肃海亮新能源材料有限公司']],
])(
  '%s, %s in the %s %s: the firms that a document puts there are seen',
  async (chain, segment, kind, region, firms) => {
    const cell = await cellOf(chain, segment, kind, region);
    expect(cell?.judgement.state).toBe('present');
    expect(names(cell?.operating)).toEqual(firms);
  },
);

test('a data centre that is being built is marked so, beside what an area is said to run', async () => {
  const cell = await cellOf('数字产业', '数据算力服务', 'Park', '兰州新区');
  expect(cell?.judgement).toEqual({ state: 'present', onlyBuilding: true });
  expect([names(cell?.building), names(cell?.operating)]).toEqual([['中国移动'], []]);
  expect(cell?.areas).toHaveLength(3);
});

test('research whose name says the segment, and an institute that is only planned, stand there and make no actor', async () => {
  const trains = await cellOf('先进装备制造', '轨道交通装备', 'Place', '甘肃省');
  expect(names(trains?.research)).toEqual(['甘肃省轨道交通装备系统动力学与可靠性重点实验室']);
  const rare = await cellOf('新材料', '稀土新材料', 'Park', '兰州高新区');
  expect(names(rare?.intended)).toEqual(['新材料产业(稀土新材料)技术研究院']);
  expect([trains?.judgement.state, rare?.judgement.state]).toEqual(['unsurveyed', 'unsurveyed']);
});

test('the plan asks of a city what its cluster is to rest on, and of no other city', async () => {
  const asked = await Promise.all(
    ['天水市', '酒泉市', '金昌市'].map((city) => cellOf('先进装备制造', '电工电气装备', 'Place', city)),
  );
  expect(asked.map((cell) => cell?.planned.length)).toEqual([1, 1, 0]);
});

test('a firm known only by its zone or its province is listed where it could be, and counts in no city', async () => {
  const cell = await cellOf('先进装备制造', '石化装备', 'Place', '兰州市');
  expect([names(cell?.unplaced), names(cell?.operating)]).toEqual([['兰州兰石集团有限公司'], []]);
  expect(names((await cellOf('新材料', '新能源材料', 'Place', '金昌市'))?.unplaced)).toEqual([
    '甘肃海亮新能源材料有限公司',
  ]);
});

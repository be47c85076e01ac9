import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

async function idOf(name: string, kind: string): Promise<string> {
  const query = 'query ($text: String!) { search(text: $text, first: 5) { edges { node { entity { id kind } } } } }';
  type Answer = { search: { edges: { node: { entity: { id: string; kind: string } } }[] } };
  const { edges } = (await gansu.ask<Answer>(query, { text: name })).search;
  return edges.find(({ node }) => node.entity.kind === kind)?.node.entity.id ?? '';
}

type Row = {
  body: { name: string };
  fit: string;
  modality: string;
  silences: { silence: string }[];
  passages: { locator: string; source: { key: string } }[];
};
type List = { rows: Row[] };
type Candidates = {
  seen: { zh: string };
  doing: { zh: string } | null;
  cell: { judgement: { state: string }; operating: object[]; proposed: { from: { name: string } }[] } | null;
  named: List;
  ties: List;
  results: List;
  leftOut: { reason: string; bodies: { name: string }[] }[];
  ranking: object | null;
  lack: { lack: string };
  ledger: string;
};

const LIST = 'rows { body { name } fit modality silences { silence } passages { locator source { key } } }';
const FIELDS = `... on Candidates { seen { zh } doing { zh } cell { judgement { state } operating { entity { name } } proposed { from { name } } }
  named { ${LIST} } ties { ${LIST} } results { ${LIST} } leftOut { reason bodies { name } } ranking { cut } lack { lack } ledger }`;

async function candidates(asked: Readonly<Record<string, string>>): Promise<Candidates> {
  const query = `query ($for: CandidatesFor!) { candidates(for: $for) { ${FIELDS} } }`;
  return (await gansu.ask<{ candidates: Candidates }>(query, { for: asked })).candidates;
}

const rowText = ({ body, fit, modality, silences, passages }: Row) =>
  [body.name, fit, modality, ...passages.map(({ locator, source }) => source.key + locator)].join(' ') +
  ` | ${silences.map(({ silence }) => silence).join(' ')}`;
const left = ({ leftOut }: Candidates) =>
  leftOut.map(({ reason, bodies }) => `${reason} ${bodies.map(({ name }) => name).join('、')}`);

test('electrolyte in Baiyin is asked for and seen nowhere: lists with sources, and no ranking without a register', async () => {
  const answer = await candidates({
    segment: await idOf('锂电池电解液', 'Segment'),
    region: await idOf('白银市', 'Place'),
  });
  expect([answer.cell?.judgement.state, answer.cell?.operating]).toStrictEqual(['unsurveyed', []]);
  expect(answer.cell?.proposed.map(({ from }) => from.name)).toStrictEqual(['白银市']);
  expect(answer.seen.zh).toBe('写明环节的在产企业已见 0 家，资料不足以判断缺口。');
  expect(answer.named.rows.map(rowText)).toStrictEqual(
    ['宁德时代新能源科技股份有限公司', '比亚迪股份有限公司'].map(
      (name) =>
        `${name} paragraph proposed cppcc-2023¶33 | chain_by_passage segment_not_written product_not_written place_not_written wider_place only_proposal`,
    ),
  );
  expect(answer.ties.rows.map(rowText)).toStrictEqual([
    '白银时代瑞象 other planned gs-2025-02-zones¶18 | other_segment production_not_written',
  ]);
  expect(answer.results.rows).toStrictEqual([]);
  expect(left(answer)).toStrictEqual([
    'other_segment 中国科学院兰州化学物理研究所、兰州理工大学',
    'wider_place 甘肃海亮新能源材料有限公司',
  ]);
  expect(answer.doing?.zh).toBe('三份名单共 3 家，其中 0 家写明在做这个环节。');
  expect([answer.ranking, answer.lack, answer.ledger]).toStrictEqual([null, { lack: 'register' }, 'not_loaded']);
});

test('of batteries in Gansu the results of institutes are to transfer, and who works with a zone on other things is no fit', async () => {
  const answer = await candidates({
    chain: await idOf('新能源电池', 'Chain'),
    region: await idOf('甘肃省', 'Place'),
  });
  expect(answer.results.rows.map(({ body }) => body.name)).toStrictEqual([
    '中国科学院兰州化学物理研究所',
    '兰州理工大学',
    '兰州理工大学',
  ]);
  expect(left(answer)).toStrictEqual(['other_chain 上海海优威新材料股份有限公司']);
});

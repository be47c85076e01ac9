import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { batteries, REGISTER, SIGNED, TALKING } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

const ROWS = `cut rows { body { name } fit segments { name } products { name } modality newest
  relations { sentence { zh } } alongside { sentence { zh } }
  ties { kind through { name } with { name } } silences { silence } contacts { id } passages { locator } }`;
const FIELDS = `__typename ... on EntityNotFound { id } ... on InvalidConstraint { field } ... on Candidates {
  chain { name } segment { name } region { name } body { name } seen { zh } cell { judgement { state } }
  named { ${ROWS} } ties { ${ROWS} } results { ${ROWS} }
  leftOut { reason count bodies { name } } lack { lack } ledger
  ranking { measured { measure reason } cut dropped { term count } carriedBy { key } rows { rank best worst total body { name } products { name }
    terms { term value weight contribution } contacts { id } } } }`;

type Named = { name: string };
type Row = {
  body: Named;
  fit: string | null;
  segments: Named[];
  products: Named[];
  modality: string;
  relations: { sentence: { zh: string } }[];
  alongside: { sentence: { zh: string } }[];
  ties: { kind: string; through: Named | null; with: Named[] }[];
  silences: { silence: string }[];
  contacts: { id: string }[];
  passages: { locator: string }[];
};
type Ranked = {
  rank: number;
  best: number;
  worst: number;
  total: number;
  body: Named;
  products: Named[];
  terms: { term: string; value: number | null; contribution: number }[];
  contacts: { id: string }[];
};
type Candidates = {
  __typename: string;
  field?: string;
  chain: Named | null;
  segment: Named | null;
  body: Named | null;
  seen: { zh: string } | null;
  cell: { judgement: { state: string } } | null;
  named: { cut: number; rows: Row[] };
  ties: { cut: number; rows: Row[] };
  results: { cut: number; rows: Row[] };
  leftOut: { reason: string; count: number; bodies: Named[] }[];
  lack: { lack: string } | null;
  ledger: string;
  ranking: {
    measured: { measure: string; reason: string };
    cut: number;
    dropped: { term: string; count: number }[];
    carriedBy: { key: string }[];
    rows: Ranked[];
  } | null;
};

async function worldOf(...folder: Parameters<typeof batteries>): Promise<Ask> {
  await world?.dispose();
  world = await emptyWorld();
  await world.load(batteries(...folder));
  return asker(world.store);
}

type For = { segment?: string; chain?: string; region?: string; body?: string };

async function candidates(ask: Ask, names: For, rest = '', fields = FIELDS): Promise<Candidates> {
  const ids = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for${rest}) { ${fields} } }`;
  return (await dataOf<{ candidates: Candidates }>(ask, query, { for: Object.fromEntries(ids) })).candidates;
}

const ELECTROLYTE = { segment: '电解液', region: '白市' };
const rowText = ({ body, fit, modality, silences }: Row) =>
  [body.name, fit, modality, ...silences.map(({ silence }) => silence)].join(' ');
const tieText = ({ ties }: Row) =>
  ties.map(({ kind, through, with: whom }) => [kind, through?.name, ...whom.map(({ name }) => name)].join(' '));
const leftText = ({ leftOut }: Candidates) =>
  leftOut.map(({ reason, count, bodies }) => `${reason} ${count} ${bodies.map(({ name }) => name).join('、')}`);

test('three lists without scores say who, what the sources say and what they do not', async () => {
  const answer = await candidates(await worldOf(''), ELECTROLYTE);
  expect([answer.chain?.name, answer.segment?.name, answer.seen?.zh]).toStrictEqual([
    '电池',
    '电解液',
    '在产企业已见 1 家，没有名录覆盖，判断为有基础。',
  ]);
  expect(answer.named.rows.map(rowText)).toStrictEqual([
    '宁时有限公司 paragraph proposed chain_by_passage segment_not_written product_not_written place_not_written wider_place only_proposal',
  ]);
  expect(answer.named.rows[0]?.alongside.map(({ sentence }) => sentence.zh)).toStrictEqual([
    '有建议提出，金市发展电池。',
  ]);
  expect(answer.ties.rows.map(rowText)).toStrictEqual([
    '沪液有限公司 product operating',
    '远液有限公司 product operating',
    '沪膜有限公司 other operating other_segment',
    '白芯有限公司 other operating other_segment',
    '白正有限公司 other planned other_segment production_not_written',
  ]);
  expect(answer.results.rows.map((row) => [rowText(row), row.products.map(({ name }) => name)])).toStrictEqual([
    ['陇省化学研究所 product operating only_proposal', ['丙电解液']],
  ]);
});

test('members of one consortium are one tie, whoever is in it', async () => {
  const answer = await candidates(await worldOf(''), ELECTROLYTE);
  const ties = Object.fromEntries(answer.ties.rows.map((row) => [row.body.name, tieText(row)]));
  expect(ties).toStrictEqual({
    沪液有限公司: ['direct  白高新区'],
    沪膜有限公司: ['direct  白市'],
    白芯有限公司: ['here '],
    远液有限公司: ['consortium 陇省电解液创新联合体 白液有限公司'],
    白正有限公司: ['here '],
  });
});

test('who is left out is named with the reason: present, of another chain, untied, no result yet', async () => {
  expect(leftText(await candidates(await worldOf(''), ELECTROLYTE))).toStrictEqual([
    'present 1 白液有限公司',
    'other_chain 1 沪光有限公司',
    'no_tie 1 金液有限公司',
    'no_result_yet 1 金市大学',
  ]);
});

test('a chain as a whole lists what is said of any of its segments, and asks for one to be ranked', async () => {
  const answer = await candidates(await worldOf(REGISTER), { chain: '电池', region: '白市' });
  expect([answer.cell, answer.ranking, answer.lack]).toStrictEqual([null, null, { lack: 'segment' }]);
  expect(answer.ties.rows.map(rowText)).toStrictEqual([
    '沪液有限公司 product operating',
    '远液有限公司 product operating',
    '沪膜有限公司 product operating',
    '白正有限公司 product planned production_not_written',
  ]);
  expect(answer.results.rows.map(({ products }) => products.map(({ name }) => name))).toStrictEqual([
    ['丙电解液'],
    ['甲隔膜'],
  ]);
});

test('without a register of firms nothing is ranked, and the answer says what is lacking', async () => {
  const answer = await candidates(await worldOf(''), ELECTROLYTE);
  expect([answer.ranking, answer.lack]).toStrictEqual([null, { lack: 'register' }]);
});

test('a register of firms carries a ranking: terms that add up, what is missing null, who is present left out', async () => {
  const answer = await candidates(await worldOf(REGISTER), ELECTROLYTE);
  expect([answer.lack, answer.ranking?.carriedBy]).toStrictEqual([null, [{ key: 'reg' }]]);
  expect(answer.ranking?.measured).toStrictEqual({ measure: 'not_measured', reason: 'no_measure' });
  const rows = answer.ranking?.rows ?? [];
  expect(rows.map(({ body, rank, best, worst, total }) => [body.name, rank, best, worst, total])).toStrictEqual([
    ['沪液有限公司', 1, 1, 1, 870],
    ['远液有限公司', 2, 2, 2, 600],
    ['金液有限公司', 3, 3, 3, 480],
  ]);
  expect(rows.map(({ terms }) => terms.map(({ value }) => value))).toStrictEqual([
    [1000, 1000, 1000, null, 1000, 700],
    [900, 1000, 600, null, null, 400],
    [800, 1000, null, null, null, 400],
  ]);
  for (const { terms, total } of rows) {
    expect(terms.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(total);
  }
});

test('weights and required terms are the asker’s; who lacks one is counted', async () => {
  const ask = await worldOf(REGISTER);
  const moved = await candidates(ask, ELECTROLYTE, ', weights: { closeness: 1000, fit: 0 }, required: [closeness]');
  expect(moved.ranking?.rows.map(({ body }) => body.name)).toStrictEqual(['沪液有限公司', '远液有限公司']);
  expect(moved.ranking?.dropped).toStrictEqual([{ term: 'closeness', count: 1 }]);
  expect(moved.ranking?.rows[0]?.terms.map(({ term }) => term)).not.toContain('fit');
});

test('who is ranked is not left out, beyond the limit neither; whom a required term drops is left out again', async () => {
  const ask = await worldOf(REGISTER);
  const rest = ['other_chain 1 沪光有限公司', 'no_result_yet 1 金市大学'];
  const present = 'present 1 白液有限公司';
  const namesOf = ({ ranking }: Candidates) => ranking?.rows.map(({ body }) => body.name);
  const whole = await candidates(ask, ELECTROLYTE);
  expect(namesOf(whole)).toStrictEqual(['沪液有限公司', '远液有限公司', '金液有限公司']);
  expect(leftText(whole)).toStrictEqual([present, ...rest]);
  const short = await candidates(ask, ELECTROLYTE, ', limit: 1');
  expect([namesOf(short), short.ranking?.cut]).toStrictEqual([['沪液有限公司'], 2]);
  expect(leftText(short)).toStrictEqual([present, ...rest]);
  const required = await candidates(ask, ELECTROLYTE, ', required: [closeness]');
  expect(namesOf(required)).toStrictEqual(['沪液有限公司', '远液有限公司']);
  expect(leftText(required)).toStrictEqual([present, rest[0], 'no_tie 1 金液有限公司', rest[1]]);
});

test('a list of designations that names no firm carries no ranking', async () => {
  const elsewhere = REGISTER.replace('陇省', '沪市');
  expect((await candidates(await worldOf(elsewhere), ELECTROLYTE)).lack).toStrictEqual({ lack: 'register' });
});

test('the ledger shows contacts; who has signed drops out by name, and nothing else moves', async () => {
  const without = await candidates(await worldOf(REGISTER), ELECTROLYTE);
  const talking = await candidates(await worldOf(REGISTER, [TALKING]), ELECTROLYTE);
  const signed = await candidates(await worldOf(REGISTER, [SIGNED]), ELECTROLYTE);
  expect([without, talking, signed].map(({ ledger }) => ledger)).toStrictEqual(['not_loaded', 'loaded', 'loaded']);
  const contacts = ({ ties, ranking }: Candidates) =>
    [...ties.rows, ...(ranking?.rows ?? [])].flatMap((row) => (row.contacts.length > 0 ? [row.body.name] : []));
  expect([contacts(without), contacts(talking)]).toStrictEqual([[], ['沪液有限公司', '沪液有限公司']]);
  expect(leftText(signed)).toStrictEqual([
    'present 1 白液有限公司',
    'signed 1 沪液有限公司',
    ...leftText(without).slice(1),
  ]);
  const names = ({ ties, ranking }: Candidates) =>
    [...ties.rows, ...(ranking?.rows ?? [])].map(({ body }) => body.name);
  expect(names(talking)).toStrictEqual(names(without));
  expect(names(signed)).toStrictEqual(names(without).filter((name) => name !== '沪液有限公司'));
});

test('the order in which rows were loaded does not matter', async () => {
  const plain = await candidates(await worldOf(REGISTER), ELECTROLYTE);
  const turned = await candidates(await worldOf(REGISTER, [], (lines) => [...lines].reverse()), ELECTROLYTE);
  expect(turned).toStrictEqual(plain);
});

test('rows beyond the limit are counted', async () => {
  const { ties, ranking } = await candidates(await worldOf(REGISTER), ELECTROLYTE, ', limit: 2');
  expect([ties.rows.length, ties.cut, ranking?.rows.length, ranking?.cut]).toStrictEqual([2, 3, 2, 1]);
});

test('nothing of after the day asked about is told', async () => {
  const answer = await candidates(await worldOf(''), ELECTROLYTE, ', date: "2024"');
  expect([answer.named.rows.length, answer.ties.rows.length, answer.results.rows.length]).toStrictEqual([1, 0, 1]);
});

test('for a body the lists have it as their anchor, and its results are of its own segments', async () => {
  const answer = await candidates(await worldOf(''), { body: '白液有限公司' });
  expect([answer.body?.name, answer.cell, answer.seen]).toStrictEqual(['白液有限公司', null, null]);
  expect(answer.ties.rows.map((row) => [rowText(row), tieText(row)])).toStrictEqual([
    ['远液有限公司  operating', ['consortium 陇省电解液创新联合体 白液有限公司']],
    ['陇省大学  operating', ['consortium 陇省电解液创新联合体 白液有限公司']],
  ]);
  expect(answer.results.rows.map(({ body, products }) => [body.name, products[0]?.name])).toStrictEqual([
    ['陇省化学研究所', '丙电解液'],
  ]);
});

test('partners of a body are who could join it: terms that add up, nobody who works with it already', async () => {
  const ask = await worldOf('');
  const fields = `... on Candidates { lack { lack } ranking { cut } partners { cut weighed unlisted { reason count } measured { reason groups } rows { body { name } score
    terms { reason value known rests { name } } contacts { id } } } }`;
  type Partners = {
    lack: object | null;
    ranking: null;
    partners: {
      rows: { body: Named; score: number; terms: { value: number }[] }[];
    } | null;
  };
  const asked = async (body: string) => (await candidates(ask, { body }, '', fields)) as unknown as Partners;
  const { partners, lack, ranking } = await asked('白液有限公司');
  expect([lack, ranking]).toStrictEqual([null, null]);
  const unlisted = [
    { reason: 'only_place', count: 1 },
    { reason: 'no_ground', count: 4 },
  ];
  const measured = { reason: 'too_few', groups: 1 };
  expect(partners).toMatchObject({ cut: 0, weighed: 9, unlisted, measured });
  const rows = partners?.rows ?? [];
  expect(rows.map(({ body }) => body.name)).not.toEqual(expect.arrayContaining(['远液有限公司']));
  expect(rows.map(({ terms }) => terms.reduce((sum, { value }) => sum + value, 0))).toStrictEqual(
    rows.map(({ score }) => score),
  );
  expect(rows.length).toBe(4);
  expect((await asked('沪光有限公司')).lack).toStrictEqual({ lack: 'ties' });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANALYSIS_MODES } from '#server/analysis/topologies.ts';
import { loadWorld, runsOf, type World } from '#test/support/load-world.ts';
import { asker, askerOf, counted, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

type Page = {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};
const RELATIONS = `query ($id: ID!, $first: Int, $after: String, $version: Int) { node(id: $id, version: $version) { ... on Entity {
  relations(first: $first, after: $after) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } } } }`;

async function page(id: string, first: number, after: string | null = null, version?: number): Promise<Page> {
  const data = await dataOf<{ node: { relations: Page } }>(ask, RELATIONS, { id, first, after, version });
  return data.node.relations;
}

test('pages follow each other without gap or repeat', async () => {
  const id = await idByName(ask, '甲市');
  const whole = await page(id, 100);
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const next: Page = await page(id, 2, after);
    ids.push(...next.edges.map(({ node }) => node.id));
    after = next.pageInfo.endCursor;
    if (!next.pageInfo.hasNextPage) break;
  }
  expect(ids).toStrictEqual(whole.edges.map(({ node }) => node.id));
  expect(ids.length).toBe(7);
});

test('a cursor of another data version has expired; with that version it still works', async () => {
  const id = await idByName(ask, '甲市');
  const { endCursor } = (await page(id, 1, null, 1)).pageInfo;
  const { errors } = await ask(RELATIONS, { id, first: 1, after: endCursor });
  expect(errors).toStrictEqual([
    {
      code: 'CURSOR_EXPIRED',
      message: '游标属于数据版本 1，当前问题读的是 2 / the cursor belongs to data version 1, the question reads 2',
    },
  ]);
  expect((await page(id, 1, endCursor, 1)).edges.length).toBe(1);
});

test('what is no cursor, and a cursor of another list, is refused', async () => {
  const id = await idByName(ask, '甲市');
  const other = (await page(await idByName(ask, '岚江大学'), 1)).pageInfo.endCursor;
  for (const after of [
    'x',
    '',
    other,
    Buffer.from('[2]').toString('base64url'),
    Buffer.from('[2.5,"a"]').toString('base64'),
  ]) {
    expect((await ask(RELATIONS, { id, first: 1, after })).errors[0]?.code).toBe('BAD_USER_INPUT');
  }
});

test('a page holds 0 to 100 rows', async () => {
  const id = await idByName(ask, '甲市');
  expect((await page(id, 0)).edges).toStrictEqual([]);
  for (const first of [-1, 101]) expect((await ask(RELATIONS, { id, first })).errors[0]?.code).toBe('BAD_USER_INPUT');
});

test('search finds each entity once, exact before prefix before substring', async () => {
  const query =
    'query ($text: String!, $kinds: [Kind!]) { search(text: $text, kinds: $kinds) { truncated edges { node { match matched { value } entity { name } } } } }';
  const found = async (text: string, kinds?: string[]) => {
    const { search } = await dataOf<{ search: { edges: { node: { match: string; entity: { name: string } } }[] } }>(
      ask,
      query,
      { text, kinds },
    );
    return search.edges.map(({ node }) => `${node.match} ${node.entity.name}`);
  };
  expect(await found('激光')).toStrictEqual([
    'EXACT 激光',
    'PREFIX 激光器件',
    'PREFIX 激光晶体',
    'SUBSTRING 白鹿激光有限公司',
    'SUBSTRING 云岭激光创新联合体',
  ]);
  expect(await found('激光', ['Product', 'Company'])).toStrictEqual(['PREFIX 激光晶体', 'SUBSTRING 白鹿激光有限公司']);
  expect(await found('青石光电')).toStrictEqual(['EXACT 青石光电有限公司']);
  expect(await found('雲嶺光學')).toStrictEqual(['PREFIX 云岭光学研究所']);
  expect(await found('   ')).toStrictEqual([]);
});

test('a hundred nodes are answered in the order asked, with null for what is not there; one more is refused', async () => {
  const id = await idByName(ask, '甲市');
  const relation = (await page(id, 1)).edges[0]?.node.id ?? '';
  const ids = [id, relation, `e${'a'.repeat(20)}`, 'x', ...Array<string>(96).fill(id)];
  const { nodes } = await dataOf<{ nodes: unknown[] }>(
    ask,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }',
    { ids },
  );
  expect(nodes.slice(0, 5)).toStrictEqual([
    { __typename: 'Place', id },
    { __typename: 'Relation', id: relation },
    null,
    null,
    { __typename: 'Place', id },
  ]);
  expect(nodes.length).toBe(100);
  const { errors } = await ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: [...ids, id] });
  expect(errors[0]?.code).toBe('BAD_USER_INPUT');
});

test.each(ANALYSIS_MODES)('however many entities ask, each table is read once a step: %s', async (mode) => {
  const { store, calls } = counted(world.store);
  const counting = askerOf(store, mode);
  const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Entity { name place { name } readings { from { name } }
    aliases { edges { node { value provenance { since sourceCount statements { totalCount } } } } }
    attributes { value provenance { since statements { edges { node { evidence { passage { source { key coverage { place { name } } } } } } } } } }
    relations { edges { node { sentence { zh } context { name } provenance { statements { edges { node { subject { name entity { name } } object { name } evidence { passage { locator } } } } } } } } } } } }`;
  const names = [
    '甲市',
    '乙市',
    '云岭省',
    '岚山大学',
    '云岭光学研究所',
    '激光晶体',
    '青石光电有限公司',
    '云岭激光创新联合体',
  ];
  const ids = await Promise.all(names.map((name) => idByName(ask, name)));
  const callsFor = async (some: string[]) => {
    calls.length = 0;
    await dataOf(counting, query, { ids: some });
    return calls.filter((call) => !call.startsWith('scan') && !call.startsWith('count'));
  };
  await callsFor(ids);
  const one = await callsFor(['青石光电有限公司'].map((name) => ids[names.indexOf(name)] ?? ''));
  const all = await callsFor(ids);
  expect(one.length).toBeGreaterThan(10);
  expect(all.length).toBeLessThanOrEqual(one.length + 6);
  const times = new Map<string, number>();
  for (const call of all) times.set(call, (times.get(call) ?? 0) + 1);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(4);
});

test('hostile text is looked for, and found nowhere', async () => {
  const hostile = [
    "'; DROP TABLE entity; --",
    '{"$gt":""}',
    '\u0000',
    '\uD800',
    '<script>alert(1)</script>',
    '%_*?[]',
    '𠮷'.repeat(100),
    '../../etc/passwd',
    '"'.repeat(200),
    'MATCH (n) DETACH DELETE n',
  ];
  for (const text of hostile) {
    const { errors, data } = await ask('query ($t: String!) { search(text: $t) { edges { cursor } } }', { t: text });
    expect([text, errors, data]).toStrictEqual([text, [], { search: { edges: [] } }]);
    expect(await ask('query ($t: ID!) { node(id: $t) { id } }', { t: text })).toStrictEqual({
      data: { node: null },
      errors: [],
    });
  }
  expect(
    (await ask('query ($t: String!) { search(text: $t) { truncated } }', { t: '光'.repeat(201) })).errors[0]?.code,
  ).toBe('BAD_USER_INPUT');
});

test('an older version is answered as it was, an unknown one refused', async () => {
  const name = async (version: number) =>
    (
      await dataOf<{ node: unknown }>(
        ask,
        'query ($id: ID!, $v: Int) { node(id: $id, version: $v) { ... on Entity { name relations { totalCount } } } }',
        {
          id: await idByName(ask, '青石光电', 1),
          v: version,
        },
      )
    ).node;
  expect(await name(1)).toStrictEqual({ name: '青石光电', relations: { totalCount: 2 } });
  expect(await name(2)).toStrictEqual({ name: '青石光电有限公司', relations: { totalCount: 5 } });
  for (const version of [3, -1]) {
    expect((await ask('query ($v: Int) { dataset(version: $v) { version } }', { v: version })).errors).toStrictEqual([
      { code: 'VERSION_UNKNOWN', message: expect.stringContaining('没有这个数据版本') as string },
    ]);
  }
});

test('a version published meanwhile is what the next question reads', async () => {
  const own = await loadWorld('golden', { runs: 1 });
  const asking = asker(own.store);
  const version = async () =>
    (await dataOf<{ dataset: { version: number } }>(asking, '{ dataset { version } }')).dataset.version;
  expect(await version()).toBe(1);
  await own.load(runsOf('golden')[1] ?? '');
  expect(await version()).toBe(2);
  await own.dispose();
});

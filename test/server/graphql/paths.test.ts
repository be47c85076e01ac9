import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const QUERY = `query ($input: PathInput!) { paths(input: $input) { __typename
  ... on PathSet {
    paths { hops readings confidence entities { name } steps { from { name } to { name } relations { type } reading { reason } sentences { zh en } } }
    none { reason message { zh } cut misses { filters path { hops entities { name } } } }
    truncated explain { budget tieBreak } coverage { sources newestSource entities relations version }
  }
  ... on EntityNotFound { id message { zh en } }
  ... on InvalidConstraint { field message { zh en } } } }`;

async function paths(input: Record<string, unknown>): Promise<Record<string, unknown>> {
  return (await dataOf<{ paths: Record<string, unknown> }>(ask, QUERY, { input })).paths;
}

test('a path through a may-be reading shows the doubt as a step of its own', async () => {
  const from = [await idByName(ask, '岚江大学')];
  const to = [await idByName(ask, '云岭激光创新联合体')];
  expect(await paths({ from, to })).toStrictEqual({
    __typename: 'PathSet',
    paths: [
      {
        hops: 1,
        readings: 1,
        confidence: 600,
        entities: [{ name: '岚江大学' }, { name: '岚大' }, { name: '云岭激光创新联合体' }],
        steps: [
          {
            from: { name: '岚江大学' },
            to: { name: '岚大' },
            relations: [],
            reading: { reason: '岚江大学也简称岚大' },
            sentences: [{ zh: '岚江大学可能就是岚大，尚未确认。', en: '岚江大学 may be 岚大; not confirmed.' }],
          },
          {
            from: { name: '岚大' },
            to: { name: '云岭激光创新联合体' },
            relations: [{ type: 'MEMBER_OF' }],
            reading: null,
            sentences: [{ zh: '岚大是云岭激光创新联合体的成员单位。', en: '岚大 is a member of 云岭激光创新联合体.' }],
          },
        ],
      },
    ],
    none: null,
    truncated: false,
    explain: { budget: 2_000_000, tieBreak: 'readings, hops, id list by code point' },
    coverage: { sources: 4, newestSource: '2025-03', entities: 21, relations: 31, version: 2 },
  });
});

test('a step against the direction of a relationship is read in its reverse', async () => {
  const from = [await idByName(ask, '云岭激光创新联合体')];
  const to = [await idByName(ask, '青石光电有限公司')];
  const { paths: found } = (await paths({ from, to, k: 1 })) as { paths: { steps: { sentences: unknown }[] }[] };
  expect(found[0]?.steps[0]?.sentences).toStrictEqual([
    { zh: '云岭激光创新联合体由青石光电有限公司牵头。', en: '云岭激光创新联合体 is led by 青石光电有限公司.' },
  ]);
});

test('no path within the hops names the nearest miss', async () => {
  const from = [await idByName(ask, '白鹿激光有限公司')];
  const to = [await idByName(ask, '青石光电有限公司')];
  const answer = await paths({ from, to, maxHops: 2 });
  expect(answer['paths']).toStrictEqual([]);
  expect(answer['none']).toStrictEqual({
    reason: 'TOO_FAR',
    message: {
      zh: '2 步以内没有路径。最近的一条有 3 步，是弱联系：白鹿激光有限公司 → 激光器件 → 晶体材料 → 青石光电有限公司。',
    },
    cut: false,
    misses: [
      {
        filters: [],
        path: {
          hops: 3,
          entities: [
            { name: '白鹿激光有限公司' },
            { name: '激光器件' },
            { name: '晶体材料' },
            { name: '青石光电有限公司' },
          ],
        },
      },
    ],
  });
});

test('no path under a filter says which one', async () => {
  const from = [await idByName(ask, '甲市')];
  const to = [await idByName(ask, '激光器件')];
  const { none } = (await paths({ from, to, maxHops: 1, relationTypes: ['TARGETS'] })) as { none: unknown };
  expect(none).toMatchObject({
    reason: 'FILTERED',
    misses: [
      { filters: ['modalities'], path: { hops: 1 } },
      { filters: ['relationTypes'], path: { hops: 1 } },
    ],
  });
});

test('an id that no version knows is an expected outcome', async () => {
  const id = `e${'a'.repeat(20)}`;
  expect(await paths({ from: [id], to: [id] })).toStrictEqual({
    __typename: 'EntityNotFound',
    id,
    message: { zh: `这个数据版本里没有编号 ${id}`, en: `This data version has no entity ${id}.` },
  });
});

test('what cannot be asked is said by field', async () => {
  const a = await idByName(ask, '甲市');
  const b = await idByName(ask, '乙市');
  const refused = async (input: Record<string, unknown>) => (await paths({ from: [a], to: [b], ...input }))['field'];
  expect(await refused({ k: 51 })).toBe('k');
  expect(await refused({ k: 0 })).toBe('k');
  expect(await refused({ maxHops: 9 })).toBe('maxHops');
  expect(await refused({ from: [] })).toBe('from');
  expect(await refused({ to: [b, b, b, b, b, b] })).toBe('to');
  expect(await refused({ to: [a] })).toBe('to');
  expect(await refused({ exclude: [b] })).toBe('exclude');
  const c = await idByName(ask, '岚山大学');
  expect(await refused({ mustPass: [b] })).toBe('mustPass');
  expect(await refused({ mustPass: [c], exclude: [c] })).toBe('mustPass');
  expect(await refused({ mustPass: [c, c, c, c] })).toBe('mustPass');
  expect(await refused({ minConfidence: 1001 })).toBe('minConfidence');
  expect(await refused({ asOf: '2024-13' })).toBe('asOf');
});

test('the neighbourhood holds the relationships, their ends and the readings, and counts what it leaves out', async () => {
  const query = `query ($input: NeighbourhoodInput!) { neighbourhood(input: $input) { __typename ... on Neighbourhood {
    entities { name } relations { sentence { zh } } readings { from { name } to { name } } omitted coverage { version } }
    ... on EntityNotFound { id } ... on InvalidConstraint { field } } }`;
  const of = async (input: Record<string, unknown>) =>
    (await dataOf<{ neighbourhood: unknown }>(ask, query, { input })).neighbourhood;
  const id = await idByName(ask, '岚山大学');
  expect(await of({ ids: [id], limit: 2 })).toStrictEqual({
    __typename: 'Neighbourhood',
    entities: [{ name: '岚山大学' }, { name: '甲市' }, { name: '岚大' }, { name: '云岭激光创新联合体' }],
    relations: [
      { sentence: { zh: '岚山大学是云岭激光创新联合体的成员单位。' } },
      { sentence: { zh: '岚山大学位于甲市。' } },
    ],
    readings: [{ from: { name: '岚大' }, to: { name: '岚山大学' } }],
    omitted: 2,
    coverage: { version: 2 },
  });
  expect(await of({ ids: [id], limit: 0 })).toStrictEqual({ __typename: 'InvalidConstraint', field: 'limit' });
  expect(await of({ ids: [] })).toStrictEqual({ __typename: 'InvalidConstraint', field: 'ids' });
  expect(await of({ ids: ['💥'] })).toStrictEqual({ __typename: 'EntityNotFound', id: '💥' });
});

type Costed = { readonly hops: number; readonly cost: number; readonly entities: readonly { readonly name: string }[] };
const COSTED = `query ($input: PathInput!) { paths(input: $input) { ... on PathSet {
  paths { hops cost entities { name } steps { cost { total hop evidence modality hub shared } } }
  without { entity { name } path { hops entities { name } } truncated } explain { tieBreak } } } }`;

test('by cost every hop says what it costs, and each entity passed what is left without it', async () => {
  const from = [await idByName(ask, '白鹿激光有限公司')];
  const to = [await idByName(ask, '青石光电有限公司')];
  const { paths: found } = await dataOf<{
    paths: {
      paths: readonly (Costed & { readonly steps: readonly { readonly cost: Record<string, number> | null }[] })[];
      without: readonly unknown[];
      explain: unknown;
    };
  }>(ask, COSTED, { input: { from, to, k: 1, weight: 'COST' } });
  const [path] = found.paths;
  expect(path?.entities.map(({ name }) => name)).toStrictEqual([
    '白鹿激光有限公司',
    '激光器件',
    '晶体材料',
    '青石光电有限公司',
  ]);
  expect(path?.steps.map(({ cost }) => cost)).toStrictEqual([
    { total: 2600, hop: 1000, evidence: 100, modality: 0, hub: 500, shared: 1000 },
    { total: 2600, hop: 1000, evidence: 100, modality: 0, hub: 500, shared: 1000 },
    { total: 1050, hop: 1000, evidence: 50, modality: 0, hub: 0, shared: 0 },
  ]);
  expect(path?.cost).toBe(6250);
  expect(found.without).toStrictEqual([
    { entity: { name: '激光器件' }, path: null, truncated: false },
    { entity: { name: '晶体材料' }, path: null, truncated: false },
  ]);
  expect(found.explain).toStrictEqual({ tieBreak: 'readings, cost, hops, id list by code point' });
});

test('paths apart from one another share nothing but their ends', async () => {
  const from = [await idByName(ask, '甲市')];
  const to = [await idByName(ask, '云岭激光创新联合体')];
  const of = async (more: Record<string, unknown>) => {
    const query = `query ($input: PathInput!) { paths(input: $input) { ... on PathSet { paths { entities { name } } } } }`;
    const input = { from, to, k: 10, maxHops: 4, ...more };
    const { paths: set } = await dataOf<{ paths: { paths: readonly Costed[] } }>(ask, query, { input });
    return set.paths.map(({ entities }) => entities.map(({ name }) => name).slice(1, -1));
  };
  expect(await of({})).toStrictEqual([
    ['岚山大学'],
    ['青石高新区', '青石光电有限公司'],
    ['岚山大学', '云岭光学研究所'],
    ['激光器件', '晶体材料', '青石光电有限公司'],
  ]);
  expect(await of({ disjoint: true })).toStrictEqual([['岚山大学'], ['青石高新区', '青石光电有限公司']]);
});

test('what must be passed, kinds, classes, confidence and a date are each a filter that is named when it stands in the way', async () => {
  const from = [await idByName(ask, '青石光电有限公司')];
  const to = [await idByName(ask, '云岭激光创新联合体')];
  const why = async (more: Record<string, unknown>) => {
    type None = { readonly misses: readonly { readonly filters: readonly string[] }[] };
    const { none } = (await paths({ from, to, maxHops: 1, ...more })) as { none: None | null };
    return none?.misses.map(({ filters }) => filters.join(' '));
  };
  expect(await why({})).toBe(undefined);
  expect(await why({ mustPass: [await idByName(ask, '岚山大学')] })).toStrictEqual(['mustPass']);
  expect(await why({ sourceClasses: ['paper'] })).toStrictEqual(['sourceClasses']);
  expect(await why({ minConfidence: 1000 })).toStrictEqual(['minConfidence']);
});

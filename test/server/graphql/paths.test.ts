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
    none { reason message { zh } filters hops nearest { name } }
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
      zh: '2 步以内没有路径，最近的一条有 3 步：白鹿激光有限公司 → 激光器件 → 晶体材料 → 青石光电有限公司。',
    },
    filters: [],
    hops: 3,
    nearest: [{ name: '白鹿激光有限公司' }, { name: '激光器件' }, { name: '晶体材料' }, { name: '青石光电有限公司' }],
  });
});

test('no path under a filter says which one', async () => {
  const from = [await idByName(ask, '甲市')];
  const to = [await idByName(ask, '激光器件')];
  const { none } = (await paths({ from, to, maxHops: 1, relationTypes: ['TARGETS'] })) as { none: unknown };
  expect(none).toMatchObject({ reason: 'FILTERED', filters: ['modalities'], hops: 1 });
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

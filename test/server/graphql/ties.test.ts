import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { withStore } from '#test/support/publish-world.ts';
import { entityRow, relationshipRow } from '#test/support/rows.ts';
import { opened, publish } from '../../store-contract/harness.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const EXPECTED = '... on EntityNotFound { id } ... on InvalidConstraint { field message { zh en } }';
const ASKED: Readonly<Record<string, string>> = {
  distances: `... on Distances { from { name } to { name redirectedFrom } pairs { from { name } to { name } hops none message { zh en } }
    intermediaries { entity { name } count pairs weakness { zh en } } omitted truncated coverage { sources version } }`,
  commonNeighbours: `... on CommonNeighbours { entities { name } neighbours { entity { name } count weakness { zh }
    ties { of { name } relations { type modality } } } omitted truncated coverage { sources version } }`,
  rings: `... on Rings { entities { name } rings { distance count kinds { kind count } relationCount relationTypes { type count }
    entities { name } omitted } truncated coverage { sources version } }`,
};

async function of(field: string, input: Record<string, unknown>): Promise<Record<string, unknown>> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `query ($input: ${type}!) { ${field}(input: $input) { __typename ${ASKED[field]} ${EXPECTED} } }`;
  return (await dataOf<Record<string, Record<string, unknown>>>(ask, query, { input }))[field] ?? {};
}

const ids = (...names: string[]) => Promise.all(names.map((name) => idByName(ask, name)));
const COVERAGE = { sources: 4, version: 2 };

test('distances among the members of one list, what stands between, and an id that was merged away', async () => {
  const from = await ids('云岭光学研究所', '岚山大学');
  const to = ['eja4f4ronhppqdfigdht6', ...(await ids('岚山大学', '青石光电有限公司'))];
  expect(await of('distances', { from, to })).toStrictEqual({
    __typename: 'Distances',
    from: [{ name: '云岭光学研究所' }, { name: '岚山大学' }],
    to: [
      { name: '青石光电有限公司', redirectedFrom: 'eja4f4ronhppqdfigdht6' },
      { name: '岚山大学', redirectedFrom: null },
    ],
    pairs: [
      { from: { name: '云岭光学研究所' }, to: { name: '青石光电有限公司' }, hops: 2, none: null, message: null },
      { from: { name: '云岭光学研究所' }, to: { name: '岚山大学' }, hops: 1, none: null, message: null },
      { from: { name: '岚山大学' }, to: { name: '青石光电有限公司' }, hops: 2, none: null, message: null },
      { from: { name: '岚山大学' }, to: { name: '岚山大学' }, hops: 0, none: null, message: null },
    ],
    intermediaries: [
      { entity: { name: '云岭激光创新联合体' }, count: 2, pairs: [0, 2], weakness: null },
      { entity: { name: '激光晶体' }, count: 1, pairs: [0], weakness: null },
    ],
    omitted: 0,
    truncated: false,
    coverage: COVERAGE,
  });
});

test('no distance within the hops is said in words; a place between is called weak', async () => {
  const [from, to] = [await ids('岚山大学'), await ids('青石高新区', '岚江大学')];
  const near = await of('distances', { from, to, maxHops: 1 });
  expect(near['pairs']).toMatchObject([
    {
      none: 'NONE_WITHIN',
      message: { zh: '按这些条件，1 步以内没有路径。', en: 'No path within 1 hop under these filters.' },
    },
    { none: 'NONE_WITHIN' },
  ]);
  const { intermediaries } = await of('distances', { from, to, places: true, maxHops: 2 });
  expect(intermediaries).toStrictEqual([
    { entity: { name: '甲市' }, count: 1, pairs: [0], weakness: { zh: '只是同一个地区', en: 'only the same place' } },
  ]);
});

test('an end of which nothing is documented is named', async () => {
  await withStore(async (store) => {
    await publish(
      store,
      opened('entity', entityRow('甲'), entityRow('乙'), entityRow('丙')),
      opened('relationship', relationshipRow('甲', '乙')),
    );
    const [a, b, c] = [entityRow('甲').id, entityRow('乙').id, entityRow('丙').id];
    const query = `{ distances(input: { from: ["${a}"], to: ["${b}", "${c}"] }) { ... on Distances { pairs { hops none message { zh en } } } } }`;
    expect(await dataOf(asker(store), query)).toStrictEqual({
      distances: {
        pairs: [
          { hops: 1, none: null, message: null },
          {
            hops: null,
            none: 'NO_RELATIONS',
            message: {
              zh: '图上没有丙的任何关系；别的记录里也可能写到它。',
              en: 'The graph has no relationship of 丙; other records may write of it.',
            },
          },
        ],
      },
    });
  });
});

test('what two have in common is as it is now, unless a filter says otherwise', async () => {
  const asked = await ids('青石光电有限公司', '云岭光学研究所', '岚江大学');
  const both = await of('commonNeighbours', { ids: asked.slice(0, 2) });
  expect(both).toStrictEqual({
    __typename: 'CommonNeighbours',
    entities: [{ name: '青石光电有限公司' }, { name: '云岭光学研究所' }],
    neighbours: [
      {
        entity: { name: '激光晶体' },
        count: 2,
        weakness: null,
        ties: [
          {
            of: { name: '青石光电有限公司' },
            relations: [
              { type: 'PRODUCES', modality: 'operating' },
              { type: 'PRODUCES', modality: 'building' },
            ],
          },
          { of: { name: '云岭光学研究所' }, relations: [{ type: 'DEVELOPS', modality: 'operating' }] },
        ],
      },
      {
        entity: { name: '云岭激光创新联合体' },
        count: 2,
        weakness: null,
        ties: [
          { of: { name: '青石光电有限公司' }, relations: [{ type: 'LEADS', modality: 'operating' }] },
          { of: { name: '云岭光学研究所' }, relations: [{ type: 'MEMBER_OF', modality: 'operating' }] },
        ],
      },
    ],
    omitted: 0,
    truncated: false,
    coverage: COVERAGE,
  });
  const of3 = async (more: Record<string, unknown>) => {
    const { neighbours, omitted } = await of('commonNeighbours', { ids: asked, ...more });
    return [(neighbours as { count: number }[]).map(({ count }) => count), omitted];
  };
  expect(await of3({})).toStrictEqual([[], 0]);
  expect(await of3({ filter: {} })).toStrictEqual([[3], 0]);
  expect(await of3({ atLeast: 2, first: 1 })).toStrictEqual([[2], 1]);
});

test('rings count what lies around; places are counted and not passed', async () => {
  const [id] = await ids('岚山大学');
  expect(await of('rings', { ids: [id], limit: 2 })).toStrictEqual({
    __typename: 'Rings',
    entities: [{ name: '岚山大学' }],
    rings: [
      {
        distance: 1,
        count: 3,
        kinds: [
          { kind: 'Institute', count: 1 },
          { kind: 'Consortium', count: 1 },
          { kind: 'Place', count: 1 },
        ],
        relationCount: 4,
        relationTypes: [
          { type: 'MEMBER_OF', count: 1 },
          { type: 'LOCATED_IN', count: 1 },
          { type: 'COLLABORATES_WITH', count: 2 },
        ],
        entities: [{ name: '云岭光学研究所' }, { name: '甲市' }],
        omitted: 1,
      },
      {
        distance: 2,
        count: 3,
        kinds: [
          { kind: 'Company', count: 1 },
          { kind: 'University', count: 1 },
          { kind: 'Product', count: 1 },
        ],
        relationCount: 3,
        relationTypes: [
          { type: 'LEADS', count: 1 },
          { type: 'MEMBER_OF', count: 1 },
          { type: 'DEVELOPS', count: 1 },
        ],
        entities: [{ name: '岚大' }, { name: '青石光电有限公司' }],
        omitted: 1,
      },
    ],
    truncated: false,
    coverage: COVERAGE,
  });
  const counts = async (more: Record<string, unknown>) =>
    ((await of('rings', { ids: [id], ...more }))['rings'] as { count: number }[]).map(({ count }) => count);
  expect(await counts({ hops: 1, filter: { types: ['LOCATED_IN'] }, limit: 0 })).toStrictEqual([1]);
  expect(await counts({ hops: 2, filter: { types: ['LOCATED_IN'] }, places: true })).toStrictEqual([1, 2]);
  expect(await counts({ filter: { types: [] } })).toStrictEqual([]);
});

test('what is not there, and what cannot be asked, is said by field', async () => {
  const [a = '', b = ''] = await ids('岚山大学', '云岭光学研究所');
  const nobody = `e${'a'.repeat(20)}`;
  const missing = { __typename: 'EntityNotFound', id: nobody };
  expect(await of('distances', { from: [a], to: [b], exclude: [nobody] })).toStrictEqual(missing);
  expect(await of('commonNeighbours', { ids: [a, nobody] })).toStrictEqual(missing);
  expect(await of('rings', { ids: [nobody] })).toStrictEqual(missing);
  const refused = async (field: string, input: Record<string, unknown>) => (await of(field, input))['field'];
  const many = Array.from({ length: 21 }, () => a);
  expect(await refused('distances', { from: [], to: [b] })).toBe('from');
  expect(await refused('distances', { from: [a], to: many })).toBe('to');
  expect(await refused('distances', { from: [a], to: [b], maxHops: 9 })).toBe('maxHops');
  expect(await refused('distances', { from: [a], to: [b], exclude: [a] })).toBe('exclude');
  expect(await refused('commonNeighbours', { ids: [a] })).toBe('ids');
  expect(await refused('commonNeighbours', { ids: [a, a] })).toBe('ids');
  expect(await refused('commonNeighbours', { ids: [a, b], atLeast: 1 })).toBe('atLeast');
  expect(await refused('commonNeighbours', { ids: [a, b], atLeast: 3 })).toBe('atLeast');
  expect(await refused('commonNeighbours', { ids: [a, b], first: 101 })).toBe('first');
  expect(await refused('rings', { ids: many.slice(0, 6) })).toBe('ids');
  expect(await refused('rings', { ids: [a], hops: 5 })).toBe('hops');
  expect(await refused('rings', { ids: [a], limit: -1 })).toBe('limit');
});

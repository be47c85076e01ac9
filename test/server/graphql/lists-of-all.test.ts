import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

type Listed<Node> = {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly hasPreviousPage: boolean; readonly endCursor: string };
};
type Named = { readonly id: string; readonly name: string };

const PAGE = 'pageInfo { hasNextPage hasPreviousPage endCursor }';

test('entities of one kind come in order of id, page after page, with how many there are', async () => {
  const query = `query ($first: Int, $after: String) { entities(kind: Institute, first: $first, after: $after) {
    totalCount edges { node { id name } } ${PAGE} } }`;
  const page = async (first: number, after?: string) =>
    (await dataOf<{ entities: Listed<Named> }>(ask, query, { first, after })).entities;
  const whole = await page(100);
  expect(whole.edges.map(({ node }) => node.name)).toStrictEqual(['云岭光学研究所']);
  expect(whole.totalCount).toBe(1);
  const places = `query ($after: String) { entities(kind: Place, first: 3, after: $after) { totalCount edges { node { id name } } ${PAGE} } }`;
  const first = (await dataOf<{ entities: Listed<Named> }>(ask, places)).entities;
  const { endCursor } = first.pageInfo;
  const second = (await dataOf<{ entities: Listed<Named> }>(ask, places, { after: endCursor })).entities;
  const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
  expect(ids).toStrictEqual(ids.toSorted());
  expect([first.totalCount, ids.length]).toStrictEqual([first.totalCount, first.totalCount]);
  expect([first.pageInfo.hasNextPage, first.pageInfo.hasPreviousPage]).toStrictEqual([true, false]);
  expect([second.pageInfo.hasNextPage, second.pageInfo.hasPreviousPage]).toStrictEqual([false, true]);
});

test('a kind of which there is none has an empty page', async () => {
  const query = `{ entities(kind: Fund) { totalCount edges { cursor } ${PAGE} } }`;
  expect(await dataOf(ask, query)).toStrictEqual({
    entities: {
      totalCount: 0,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, endCursor: null },
    },
  });
});

test('all targets are listed, each with its pace or why there is none', async () => {
  const query = `{ indicators(figure: target) { totalCount edges { node { entity { name } measure value period
    pace { gaps baseline { value } latest { value } shareOfWay shareOfTime neededPerYear neededGrowth notCompared { id } } } } } }`;

  expect(await dataOf(ask, query)).toStrictEqual({
    indicators: {
      totalCount: 1,
      edges: [
        {
          node: {
            entity: { name: '甲市' },
            measure: '激光产业产值',
            value: '300',
            period: '2027',
            pace: {
              gaps: ['DISPUTED'],
              baseline: null,
              latest: { value: expect.stringMatching(/^1(18|20)$/) as string },
              shareOfWay: null,
              shareOfTime: null,
              neededPerYear: null,
              neededGrowth: null,
              notCompared: [],
            },
          },
        },
      ],
    },
  });
  const actual = '{ indicators(figure: actual) { edges { node { pace { gaps } } } } }';
  expect(await dataOf(ask, actual)).toStrictEqual({
    indicators: { edges: [{ node: { pace: null } }, { node: { pace: null } }] },
  });
});

test('before the second value came, the newest figure stands without dispute', async () => {
  const query = `{ indicators(figure: target, version: 1) { edges { node {
    pace { gaps latest { value period } shareOfWay neededPerYear neededGrowth } } } } }`;
  expect(await dataOf(ask, query)).toStrictEqual({
    indicators: {
      edges: [
        {
          node: {
            pace: {
              gaps: ['NO_BASELINE'],
              latest: { value: '120', period: '2023' },
              shareOfWay: null,
              neededPerYear: '45',
              neededGrowth: 257,
            },
          },
        },
      ],
    },
  });
});

const DISPUTES = `{ disputes { totalCount truncated edges { node { about { name } facts { __typename
  ... on Relation { type refuted } ... on Attribute { name value } ... on Indicator { measure value scope } } } } } }`;

test('what the sources disagree on stands together, with all that is said', async () => {
  const { disputes } = await dataOf<{
    disputes: { totalCount: number; truncated: boolean; edges: { node: { about: Named; facts: object[] } }[] };
  }>(ask, DISPUTES);
  const told = disputes.edges.map(({ node }) => ({ about: node.about.name, facts: node.facts }));
  expect(told.slice(0, 2).reverse()).toStrictEqual([
    {
      about: '青石光电有限公司',
      facts: expect.arrayContaining([
        { __typename: 'Attribute', name: 'founded', value: '2011' },
        { __typename: 'Attribute', name: 'founded', value: '2012' },
      ]) as object[],
    },
    {
      about: '甲市',
      facts: expect.arrayContaining([
        { __typename: 'Indicator', measure: '激光产业产值', value: '118', scope: 'jia-laser' },
        { __typename: 'Indicator', measure: '激光产业产值', value: '120', scope: 'jia-laser' },
      ]) as object[],
    },
  ]);
  expect(told.map(({ facts }) => facts.length)).toStrictEqual([2, 2, 1, 1]);
  expect(told.flatMap(({ facts }) => facts).filter((fact) => 'refuted' in fact && fact.refuted)).toStrictEqual([
    { __typename: 'Relation', type: 'ACTIVE_IN', refuted: true },
  ]);
  expect([disputes.totalCount, disputes.truncated]).toStrictEqual([4, false]);
});

test('what no source tells of a thing is named, whatever is only planned', async () => {
  const query = `{ entities(kind: Consortium) { edges { node { name unstated { what label { zh en } } } } } }`;
  expect(await dataOf(ask, query)).toStrictEqual({
    entities: {
      edges: [
        {
          node: {
            name: '云岭激光创新联合体',
            unstated: [
              { what: 'all_members', label: { zh: '完整的成员名单', en: 'the whole list of members' } },
              { what: 'place', label: { zh: '所在地', en: 'where it is' } },
              { what: 'industry', label: { zh: '所属产业', en: 'in which industry it works' } },
              { what: 'products', label: { zh: '产品与技术', en: 'what it makes or develops' } },
            ],
          },
        },
      ],
    },
  });
  const firms = `{ entities(kind: Company) { edges { node { name unstated { what meant } } } } }`;
  type Firm = {
    readonly name: string;
    readonly unstated: readonly { readonly what: string; readonly meant: boolean }[];
  };
  const { entities } = await dataOf<{ entities: Listed<Firm> }>(ask, firms);
  const told = new Map(entities.edges.map(({ node }) => [node.name, node.unstated.map(({ what }) => what)]));
  expect(told.get('白鹿激光有限公司')).toStrictEqual(['place', 'products', 'founded', 'identifier']);
});

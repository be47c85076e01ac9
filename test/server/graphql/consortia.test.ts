import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

const SPEC = `id: ties
title: { zh: 联合体, en: consortia }
asOf: 2025-06
sources:
  - { id: news, title: 甲报, class: official_news, publisher: 甲社, date: 2025-02 }
tables:
  - file: things.csv
    source: news
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: news
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
        qualifiers: { role: { column: role } }
`;

const THINGS = `kind,name
Place,甲山省
Place,乙水市
Agency,甲山省科技局
Policy,联合体管理办法
Chain,水泵产业
Chain,阀门产业
Segment,泵体
Segment,电机
Consortium,水泵创新联合体
Consortium,阀门创新联合体
Consortium,电机创新联合体
Company,北泵有限公司
Company,南泵有限公司
Company,电机有限公司
University,甲山大学
`;

const TIES = `passage,type,from,to,modality,role
¶1,PART_OF,乙水市,甲山省,operating,
¶1,LOCATED_IN,水泵创新联合体,乙水市,operating,
¶1,LOCATED_IN,阀门创新联合体,甲山省,operating,
¶2,ISSUES,甲山省科技局,联合体管理办法,operating,
¶2,APPLIES_TO,联合体管理办法,甲山省,operating,
¶3,SEGMENT_OF,泵体,水泵产业,operating,
¶3,SEGMENT_OF,电机,水泵产业,operating,
¶4,LEADS,北泵有限公司,水泵创新联合体,operating,
¶4,MEMBER_OF,甲山大学,水泵创新联合体,operating,水力设计
¶5,MEMBER_OF,南泵有限公司,水泵创新联合体,planned,
¶5,SUPPORTS,水泵创新联合体,水泵产业,operating,
¶6,ACTIVE_IN,北泵有限公司,泵体,operating,
¶6,ACTIVE_IN,电机有限公司,电机,operating,
¶7,SUPPORTS,阀门创新联合体,阀门产业,operating,
¶8,LEADS,电机有限公司,电机创新联合体,proposed,
`;

async function loaded(): Promise<Ask> {
  world = await emptyWorld();
  await world.load(folderOf({ 'dataset.yml': SPEC, 'things.csv': THINGS, 'ties.csv': TIES }));
  return asker(world.store);
}

type Named = { readonly name: string };
type Node = { readonly entity: Named; readonly state: string };
type List = {
  readonly __typename: string;
  readonly totalCount: number;
  readonly total: number;
  readonly sums: readonly { readonly state: string; readonly count: number }[];
  readonly wanted: readonly { readonly place: Named; readonly keepers: readonly Named[] }[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
};

const LIST = `query ($chain: ID, $state: ConsortiumListState, $first: Int, $after: String) {
  consortia(chain: $chain, state: $state, first: $first, after: $after) { __typename
    ... on Consortia { totalCount total sums { state count } wanted { place { name } keepers { name } }
      edges { cursor node { entity { name } state } } pageInfo { hasNextPage } }
    ... on EntityNotFound { id } ... on InvalidConstraint { field } } }`;

const list = async (ask: Ask, variables: Record<string, unknown> = {}) =>
  (await dataOf<{ consortia: List }>(ask, LIST, variables)).consortia;
const shown = ({ edges }: List) => edges.map(({ node }) => `${node.entity.name} ${node.state}`);

test('all consortia by the state of their lists; the sums are those of all, whatever state is asked for', async () => {
  const ask = await loaded();
  expect(shown(await list(ask))).toEqual([
    '水泵创新联合体 open',
    '阀门创新联合体 name_only',
    '电机创新联合体 proposed',
  ]);
  const only = await list(ask, { state: 'name_only' });
  expect([shown(only), only.totalCount, only.total]).toEqual([['阀门创新联合体 name_only'], 1, 3]);
  expect(only.sums.filter(({ count }) => count > 0).map(({ state }) => state)).toEqual([
    'open',
    'name_only',
    'proposed',
  ]);
});

test('page by page, and of one industry alone', async () => {
  const ask = await loaded();
  const first = await list(ask, { first: 1 });
  expect([shown(first), first.pageInfo.hasNextPage]).toEqual([['水泵创新联合体 open'], true]);
  const rest = await list(ask, { first: 5, after: first.edges[0]?.cursor });
  expect([shown(rest).length, rest.pageInfo.hasNextPage]).toEqual([2, false]);
  const valves = await list(ask, { chain: await idByName(ask, '阀门产业') });
  expect(shown(valves)).toEqual(['阀门创新联合体 name_only']);
});

test('the register that would settle it is of the outermost place, kept by who issued the rules there', async () => {
  const { wanted } = await list(await loaded());
  expect(wanted).toEqual([{ place: { name: '甲山省' }, keepers: [{ name: '甲山省科技局' }] }]);
});

test('one consortium: who stands in it, who is to come, what is written of their work', async () => {
  const ask = await loaded();
  const id = await idByName(ask, '水泵创新联合体');
  const query = `query ($id: ID!) { consortium(id: $id) { ... on ConsortiumTie { state modality
    chains { chain { name } whole relations { type } }
    roles { role standing total rows { entity { name } stands division does { type } } }
    skills { segments total seen { name } unseen { segment { name } total bringers { entity { name } ways } } } } } }`;
  expect(await dataOf(ask, query, { id })).toEqual({
    consortium: {
      state: 'open',
      modality: 'operating',
      chains: [{ chain: { name: '水泵产业' }, whole: true, relations: [{ type: 'SUPPORTS' }] }],
      roles: [
        {
          role: 'lead',
          standing: 1,
          total: 1,
          rows: [{ entity: { name: '北泵有限公司' }, stands: true, division: [], does: [{ type: 'ACTIVE_IN' }] }],
        },
        {
          role: 'member',
          standing: 1,
          total: 2,
          rows: [
            { entity: { name: '南泵有限公司' }, stands: false, division: [], does: [] },
            { entity: { name: '甲山大学' }, stands: true, division: ['水力设计'], does: [] },
          ],
        },
      ],
      skills: [
        {
          segments: 2,
          total: 1,
          seen: [{ name: '泵体' }],
          unseen: [
            {
              segment: { name: '电机' },
              total: 1,
              bringers: [{ entity: { name: '电机有限公司' }, ways: ['operating'] }],
            },
          ],
        },
      ],
    },
  });
});

test('what cannot be asked is told so', async () => {
  const ask = await loaded();
  const nobody = `e${'a'.repeat(20)}`;
  const firm = await idByName(ask, '北泵有限公司');
  expect(await list(ask, { chain: nobody })).toEqual({ __typename: 'EntityNotFound', id: nobody });
  expect(await list(ask, { chain: firm })).toEqual({ __typename: 'InvalidConstraint', field: 'chain' });
  const query = `query ($id: ID!) { consortium(id: $id) { __typename } }`;
  expect(await dataOf(ask, query, { id: nobody })).toEqual({ consortium: { __typename: 'EntityNotFound' } });
  expect(await dataOf(ask, query, { id: firm })).toEqual({ consortium: { __typename: 'InvalidConstraint' } });
});

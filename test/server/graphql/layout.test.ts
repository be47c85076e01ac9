import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

const SPEC = `id: plans
title: { zh: 规划, en: plans }
asOf: 2025-06
sources:
  - id: old
    title: 甲市老规划
    class: policy
    publisher: 甲市政府
    date: 2023
    coverage:
      - { chain: 水泵产业, place: 甲山市, date: 2023, extent: list }
  - { id: new, title: 甲市新规划, class: policy, publisher: 甲市政府, date: 2025 }
  - { id: news, title: 甲报, class: official_news, publisher: 甲社, date: 2025-02 }
tables:
  - file: things.csv
    source: news
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: ties.csv
    source: { column: source }
    passage: { column: passage }
    confidence: { is: "0.9" }
    records: { from: { ref: { column: from } }, to: { ref: { column: to } } }
    states:
      - relationship: { column: type }
        from: from
        to: to
        modality: { column: modality }
`;

const THINGS = `kind,name
Place,甲山市
Park,北部工业区
Park,南部工业区
Park,北部第一园区
Park,北部第二园区
Park,南部第一园区
Chain,水泵产业
Chain,阀门产业
Chain,装备产业
Segment,泵体
Policy,甲市产业规划
Company,北泵有限公司
Company,南泵有限公司
Company,某泵有限公司
Laboratory,水泵产业实验室
Place,乙水市
`;

/** The old plan puts pumps into a park of the north, the new one into the south; valves stay in the north. */
const TIES = `source,passage,type,from,to,modality
old,¶1,APPLIES_TO,甲市产业规划,北部工业区,operating
old,¶1,APPLIES_TO,甲市产业规划,南部工业区,operating
old,¶2,PART_OF,北部第一园区,北部工业区,operating
old,¶2,PART_OF,北部第二园区,北部工业区,operating
old,¶2,ACTIVE_IN,北部工业区,水泵产业,planned
old,¶2,ACTIVE_IN,北部工业区,阀门产业,planned
old,¶5,ACTIVE_IN,南部工业区,阀门产业,planned
old,¶3,PART_OF,水泵产业,装备产业,operating
old,¶4,ACTIVE_IN,北部第一园区,水泵产业,planned
old,¶4,SUPPORTS,水泵产业实验室,水泵产业,operating
old,¶4,ACTIVE_IN,乙水市,水泵产业,planned
new,¶1,APPLIES_TO,甲市产业规划,北部工业区,operating
new,¶1,APPLIES_TO,甲市产业规划,南部工业区,operating
new,¶5,PART_OF,南部第一园区,南部工业区,operating
new,¶6,ACTIVE_IN,南部第一园区,水泵产业,planned
new,¶6,ACTIVE_IN,北部工业区,阀门产业,planned
news,¶1,SEGMENT_OF,泵体,水泵产业,operating
news,¶2,LOCATED_IN,北泵有限公司,北部第一园区,operating
news,¶2,LOCATED_IN,南泵有限公司,南部工业区,operating
news,¶2,PART_OF,北部第二园区,北部工业区,operating
news,¶2,LOCATED_IN,北部工业区,甲山市,operating
news,¶2,LOCATED_IN,南部工业区,甲山市,operating
news,¶3,ACTIVE_IN,南泵有限公司,泵体,operating
news,¶3,ACTIVE_IN,某泵有限公司,泵体,operating
news,¶3,ACTIVE_IN,北泵有限公司,水泵产业,planned
`;

type Mention = {
  readonly entity: { readonly name: string };
  readonly passages: readonly { readonly locator: string }[];
};
type Body = { readonly name: string };
type Layout = {
  readonly source: { readonly key: string };
  readonly policy: { readonly name: string } | null;
  readonly zones: readonly { readonly zone: Body }[];
  readonly industries: readonly {
    readonly chain: Body;
    readonly group: Body | null;
    readonly cells: readonly {
      readonly says: string;
      readonly extent: string | null;
      readonly parks: readonly Mention[];
      readonly asked: Mention | null;
      readonly seen: Readonly<Record<'operating' | 'building' | 'unplaced', readonly Body[]>> | null;
    }[];
    readonly bodies: readonly Mention[];
    readonly partners: readonly Mention[];
  }[];
};

const MENTION = '{ entity { name } passages { locator } }';
const QUERY = `query ($source: ID, $zones: [ID!], $seen: Boolean) { layout(source: $source, zones: $zones, seen: $seen) {
  __typename
  ... on InvalidConstraint { field }
  ... on EntityNotFound { id }
  ... on NoLayout { message { en } coverage { sources } }
  ... on Layout { source { key } policy { name } zones { zone { name } }
    industries { chain { name } group { name } bodies ${MENTION} partners ${MENTION}
      cells { says extent parks ${MENTION} asked ${MENTION}
        seen { operating { name } building { name } unplaced { name } } } } } } }`;

async function loaded(ties = TIES): Promise<Ask> {
  world = await emptyWorld();
  await world.load(folderOf({ 'dataset.yml': SPEC, 'things.csv': THINGS, 'ties.csv': ties }));
  return asker(world.store);
}

async function sourceOf(ask: Ask, key: string): Promise<string | undefined> {
  type Sources = { dataset: { sources: readonly { id: string; key: string }[] } };
  const { dataset } = await dataOf<Sources>(ask, '{ dataset { sources { id key } } }');
  return dataset.sources.find((source) => source.key === key)?.id;
}

const layoutBy = async (ask: Ask, variables: Record<string, unknown>) =>
  (await dataOf<{ layout: Layout }>(ask, QUERY, variables)).layout;

const cellsOf = ({ industries }: Layout) =>
  industries.map(({ chain, cells }) => [
    chain.name,
    ...cells.map(({ says, parks, asked }) =>
      [says, ...[...parks, ...(says === 'park' || !asked ? [] : [asked])].map(said)].join(' '),
    ),
  ]);
const said = ({ entity, passages }: Mention) => [entity.name, ...passages.map(({ locator }) => locator)].join(' ');

test('two plans of one region that disagree are two tables, each with its own word', async () => {
  const ask = await loaded();
  const old = await layoutBy(ask, { source: await sourceOf(ask, 'old') });
  expect(old.zones.map(({ zone }) => zone.name)).toEqual(['北部工业区', '南部工业区']);
  expect(cellsOf(old)).toEqual([
    ['水泵产业', 'park 北部第一园区 ¶4', 'none'],
    ['阀门产业', 'listed 北部工业区 ¶2', 'zone 南部工业区 ¶5'],
  ]);
  expect(old.industries.map(({ group }) => group?.name)).toEqual(['装备产业', undefined]);
  expect(old.industries[0]?.bodies.map(said)).toEqual(['水泵产业实验室 ¶4']);
  expect(old.industries[0]?.partners.map(said)).toEqual(['乙水市 ¶4']);
  expect(old.industries[0]?.cells.map(({ extent }) => extent)).toEqual(['list', 'list']);
  const fresh = await layoutBy(ask, { source: await sourceOf(ask, 'new') });
  expect(cellsOf(fresh)).toEqual([
    ['水泵产业', 'none', 'park 南部第一园区 ¶6'],
    ['阀门产业', 'zone 北部工业区 ¶6', 'none'],
  ]);
  expect(fresh.industries[0]?.bodies).toEqual([]);
});

test('without a source the first plan is shown: a policy before news, the newer before the older', async () => {
  const ask = await loaded(`${TIES}news,¶9,ACTIVE_IN,北部工业区,水泵产业,planned\n`);
  type Plans = { layoutPlans: { looked: number; total: number; plans: { source: { key: string }; zones: Body[] }[] } };
  const { layoutPlans } = await dataOf<Plans>(
    ask,
    '{ layoutPlans { looked total plans { source { key } zones { name } } } }',
  );
  expect(layoutPlans.plans.map(({ source, zones }) => [source.key, ...zones.map(({ name }) => name)])).toEqual([
    ['new', '北部工业区', '南部工业区'],
    ['old', '北部工业区', '南部工业区'],
    ['news', '北部工业区'],
  ]);
  expect([layoutPlans.looked, layoutPlans.total]).toEqual([3, 3]);
  expect(await layoutBy(ask, {})).toMatchObject({ source: { key: 'new' }, policy: { name: '甲市产业规划' } });
});

test('bodies are counted where they are, by what operates, and never by what is planned', async () => {
  const ask = await loaded();
  const source = await sourceOf(ask, 'old');
  const [pumps] = (await layoutBy(ask, { source, seen: true })).industries;
  const seen = pumps?.cells.map((cell) => [
    cell.seen?.operating.map(({ name }) => name),
    cell.seen?.building.map(({ name }) => name),
    cell.seen?.unplaced.map(({ name }) => name),
  ]);
  expect(seen).toEqual([
    [[], [], ['某泵有限公司']],
    [['南泵有限公司'], [], ['某泵有限公司']],
  ]);
  expect((await layoutBy(ask, { source })).industries[0]?.cells[0]?.seen).toBeNull();
});

test('the columns can be chosen, and what is no zone is told so', async () => {
  const ask = await loaded();
  const [source, south] = [await sourceOf(ask, 'old'), await idByName(ask, '南部工业区')];
  const chosen = await layoutBy(ask, { source, zones: [south, south] });
  expect(chosen.zones.map(({ zone }) => zone.name)).toEqual(['南部工业区']);
  expect(cellsOf(chosen)).toEqual([['阀门产业', 'zone 南部工业区 ¶5']]);
  const nobody = `e${'a'.repeat(20)}`;
  expect(await layoutBy(ask, { zones: [nobody] })).toEqual({ __typename: 'EntityNotFound', id: nobody });
  expect(await layoutBy(ask, { zones: [] })).toEqual({ __typename: 'InvalidConstraint', field: 'zones' });
  const chain = await idByName(ask, '水泵产业');
  expect(await layoutBy(ask, { zones: [chain] })).toEqual({ __typename: 'InvalidConstraint', field: 'zones' });
  expect(await layoutBy(ask, { source: nobody })).toEqual({ __typename: 'InvalidConstraint', field: 'source' });
});

test('where no source plans for an area the answer says what was looked through', async () => {
  const ask = await loaded('source,passage,type,from,to,modality\nnews,¶3,ACTIVE_IN,北泵有限公司,水泵产业,operating\n');
  expect(await layoutBy(ask, {})).toEqual({
    __typename: 'NoLayout',
    message: { en: 'None of the 3 sources looked through says which zone is to develop what.' },
    coverage: { sources: 3 },
  });
  expect(await layoutBy(ask, { source: await sourceOf(ask, 'news') })).toMatchObject({ __typename: 'NoLayout' });
});

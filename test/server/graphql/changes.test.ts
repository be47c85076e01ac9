import { afterEach, expect, test } from 'vitest';
import { readChanges } from '#server/graphql/changes/read-changes.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { rollbackRun } from '#ingest/publish/publish.ts';
import { emptyWorld, loadWorld, type World } from '#test/support/load-world.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumps, REGISTER } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

/** Publishes the folders one after the other. */
async function history(...folders: readonly string[]): Promise<Ask> {
  world = await emptyWorld();
  for (const folder of folders) await world.load(folder);
  return asker(world.store);
}

type Told = {
  readonly change: string;
  readonly sentence: { readonly zh: string; readonly en: string };
  readonly reason: { readonly zh: string } | null;
  readonly run: { readonly version: number } | null;
  readonly statements: readonly { readonly predicate: string }[];
  readonly sources: readonly { readonly key: string }[];
  readonly entities: readonly { readonly gone: boolean; readonly entity: { readonly name: string } }[];
};
type Changes = {
  readonly totalCount: number;
  readonly counts: readonly { readonly change: string; readonly count: number }[];
  readonly sinceDate: string | null;
  readonly date: string;
  readonly runs: readonly { readonly version: number }[];
  readonly edges: readonly { readonly cursor: string; readonly node: Told }[];
  readonly pageInfo: { readonly hasNextPage: boolean };
};

const QUERY = `query ($since: Int!, $version: Int, $filter: ChangeFilter, $first: Int, $after: String) {
  changes(since: $since, version: $version, filter: $filter, first: $first, after: $after) { __typename
    ... on InvalidConstraint { field } ... on EntityNotFound { id }
    ... on Changes { totalCount counts { change count } cuts { listed } sinceDate date runs { version } pageInfo { hasNextPage }
      edges { cursor node { change sentence { zh en } reason { zh } run { version } statements { predicate } sources { key }
        entities { gone entity { name } } } } } } }`;

async function changes(ask: Ask, since: number, more: Record<string, unknown> = {}): Promise<Changes> {
  return (await dataOf<{ changes: Changes }>(ask, QUERY, { since, first: 100, ...more })).changes;
}

const lines = ({ edges }: Changes) =>
  edges.map(({ node }) =>
    [
      node.change,
      node.sentence.zh,
      node.reason?.zh,
      node.run && `v${node.run.version}`,
      node.sources.map(({ key }) => key).join(' '),
    ]
      .filter(Boolean)
      .join(' | '),
  );

const FIRM = [
  'Company,应用一有限公司,',
  'LOCATED_IN,应用一有限公司,甲市,operating,,,,news',
  'ACTIVE_IN,应用一有限公司,应用,planned,,,,more',
];
const BUILDS = [...FIRM.slice(0, 2), 'ACTIVE_IN,应用一有限公司,应用,building,,,,wish'];

test('a firm that comes is told of with its facts, each with its run and sources', async () => {
  const ask = await history(pumps(''), pumps('', FIRM));
  const told = await changes(ask, 1);
  expect(lines(told)).toEqual([
    'entity_appeared | 新见：应用一有限公司（企业） | v2 | more news',
    'relation_added | 新见：应用一有限公司位于甲市。 | v2 | news',
    'relation_added | 新见：按规划，应用一有限公司从事应用。 | v2 | more',
  ]);
  expect(told.edges.map(({ node }) => node.sentence.en)).toEqual([
    'New: 应用一有限公司 (Company)',
    'New: 应用一有限公司 is located in 甲市.',
    'New: Planned: 应用一有限公司 is active in 应用.',
  ]);
  expect(told.edges[2]?.node.statements).toEqual([{ predicate: 'ACTIVE_IN' }]);
  expect([told.totalCount, told.counts, told.runs, told.sinceDate, told.date]).toEqual([
    3,
    [
      { change: 'entity_appeared', count: 1 },
      { change: 'relation_added', count: 2 },
    ],
    [{ version: 2 }],
    '2025-06',
    '2025-06',
  ]);
});

test('what is planned and then built is one change, with both sources and why the plan went', async () => {
  const ask = await history(pumps('', FIRM), pumps('', BUILDS));
  expect(lines(await changes(ask, 1))).toEqual([
    'relation_changed | 在建：应用一有限公司从事应用。（情态：规划 → 在建） | 重新读取后不再得到 | v2 | wish more',
  ]);
});

test('what goes is told as it was, with why', async () => {
  const ask = await history(pumps('', FIRM), pumps(''));
  const told = await changes(ask, 1);
  expect(lines(told)).toEqual([
    'entity_gone | 已没有资料说到：应用一有限公司（企业） | 重新读取后不再得到 | v2 | more news',
    'relation_removed | 已没有资料说：应用一有限公司位于甲市。 | 重新读取后不再得到 | v2 | news',
    'relation_removed | 已没有资料说：按规划，应用一有限公司从事应用。 | 重新读取后不再得到 | v2 | more',
  ]);
  expect(told.edges[1]?.node.entities).toEqual([
    { gone: true, entity: { name: '应用一有限公司' } },
    { gone: false, entity: { name: '甲市' } },
  ]);
});

test('what came and went again in between is nothing, and a run that was undone shows the reverse', async () => {
  const ask = await history(pumps(''), pumps('', FIRM), pumps(''));
  expect(lines(await changes(ask, 1))).toEqual([]);
  const [, second, third] = (await world?.store.runs()) ?? [];
  if (world === undefined || second === undefined || third === undefined) throw new Error('three runs');
  await rollbackRun(world.store, third.id, QUIET);
  expect(lines(await changes(ask, 3)).map((line) => line.split(' | ').slice(0, 3))).toEqual([
    ['entity_appeared', '新见：应用一有限公司（企业）', 'v4'],
    ['relation_added', '新见：应用一有限公司位于甲市。', 'v4'],
    ['relation_added', '新见：按规划，应用一有限公司从事应用。', 'v4'],
  ]);
  await rollbackRun(world.store, second.id, QUIET);
  expect(lines(await changes(ask, 4)).map((line) => line.split(' | ').slice(0, 4))).toEqual([
    ['entity_gone', '已没有资料说到：应用一有限公司（企业）', '运行被撤销', 'v5'],
    ['relation_removed', '已没有资料说：应用一有限公司位于甲市。', '运行被撤销', 'v5'],
    ['relation_removed', '已没有资料说：按规划，应用一有限公司从事应用。', '运行被撤销', 'v5'],
  ]);
});

test('a second source is a change, the same one read again in another row is none', async () => {
  const same = ['ACTIVE_IN,甲市,应用,planned,,,,news'];
  const again = await history(pumps(''), pumps('', same));
  expect(lines(await changes(again, 1))).toEqual([]);
  await world?.dispose();
  const more = await history(pumps(''), pumps('', ['ACTIVE_IN,甲市,应用,planned,,,,more']));
  expect(lines(await changes(more, 1))).toEqual([
    'relation_changed | 按规划，甲市发展应用。（资料数：1 → 2；发布者数：1 → 2） | v2 | more',
  ]);
});

test('coverage that comes is told with its source', async () => {
  const ask = await history(pumps(''), pumps(REGISTER));
  expect(lines(await changes(ask, 1))).toEqual([
    'coverage_added | 新见：《甲市泵业企业名录》覆盖甲市的泵业（名录，2025） | v2 | reg',
  ]);
});

test('after a merge only the merge is told, and what it changed; its undoing is a split', async () => {
  world = await loadWorld('golden');
  const ask = asker(world.store);
  const first = lines(await changes(ask, 1, { version: 2, filter: { kinds: ['Company'] } }));
  expect(first).toEqual([
    'entity_merged | 青石光电并入青石光电有限公司（企业） | 并入另一实体 | v2 | note',
    'relation_added | 新见：青石光电有限公司从事晶体材料（地点：青石高新区）。 | v2 | reg',
    'relation_changed | 青石光电有限公司生产激光晶体（地点：青石高新区；阶段：量产）。（资料数：2 → 3；发布者数：2 → 3） | v2 | note',
    'attribute_added | 新见：青石光电有限公司的成立：2012 | v2 | reg',
    'attribute_changed | 青石光电有限公司的成立：2011（说法：没有不一 → 说法不一） | v2 | plan',
    'decision_added | 决定：青石光电与青石光电有限公司是同一个（同一园区、同一产品；curator 2025-04-01） | v2',
  ]);
  const back = await changes(ask, 2, { version: 3, filter: { changes: ['entity_split', 'name_removed'] } });
  expect(lines(back)).toEqual([
    'entity_split | 青石光电从青石光电有限公司分出（企业） | v3 | note',
    'name_removed | 已没有资料说：云岭光学研究所的全称：雲嶺光學研究所 | 资料已撤下 | v3 | news2',
  ]);
  const later = await changes(ask, 3, { filter: { types: ['ACTIVE_IN'] } });
  expect(lines(later)).toEqual([
    'relation_changed | 按规划，白鹿激光有限公司从事激光器件。（情态：建议 → 规划；把握：0.5 → 0.9） | 按人工决定 | v4 | plan note',
  ]);
  expect((await changes(ask, 1, { version: 4 })).edges.map(({ node }) => node.change)).not.toContain('entity_merged');
});

test('a filter of entities takes what is about one of them, also by an id that was merged away', async () => {
  world = await loadWorld('golden', { runs: 2 });
  const ask = asker(world.store);
  const merged = await idByName(ask, '青石光电', 1);
  const into = await idByName(ask, '青石光电有限公司', 1);
  const [one, other] = [
    await changes(ask, 1, { filter: { entities: [merged] } }),
    await changes(ask, 1, { filter: { entities: [into] } }),
  ];
  expect(one).toEqual(other);
  expect([one.totalCount, one.edges[0]?.node.change]).toEqual([6, 'entity_merged']);
  const only = await changes(ask, 1, { filter: { entities: [merged], changes: ['attribute_added'] } });
  expect([only.totalCount, only.counts.length]).toEqual([1, 6]);
  for (const filter of [{ entities: [] }, { kinds: [] }, { types: [] }, { changes: [] }]) {
    expect((await changes(ask, 1, { filter })).totalCount).toBe(0);
  }
});

test('since version 0 everything is new, in pages', async () => {
  const ask = await history(pumps(''));
  const whole = await changes(ask, 0);
  expect(whole.counts).toEqual([
    { change: 'entity_appeared', count: 24 },
    { change: 'relation_added', count: 40 },
    { change: 'attribute_added', count: 1 },
    { change: 'source_added', count: 4 },
  ]);
  expect([whole.sinceDate, whole.totalCount, whole.edges.length]).toEqual([null, 69, 69]);
  const first = await changes(ask, 0, { first: 40 });
  const rest = await changes(ask, 0, { first: 40, after: first.edges.at(-1)?.cursor });
  expect([first.pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
  expect([...first.edges, ...rest.edges]).toEqual(whole.edges);
});

test('a version that is not older, an unknown entity and the cursor of another pair are refused', async () => {
  const ask = await history(pumps(''), pumps(REGISTER), pumps('', FIRM));
  const answer = async (since: number, more: Record<string, unknown> = {}) =>
    (await dataOf<{ changes: unknown }>(ask, QUERY, { since, ...more })).changes;
  for (const since of [-1, 3, 4]) {
    expect(await answer(since)).toEqual({ __typename: 'InvalidConstraint', field: 'since' });
  }
  const many = Array.from({ length: 101 }, (_, at) => `e${at}`);
  expect(await answer(1, { filter: { entities: many } })).toEqual({
    __typename: 'InvalidConstraint',
    field: 'entities',
  });
  expect(await answer(1, { filter: { entities: ['e1'] } })).toEqual({ __typename: 'EntityNotFound', id: 'e1' });
  const [{ cursor } = { cursor: '' }] = (await changes(ask, 2)).edges;
  const codeOf = async (variables: Record<string, unknown>) => (await ask(QUERY, variables)).errors[0]?.code;
  expect(await codeOf({ since: 1, after: cursor })).toBe('BAD_USER_INPUT');
  expect(await codeOf({ since: 1, version: 2, after: cursor })).toBe('CURSOR_EXPIRED');
  expect(await codeOf({ since: 1, version: 9 })).toBe('VERSION_UNKNOWN');
});

test('of a sort that changed too much the first are listed, and it is said how many the versions have', async () => {
  await history(pumps('', FIRM), pumps('', BUILDS, ['ACTIVE_IN,乙市,']));
  if (world === undefined) throw new Error('a world');
  const { signal } = new AbortController();
  const view = createViews(world.store, storeTopologies(world.store), createKept(), signal);
  const first = await readChanges(await view(0), await view(1), { rows: 10, listed: 4, looked: 100 });
  expect(first.cuts).toEqual([
    { table: 'entity', before: 0, after: 25, listed: 4 },
    { table: 'relationship', before: 0, after: 42, listed: 4 },
    { table: 'attribute', before: 0, after: 26, listed: 4 },
    { table: 'name', before: 0, after: 25, listed: 4 },
  ]);
  expect(first.changes.map(({ told }) => told.change).slice(3, 5)).toEqual(['entity_appeared', 'relation_added']);
  const again = createViews(world.store, storeTopologies(world.store), createKept(), signal);
  const steps = [await again(1), await again(2)] as const;
  const whole = await readChanges(...steps);
  const cut = await readChanges(...steps, { rows: 0, listed: 1_000, looked: 10_000 });
  const told = ({ changes: list }: typeof whole) => list.map(({ told: { change } }) => change);
  expect([told(cut), cut.cuts]).toEqual([told(whole), []]);
});

test('in English a change speaks of things by the English names that sources give', async () => {
  world = await loadWorld('golden');
  const ask = asker(world.store);
  const told = await changes(ask, 0, { filter: { entities: [await idByName(ask, '云岭光学研究所')] } });
  const english = told.edges.map(({ node }) => node.sentence.en);
  expect(english).toEqual([
    'Loaded: Yunling Institute of Optics (Institute)',
    'Loaded: Yunling Institute of Optics is a member of 云岭激光创新联合体.',
    'Loaded: Yunling Institute of Optics develops 激光晶体 (stage: research).',
    'Loaded: Yunling Institute of Optics collaborates with 岚山大学 (topic: 「晶体生长」).',
    'Loaded: Yunling Institute of Optics collaborates with 岚山大学 (topic: 「人才培养」).',
  ]);
});

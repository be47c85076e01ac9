import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

async function idOf(name: string): Promise<string> {
  const query = 'query ($text: String!) { search(text: $text, first: 1) { edges { node { entity { id } } } } }';
  type Answer = { search: { edges: { node: { entity: { id: string } } }[] } };
  return (await gansu.ask<Answer>(query, { text: name })).search.edges[0]?.node.entity.id ?? '';
}

type Named = readonly { readonly name: string }[];
type Path = {
  readonly hops: number;
  readonly readings: number;
  readonly entities: Named;
  readonly weak: readonly unknown[];
};
type Set = {
  readonly paths: readonly Path[];
  readonly none: {
    readonly reason: string;
    readonly message: { readonly zh: string };
    readonly misses: readonly { readonly filters: readonly string[]; readonly path: Path }[];
  } | null;
  readonly intended: unknown;
};

const PATH = 'hops readings entities { name } weak { entity { name } }';
const QUERY = `query ($input: PathInput!) { paths(input: $input) { ... on PathSet {
  paths { ${PATH} }
  none { reason message { zh } misses { filters path { ${PATH} } } }
  intended { planned proposed message { zh } relations { modality sentence { zh } } }
} } }`;

async function between(a: string, b: string, more: Readonly<Record<string, unknown>> = {}): Promise<Set> {
  const input = { from: [await idOf(a)], to: [await idOf(b)], ...more };
  return (await gansu.ask<{ paths: Set }>(QUERY, { input })).paths;
}

const namesOf = ({ entities }: Path) => entities.map(({ name }) => name);

test.each(['HOPS', 'COST'])(
  'Lanzhou University and the plant as printed: the planned tie is named before the shared city (%s)',
  async (weight) => {
    const { paths, none } = await between('兰州大学', '五〇四厂', { weight });
    expect(paths).toEqual([]);
    expect(none?.reason).toBe('FILTERED');
    expect(none?.misses.map(({ filters, path }) => [filters, path.hops, path.readings, path.weak.length])).toEqual([
      [['modalities'], 1, 1, 0],
      [['places'], 2, 0, 1],
    ]);
    expect(none?.misses.map(({ path }) => namesOf(path).slice(1, -1))).toEqual([
      ['中核兰州铀浓缩有限公司'],
      ['兰州市'],
    ]);
    expect(none?.message.zh).toContain('不限状态时，最近的一条有 1 步，这一步只是规划，名称待核：兰州大学 → ');
    expect(none?.message.zh).toContain('不限“不经过地区和政策”时，最近的一条有 2 步，是弱联系：');
  },
);

test('CATL and the New Area: beside paths that are all weak stands what is only proposed of the province', async () => {
  const { paths, intended } = await between('宁德时代', '兰州新区', { weight: 'COST' });
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter(({ weak }) => weak.length === 0)).toEqual([]);
  expect(intended).toEqual({
    planned: 0,
    proposed: 1,
    message: { zh: '另有只是建议的 1 条关系：还不是联系，不排在路径里。' },
    relations: [{ modality: 'proposed', sentence: { zh: '有建议提出，由甘肃省引进宁德时代新能源科技股份有限公司。' } }],
  });
});

test('where a path is no weak tie nothing intended is told beside it', async () => {
  const { paths, intended } = await between('兰州泰基公司', '兰州大学');
  expect(paths[0]?.weak).toEqual([]);
  expect(intended).toBeNull();
});

test('solid first: the technologies that both work on come before what is merely the same chain', async () => {
  const exclude = [await idOf('甘肃省离子放射治疗技术创新联合体')];
  const { paths } = await between('兰州泰基公司', '兰州大学', { weight: 'COST', exclude });
  expect(paths.map(({ weak }) => weak.length > 0)).toEqual([false, false, true, true, true]);
});

test('with plans, solid first draws a planned cooperation before the same industry chain', async () => {
  const { none } = await between('上海应物所', '四〇四', { weight: 'COST' });
  const [miss] = none?.misses ?? [];
  expect([miss?.filters, miss?.path.weak]).toEqual([['modalities'], []]);
  const { paths } = await between('上海应物所', '四〇四', { weight: 'COST', modalities: null });
  expect([namesOf(paths[0] as Path), paths[0]?.weak]).toEqual([namesOf(miss?.path as Path), []]);
});

test('a firm in a part of a base is in the base: no weak tie', async () => {
  const { paths } = await between('百林科', '兰州新区专精特新化工产业孵化基地', { k: 1 });
  expect([paths[0]?.hops, paths[0]?.weak]).toEqual([2, []]);
});

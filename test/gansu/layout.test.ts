import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

type Named = { readonly name: string };
type Mention = { readonly entity: Named; readonly passages: readonly { readonly locator: string }[] };
type Layout = {
  readonly source: { readonly key: string };
  readonly zones: readonly {
    readonly zone: Named;
    readonly overview: readonly { readonly locator: string }[];
    readonly parks: readonly { readonly park: Mention; readonly listed: boolean; readonly named: boolean }[];
  }[];
  readonly industries: readonly {
    readonly chain: Named;
    readonly group: Named | null;
    readonly passages: readonly { readonly locator: string }[];
    readonly cells: readonly {
      readonly says: string;
      readonly parks: readonly Mention[];
      readonly extent: string | null;
    }[];
    readonly bodies: readonly Mention[];
    readonly elsewhere: readonly Mention[];
    readonly partners: readonly Mention[];
    readonly clusters: readonly Mention[];
    readonly targets: readonly { readonly value: string; readonly unit: string }[];
  }[];
  readonly unplaced: readonly { readonly chain: Named; readonly group: Named | null }[];
  readonly claims: readonly { readonly extent: string; readonly count: number }[];
};

const MENTION = '{ entity { name } passages { locator } }';
const QUERY = `{ layout { ... on Layout { source { key } claims { extent count }
  zones { zone { name } overview { locator } parks { park ${MENTION} listed named } }
  industries { chain { name } group { name } passages { locator }
    cells { says extent parks ${MENTION} } bodies ${MENTION} elsewhere ${MENTION} partners ${MENTION}
    clusters ${MENTION} targets { value unit } }
  unplaced { chain { name } group { name } } } } }`;

let gansu: Asking;
let layout: Layout;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
  layout = (await gansu.ask<{ layout: Layout }>(QUERY)).layout;
});
afterAll(() => gansu.stop());

const namesOf = (mentions: readonly Mention[]) => mentions.map(({ entity }) => entity.name);
const rowOf = (name: string) => layout.industries.find(({ chain }) => chain.name === name);

test('the outline plan is the layout, with its four zones and their parks as it lists them', () => {
  expect(layout.source.key).toBe('gs-policy-2023-11');
  const told = layout.zones.map(({ zone, overview, parks }) => {
    const listed = parks.filter((park) => park.listed);
    return [
      zone.name,
      overview.map(({ locator }) => locator).join(' '),
      listed.length,
      listed.filter((park) => park.named).length,
    ];
  });
  expect(told).toEqual([
    ['兰州新区', '¶40', 6, 6],
    ['兰州高新区', '¶41', 5, 3],
    ['白银高新区', '¶42', 7, 7],
    ['兰州经开区', '¶43', 6, 3],
  ]);
  const listed = layout.zones.flatMap(({ parks }) => parks.filter((park) => park.listed));
  const unnamed = listed.filter((park) => !park.named).map(({ park }) => park);
  expect(namesOf(unnamed)).toEqual([
    '九州经济开发区',
    '兰州高新区七里河园区',
    '兰州经开区九合园区',
    '兰州经开区生态修复与产业发展示范区',
    '兰州经开区西固园区',
  ]);
});

/** How far the plan goes, zone by zone, and where it speaks of the industry. */
const FAR = [
  ['传统产业', '绿色化工', '¶73', 'park none park none'],
  ['传统产业', '绿色冶金', '¶74', 'none none park park'],
  ['传统产业', '新型建材', '¶75', 'park none park none'],
  ['传统产业', '特色农产品及食品加工', '¶76', 'park park park none'],
  ['战略性新兴产业', '生物医药', '¶79', 'park park park park'],
  ['战略性新兴产业', '新材料', '¶80', 'park park park park'],
  ['战略性新兴产业', '新能源', '¶81', 'park none park none'],
  ['战略性新兴产业', '先进装备制造', '¶82', 'park park park park'],
  ['战略性新兴产业', '核产业', '¶83', 'zone zone none none'],
  ['战略性新兴产业', '航空航天', '¶84', 'none park none park'],
  ['战略性新兴产业', '数字产业', '¶85', 'park listed none none'],
  ['战略性新兴产业', '现代服务业', '¶86', 'zone zone zone zone'],
  ['', '农副产品加工', '¶40', 'listed none none none'],
  ['', '商贸物流', '¶40', 'listed none none none'],
  ['', '文化旅游', '¶40', 'listed none none none'],
  ['', '清洁能源', '¶40', 'listed none none none'],
  ['', '特色农业', '¶42', 'none none listed none'],
  ['', '总部经济', '¶43', 'none none none listed'],
];

test('four traditional and eight emerging industries, and six that only the lists of the zones name', () => {
  const told = layout.industries.map(({ chain, group, passages, cells }) => [
    group?.name ?? '',
    chain.name,
    passages.map(({ locator }) => locator).join(' '),
    cells.map(({ says }) => says).join(' '),
  ]);
  expect(told).toEqual(FAR);
});

test('every park that a row names stands in the paragraph of that row', () => {
  for (const { chain, passages, cells } of layout.industries) {
    const own = passages.map(({ locator }) => locator);
    const said = cells.flatMap(({ parks }) => parks.flatMap((park) => park.passages.map(({ locator }) => locator)));
    expect([chain.name, said.filter((locator) => !own.includes(locator))]).toEqual([chain.name, []]);
  }
  const parks = layout.industries.map(({ cells }) => cells.reduce((sum, cell) => sum + cell.parks.length, 0));
  expect(parks).toEqual([3, 3, 3, 6, 5, 9, 2, 5, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0]);
});

test('new materials: nine parks in four zones', () => {
  expect(rowOf('新材料')?.cells.map(({ parks }) => namesOf(parks))).toEqual([
    ['兰州新区新材料园区'],
    ['兰州高新区定连园区', '兰州高新区榆中和平园区'],
    ['刘川工业集中区', '白银平川经济开发区', '白银西区经济开发区', '白银高新区核心区', '银东工业园'],
    ['兰州经开区红古园区'],
  ]);
  expect(namesOf(rowOf('新材料')?.partners ?? [])).toEqual(['嘉峪关市', '酒泉市', '金昌市']);
});

test('what stands in no zone is beside it: a park outside, partner cities, clusters and their target', () => {
  expect(namesOf(rowOf('航空航天')?.elsewhere ?? [])).toEqual(['兰州航天科技产业园']);
  expect(namesOf(rowOf('现代服务业')?.elsewhere ?? [])).toEqual(['兰州国家级文化和科技融合示范基地']);
  expect(namesOf(rowOf('数字产业')?.partners ?? [])).toEqual(['庆阳数据中心集群东数西算产业园区', '天水市']);
  expect(namesOf(rowOf('生物医药')?.clusters ?? [])).toEqual(['生物医药和中医药支柱产业集群']);
  const targets = layout.industries.flatMap(({ chain, targets: all }) =>
    all.map(({ value, unit }) => [chain.name, value, unit].join(' ')),
  );
  expect(targets).toEqual(['绿色化工 1000 亿元', '生物医药 1000 亿元', '先进装备制造 1000 亿元']);
});

test('the future industries are asked of the two zones together, and of no zone', () => {
  const future = layout.unplaced.filter(({ group }) => group?.name === '未来产业').map(({ chain }) => chain.name);
  expect([...future].sort()).toEqual(
    ['专用新材料', '宇航科学', '未来智能产业', '未来材料产业', '未来生命健康产业', '未来能源产业', '算力大数据'].sort(),
  );
});

test('the plan claims lists, for every cell of its twelve industries', () => {
  expect(layout.claims.map(({ extent }) => extent)).toEqual(['list', 'mention']);
  const grouped = layout.industries.filter(({ group }) => group !== null);
  expect(new Set(grouped.flatMap(({ cells }) => cells.map(({ extent }) => extent)))).toEqual(new Set(['list']));
});

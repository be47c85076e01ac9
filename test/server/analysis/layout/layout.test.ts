import { expect, test } from 'vitest';
import { layoutOf, MOST_INDUSTRIES, MOST_ZONES } from '#server/analysis/layout/layout.ts';
import { policyOf } from '#server/analysis/layout/policy.ts';
import { zonesOf } from '#server/analysis/layout/zones.ts';
import { planOf, tableOf } from './small-plan.ts';

const THINGS = {
  Policy: '甲市规划',
  Place: '甲市 丙市 东县',
  Park: '北区 南区 北一园 北二园 北三园 南一园 南一支园 界园 远园',
  Chain: '化工 医药 数字 物流 农业 传统产业 新兴产业',
  Segment: '染料 疫苗',
  Laboratory: '染料实验室',
  Fund: '联合基金',
  Company: '甲药厂',
  Project: '化工集群',
};

/** Two zones with parks and a county without; a list for each, then an industry a paragraph. */
const LINES = [
  '¶1 甲市规划 APPLIES_TO 北区',
  '¶2 甲市规划 APPLIES_TO 南区',
  '¶3 甲市规划 APPLIES_TO 东县',
  '¶1 甲市规划 APPLIES_TO 甲市',
  '¶1 北一园 PART_OF 北区',
  '¶1 北二园 PART_OF 北区',
  '¶1 北三园 PART_OF 北区',
  '¶1 北区 ACTIVE_IN 化工',
  '¶1 北区 ACTIVE_IN 医药',
  '¶1 北区 ACTIVE_IN 数字',
  '¶2 南一园 PART_OF 南区',
  '¶2 南区 ACTIVE_IN 化工',
  '¶2 南区 ACTIVE_IN 物流',
  '¶5 化工 PART_OF 传统产业',
  '¶6 医药 PART_OF 新兴产业',
  '¶10 北一园 ACTIVE_IN 化工',
  '¶10 南一支园 ACTIVE_IN 化工',
  '¶10 南一支园 PART_OF 南一园',
  '¶10 东县 ACTIVE_IN 化工',
  '¶10 甲市 ACTIVE_IN 化工',
  '¶10 甲市 ACTIVE_IN 染料',
  '¶10 染料实验室 SUPPORTS 染料',
  '¶9 联合基金 SUPPORTS 化工 planned',
  '¶10 丙市 COLLABORATES_WITH 甲市 planned',
  '¶10 甲市 RESPONSIBLE_FOR 化工集群 planned',
  '¶10 远园 ACTIVE_IN 化工',
  '¶11 界园 ACTIVE_IN 医药',
  '¶11 界园 PART_OF 北区',
  '¶11 界园 PART_OF 南区',
  '¶11 南区 ACTIVE_IN 医药',
  '¶11 北区 ACTIVE_IN 医药 operating',
  '¶11 东县 ACTIVE_IN 疫苗 proposed',
  '¶11 丙市 ACTIVE_IN 医药',
  '¶11 甲药厂 SUPPORTS 医药 operating',
  '¶12 甲市 ACTIVE_IN 农业',
  '¶12 甲市 ACTIVE_IN 新兴产业',
];
const MORE = {
  beside: ['北区 < 甲市', '南区 < 甲市', '东县 < 甲市', '远园 < 丙市'],
  segments: { 染料: ['化工'], 疫苗: ['医药'] },
  coverage: [
    { subject: '化工', place: '甲市', extent: 'list' },
    { subject: '化工', place: '北区', extent: 'mention' },
    { subject: '医药', place: '北区', extent: 'mention' },
    { subject: '农业', place: '甲市', extent: 'list' },
  ] as const,
  targets: [
    { id: 'i1', entity: '化工' },
    { id: 'i2', entity: '化工集群' },
    { id: 'i3', entity: '医药' },
  ],
};
const PLAN = planOf(THINGS, LINES, MORE);

test('each cell says how far the plan goes, and every sort of thin cell is told from the others', () => {
  const layout = layoutOf(PLAN);
  expect(layout.zones.map(({ zone }) => zone)).toEqual(['北区', '南区', '东县']);
  expect(tableOf(layout)).toEqual([
    '化工 ¶10 | park 北一园 ¶10 | park 南一支园 ¶10 | zone ¶10',
    '医药 ¶11 | park 界园 ¶11 | park 界园 ¶11 | segment 疫苗 ¶11',
    '数字 ¶1 | listed ¶1 | none | none',
    '物流 ¶2 | none | listed ¶2 | none',
  ]);
});

test('a zone that is named outside the lists is asked, though no park is', () => {
  const layout = layoutOf(planOf(THINGS, [...LINES, '¶13 北区 ACTIVE_IN 数字'], MORE));
  expect(tableOf(layout)).toContain('数字 ¶13 | zone ¶1 ¶13 | none | none');
});

test('what the plan says of an industry beside its zones stands in its row', () => {
  const [chemicals, medicine] = layoutOf(PLAN).industries;
  const names = (list: readonly { readonly entity: string }[] | undefined) => list?.map(({ entity }) => entity);
  expect(chemicals?.group).toBe('传统产业');
  expect(names(chemicals?.bodies)).toEqual(['染料实验室', '联合基金']);
  expect(names(chemicals?.partners)).toEqual(['丙市']);
  expect(names(chemicals?.elsewhere)).toEqual(['远园']);
  expect(names(chemicals?.segments)).toEqual(['染料']);
  expect(names(chemicals?.clusters)).toEqual(['化工集群']);
  expect(chemicals?.targets).toEqual(['i1', 'i2']);
  expect(names(medicine?.partners)).toEqual(['丙市']);
  expect(medicine?.targets).toEqual(['i3']);
});

test('industries asked of no zone are listed apart, without the names of groups', () => {
  const { unplaced } = layoutOf(PLAN);
  expect(unplaced.map(({ chain, asked }) => [chain, asked.map(({ entity }) => entity)])).toEqual([['农业', ['甲市']]]);
});

test('of the parks of a zone it is told which are listed, which named, and which only in part', () => {
  const told = layoutOf(PLAN).zones.map(({ zone, parks }) => [
    zone,
    ...parks.map(({ park, listed, named, namedParts }) =>
      [park.entity, listed ? 'listed' : 'beside', ...(named ? ['named'] : []), ...namedParts].join(' '),
    ),
  ]);
  expect(told).toEqual([
    ['北区', '北一园 listed named', '北三园 listed', '北二园 listed', '界园 beside named'],
    ['南区', '南一园 listed 南一支园', '南一支园 beside named', '界园 beside named'],
    ['东县'],
  ]);
});

test('the coverage is what the plan claims, of an area around the zone too', () => {
  const { claims, industries } = layoutOf(PLAN);
  expect(claims).toEqual([
    { extent: 'list', count: 1 },
    { extent: 'mention', count: 2 },
  ]);
  const extents = industries.map(({ chain, cells }) => [chain, ...cells.map(({ extent }) => extent ?? '–')].join(' '));
  expect(extents).toEqual(['化工 list list list', '医药 mention – –', '数字 – – –', '物流 – – –']);
});

test('a plan’s own word on where a park lies goes before that of other sources', () => {
  const elsewhere = planOf(THINGS, LINES, { ...MORE, beside: [...MORE.beside, '北一园 < 南区'] });
  expect(tableOf(layoutOf(elsewhere))).toEqual(tableOf(layoutOf(PLAN)));
  const unsaid = planOf(THINGS, ['¶1 甲市规划 APPLIES_TO 南区', '¶2 北一园 ACTIVE_IN 化工'], {
    beside: ['北一园 < 南区'],
  });
  expect(tableOf(layoutOf(unsaid))).toEqual(['化工 ¶2 | park 北一园 ¶2']);
});

test('where no policy is stated, the columns are the outermost areas asked, or what a single one holds', () => {
  const asks = ['¶1 北一园 ACTIVE_IN 化工', '¶1 北一园 PART_OF 北区', '¶2 北区 ACTIVE_IN 医药'];
  expect(zonesOf(planOf(THINGS, asks))).toEqual(['北区']);
  expect(zonesOf(planOf(THINGS, [...asks, '¶3 南区 ACTIVE_IN 化工']))).toEqual(['北区', '南区']);
  const nested = [...asks, '¶1 北区 PART_OF 甲市区', '¶1 甲市区 ACTIVE_IN 数字'];
  expect(zonesOf(planOf({ ...THINGS, Park: `${THINGS.Park} 甲市区` }, nested))).toEqual(['北区']);
  expect(zonesOf(planOf(THINGS, ['¶1 染料实验室 SUPPORTS 化工']))).toEqual([]);
});

test('the columns can be chosen, and keep the order of the choice', () => {
  const layout = layoutOf(PLAN, ['东县', '北区']);
  expect(tableOf(layout)[0]).toBe('化工 ¶10 | zone ¶10 | park 北一园 ¶10');
  expect(layout.industries.map(({ chain }) => chain)).not.toContain('物流');
});

test('what operates or is built is no layout, and what is proposed keeps its word', () => {
  const plan = planOf(THINGS, [
    '¶1 甲市规划 APPLIES_TO 北区',
    '¶1 北区 ACTIVE_IN 化工 operating',
    '¶1 北区 ACTIVE_IN 医药 building',
    '¶1 北区 ACTIVE_IN 数字 proposed',
    '¶2 北区 TARGETS 物流 planned',
    '¶2 北区 TARGETS 甲药厂 planned',
  ]);
  const layout = layoutOf(plan);
  expect(tableOf(layout)).toEqual(['数字 ¶1 | zone ¶1', '物流 ¶2 | zone ¶2']);
  expect(layout.industries[0]?.cells[0]?.asked?.relations).toEqual(['北区 ACTIVE_IN 数字 proposed']);
});

test('the policy that applies to most of the zones is the plan as a thing of the graph', () => {
  const plan = planOf({ ...THINGS, Policy: '一事一议 甲市规划' }, [...LINES, '¶1 一事一议 APPLIES_TO 北区'], MORE);
  expect(policyOf(plan, zonesOf(plan))).toBe('甲市规划');
  expect(policyOf(planOf(THINGS, ['¶1 北区 ACTIVE_IN 化工']), ['北区'])).toBeUndefined();
});

test('too many zones and industries are cut, and the answer counts them', () => {
  const zones = Array.from({ length: MOST_ZONES + 1 }, (_, i) => `第${String(i).padStart(2, '0')}区`);
  const chains = Array.from({ length: MOST_INDUSTRIES + 1 }, (_, i) => `第${String(i).padStart(2, '0')}业`);
  const plan = planOf({ Park: zones.join(' '), Chain: chains.join(' ') }, [
    ...zones.map((zone) => `¶1 ${zone} ACTIVE_IN ${chains[0]}`),
    ...chains.map((chain, i) => `¶${i + 2} ${zones[0]} ACTIVE_IN ${chain}`),
  ]);
  const layout = layoutOf(plan);
  expect([layout.zones.length, layout.industries.length]).toEqual([MOST_ZONES, MOST_INDUSTRIES]);
  expect(layout.totals).toEqual({ zones: MOST_ZONES + 1, industries: MOST_INDUSTRIES + 1, unplaced: 0 });
});

test('paragraphs are read by number, not as text', () => {
  const plan = planOf(THINGS, ['¶10 北区 ACTIVE_IN 化工', '¶9 北区 ACTIVE_IN 数字', '¶100 北区 ACTIVE_IN 医药']);
  expect(layoutOf(plan).industries.map(({ chain }) => chain)).toEqual(['数字', '化工', '医药']);
});

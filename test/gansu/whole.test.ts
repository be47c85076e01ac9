import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asking, GANSU_FOLDER, askFolder } from '#test/support/asking.ts';

let gansu: Asking;
beforeAll(async () => {
  gansu = await askFolder(GANSU_FOLDER);
});
afterAll(() => gansu.stop());

const POLICY = 'gs-policy-2023-11';
const ZONES = 'gs-2025-02-zones';
const PROVINCE = 'gs-2025-02';

type Provenance = {
  readonly statements: {
    readonly edges: readonly {
      readonly node: {
        readonly evidence: readonly {
          readonly passage: { readonly locator: string; readonly source: { readonly key: string } };
        }[];
      };
    }[];
  };
};
const PROVENANCE = 'provenance { statements { edges { node { evidence { passage { locator source { key } } } } } } }';

/** Where a fact stands: `gs-policy-2023-11 ¶40`. */
function placesOf({ statements }: Provenance): readonly string[] {
  const passages = statements.edges.flatMap(({ node }) => node.evidence.map(({ passage }) => passage));
  return passages.map(({ locator, source }) => `${source.key} ${locator}`);
}

type Relation = {
  readonly type: string;
  readonly modality: string;
  readonly from: { readonly kind: string; readonly name: string };
  readonly to: { readonly kind: string; readonly name: string };
  readonly provenance: Provenance;
};
type Page<Node> = { readonly totalCount: number; readonly edges: readonly { readonly node: Node }[] };

/** All relationships of the entity of this kind and name that pass. */
async function relationsOf(kind: string, name: string, filter: object): Promise<readonly Relation[]> {
  const found = `query ($text: String!, $kind: Kind!) {
    search(text: $text, kinds: [$kind], first: 1) { edges { node { entity { id name } } } } }`;
  type Found = { search: Page<{ entity: { id: string; name: string } }> };
  const entity = (await gansu.ask<Found>(found, { text: name, kind })).search.edges[0]?.node.entity;
  expect(entity?.name).toBe(name);
  const query = `query ($id: ID!, $filter: RelationFilter) { node(id: $id) { ... on Entity {
    relations(first: 100, filter: $filter) { totalCount edges { node {
      type modality from { kind name } to { kind name } ${PROVENANCE} } } } } } }`;
  type Answer = { node: { relations: Page<Relation> } };
  const { node } = await gansu.ask<Answer>(query, { id: entity?.id, filter });
  expect(node.relations.totalCount).toBeLessThanOrEqual(100);
  return node.relations.edges.map((edge) => edge.node);
}

test.each([
  ['兰州新区', '¶40', 6],
  ['兰州高新区', '¶41', 5],
  ['白银高新区', '¶42', 7],
  ['兰州经开区', '¶43', 6],
])('%s has the parks that the plan lays out for it, each from its paragraph', async (zone, paragraph, count) => {
  const parts = await relationsOf('Park', zone, { types: ['PART_OF'], direction: 'IN' });
  const laidOut = parts.filter(({ provenance }) => placesOf(provenance).includes(`${POLICY} ${paragraph}`));
  expect(laidOut.map(({ from }) => from.name)).toHaveLength(count);
});

test('all consortia are listed, and of each what no document tells', async () => {
  type Consortium = { readonly name: string; readonly unstated: readonly { readonly what: string }[] };
  const query = '{ entities(kind: Consortium, first: 100) { totalCount edges { node { name unstated { what } } } } }';
  const { entities } = await gansu.ask<{ entities: Page<Consortium> }>(query);
  const unstated = new Map(entities.edges.map(({ node }) => [node.name, node.unstated.map(({ what }) => what)]));
  expect([...unstated.keys()]).toEqual(
    expect.arrayContaining([
      '甘肃省离子放射治疗技术创新联合体',
      '甘肃中医药产业创新联合体',
      '甘肃省铜铅锌资源高值高效利用创新联合体',
      '甘肃省乳产业创新联合体',
      '甘肃省化工新材料创新联合体',
      '甘肃省动物用生物制品创新联合体',
      '甘肃省能源装备创新联合体',
      '甘肃省核燃料循环技术研发与核技术应用创新联合体',
    ]),
  );
  expect(unstated.get('甘肃省离子放射治疗技术创新联合体')).not.toContain('lead');
  expect(unstated.get('甘肃省乳产业创新联合体')).toEqual(expect.arrayContaining(['lead', 'members']));
  for (const told of unstated.values()) expect(told).toContain('all_members');
});

test('what supports new materials comes with its passages, the standing apart from the planned', async () => {
  const supports = await relationsOf('Chain', '新材料', { types: ['SUPPORTS'], direction: 'IN' });
  const named = (wanted: string) => supports.filter(({ modality }) => modality === wanted).map(({ from }) => from.name);
  expect(named('operating')).toEqual(
    expect.arrayContaining(['固体润滑国家重点实验室', '国家镍钴新材料工程技术研究中心']),
  );
  expect(named('planned')).toContain('新材料产业(稀土新材料)技术研究院');
  for (const { provenance } of supports) expect(placesOf(provenance).length).toBeGreaterThan(0);
});

test('for batteries in Baiyin the electrolyte is proposed by a speech, and by nothing else', async () => {
  const proposed = await relationsOf('Place', '白银市', { types: ['ACTIVE_IN'], modalities: ['proposed'] });
  expect(proposed.map(({ to, provenance }) => [to.name, placesOf(provenance)])).toEqual([
    ['锂电池电解液', ['cppcc-2023 ¶31']],
  ]);
  expect(await relationsOf('Place', '白银市', { types: ['ACTIVE_IN'], modalities: ['operating'] })).toEqual([]);
});

type Figure = {
  readonly entity: { readonly name: string };
  readonly measure: string;
  readonly value: string;
  readonly unit: string;
  readonly period: string;
  readonly pace: {
    readonly gaps: readonly string[];
    readonly baseline: { readonly value: string; readonly period: string } | null;
    readonly latest: { readonly value: string; readonly period: string; readonly figure: string } | null;
    readonly shareOfWay: number | null;
    readonly shareOfTime: number | null;
    readonly neededGrowth: number | null;
  };
};

test('the targets of 2027 stand with baseline, newest figure and pace, or with why there is none', async () => {
  const query = `{ indicators(figure: target, first: 100) { totalCount edges { node {
    entity { name } measure value unit period
    pace { gaps baseline { value period } latest { value period figure } shareOfWay shareOfTime neededGrowth } } } } }`;
  const { indicators } = await gansu.ask<{ indicators: Page<Figure> }>(query);
  const targets = new Map(
    indicators.edges
      .map(({ node }) => node)
      .filter(({ entity, period }) => entity.name === '兰白两区' && period === '2027')
      .map(({ measure, value, unit, pace }) => [measure, { goal: `${value} ${unit}`, ...pace }]),
  );
  expect(targets.get('地区生产总值')).toStrictEqual({
    goal: '1800 亿元',
    gaps: [],
    baseline: { value: '1233', period: '2022' },
    latest: { value: '1436', period: '2024', figure: 'estimate' },
    shareOfWay: 358,
    shareOfTime: 400,
    neededGrowth: 78,
  });
  expect(targets.get('研发经费支出占地区生产总值比重')).toMatchObject({
    goal: '3.5 %',
    gaps: ['NO_BASELINE'],
    latest: { value: '2.91', period: '2024', figure: 'actual' },
  });
  for (const [measure, goal] of [
    ['高新技术企业数', '1300 家'],
    ['技术合同认定登记成交额', '100 亿元'],
    ['万人发明专利拥有量', '60 件'],
    ['每万人研发人员', '150 人'],
  ]) {
    expect([measure, targets.get(measure ?? '')?.goal]).toEqual([measure, goal]);
    expect(targets.get(measure ?? '')?.gaps).toContain('NO_BASELINE');
  }
});

test('what the two articles of 2025 disagree on is shown with both values', async () => {
  const query = `{ disputes(sort: indicator, first: 100) { totalCount edges { node { about { name }
    facts { ... on Indicator { measure value unit ${PROVENANCE} } } } } } }`;
  type Said = {
    readonly measure: string;
    readonly value: string;
    readonly unit: string;
    readonly provenance: Provenance;
  };
  type Answer = { disputes: Page<{ about: { name: string }; facts: readonly Said[] }> };
  const { disputes } = await gansu.ask<Answer>(query);
  const told = disputes.edges.map(({ node }) => ({
    about: node.about.name,
    said: node.facts
      .map(({ measure, value, provenance }) => [measure, value, ...placesOf(provenance)])
      .sort(([, a = ''], [, b = '']) => (a < b ? -1 : 1)),
  }));
  expect(told).toEqual(
    expect.arrayContaining([
      {
        about: '甘肃省',
        said: [
          ['高新技术企业数', '2442', `${PROVINCE} ¶14`],
          ['高新技术企业数', '836', `${ZONES} ¶5`],
        ],
      },
      {
        about: '甘肃省',
        said: [
          ['高新技术企业数增长率', '16.2', `${PROVINCE} ¶14`],
          ['高新技术企业数增长率', '2.7', `${ZONES} ¶5`],
        ],
      },
    ]),
  );
});

test('a hundred and twenty figures or more, and every fact of the notes is known as the project’s', async () => {
  const query = `{ dataset { entityCount relationCount sources { key class } }
    target: indicators(figure: target) { totalCount } actual: indicators(figure: actual) { totalCount }
    baseline: indicators(figure: baseline) { totalCount } estimate: indicators(figure: estimate) { totalCount } }`;
  type Counted = Record<'target' | 'actual' | 'baseline' | 'estimate', { totalCount: number }>;
  type Answer = Counted & { dataset: { sources: { key: string; class: string }[] } };
  const answer = await gansu.ask<Answer>(query);
  const figures = [answer.target, answer.actual, answer.baseline, answer.estimate];
  expect(figures.reduce((sum, { totalCount }) => sum + totalCount, 0)).toBeGreaterThanOrEqual(120);
  const notes = answer.dataset.sources.filter((source) => source.class === 'project_note');
  expect(notes.map(({ key }) => key)).toEqual(expect.arrayContaining(['note']));
  expect(answer.dataset.sources.length - notes.length).toBe(5);
});

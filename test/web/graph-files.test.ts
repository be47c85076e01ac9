import { expect, test } from 'vitest';
import { bowsOf } from '../../web/src/canvas/edge-lines.ts';
import { modelOf, type Model } from '../../web/src/canvas/elements.ts';
import { foldModel, groupsOf } from '../../web/src/canvas/fold.ts';
import { graphSvg } from '../../web/src/canvas/graph-svg.ts';
import { legendLines } from '../../web/src/canvas/legend-entries.ts';
import { dashArray, LINE_FORM_NAMES } from '../../web/src/canvas/line-forms.ts';
import { onPaper } from '../../web/src/canvas/paper-scale.ts';
import { sceneOf } from '../../web/src/canvas/scene.ts';
import type { Tokens } from '../../web/src/canvas/tokens.ts';
import { zh } from '../../web/src/locale/zh.ts';
import { nodesCsv, relationsCsv } from '../../web/src/state/graph-csv.ts';
import { graphml } from '../../web/src/state/graphml.ts';
import { pathMarks } from '../../web/src/state/path-marks.ts';
import { xmlText } from '../../web/src/state/xml.ts';

const entity = (id: string, name: string, kind: 'Company' | 'Park' = 'Company', nameEn: string | null = null) => ({
  __typename: kind,
  id,
  kind,
  name,
  degree: 2,
  nameEn,
  readings: id === 'e0' ? [{ from: { id: 'e0' } }] : [],
});
const relation = (id: string, from: string, to: string) => ({
  id,
  type: 'LOCATED_IN' as const,
  modality: 'operating' as const,
  ended: null,
  confidence: 900,
  label: { zh: '位于', en: 'located in' },
  from: { id: from },
  to: { id: to },
});
const firms = ['=甲', '乙 & 丙', '丁,戊'].map((name, at) => entity(`e${at}`, name));
const park = entity('ep', '庚园', 'Park', 'Geng Park');
const reading = {
  id: 'm1',
  rank: 1,
  reason: '简称',
  decidedBy: 'data/test',
  decidedAt: '2026-11',
  from: entity('e0', '=甲'),
  to: entity('e1', '乙 & 丙'),
};
const gathered = {
  entities: [...firms, park],
  relations: firms.map(({ id }) => relation(`l${id}`, id, 'ep')),
  readings: [reading],
  paths: [],
};
const model: Model = modelOf(gathered, { a: 'e0', b: null, seeds: [], hiddenIds: new Set() }, 'zh');
const source = {
  id: 's',
  title: '报告',
  titleEn: null,
  class: 'policy' as const,
  publisher: '某部',
  date: '2024',
  url: null,
  visibility: 'public' as const,
};
const sheet = [
  {
    __typename: 'Relation' as const,
    id: 'le0',
    sentence: { zh: '=甲位于庚园。', en: '=甲 is located in 庚园.' },
    provenance: {
      statements: {
        totalCount: 7,
        edges: [
          { node: { evidence: [{ id: 'v1', stance: 'supports' as const, passage: { locator: '¶3', source } }] } },
        ],
      },
    },
  },
];

const marks = pathMarks([
  { entities: [{ id: 'e0' }, { id: 'ep' }], steps: [{ relations: [{ id: 'le0' }], reading: null }] },
  {
    entities: [{ id: 'e0' }, { id: 'e1' }, { id: 'ep' }],
    steps: [
      { relations: [], reading: { id: 'm1' } },
      { relations: [{ id: 'le1' }, { id: 'le0' }], reading: null },
    ],
  },
]);

test('the table of nodes is guarded against formulas, with its mark and its data version', () => {
  expect(nodesCsv(model, [reading], marks, 3, zh)).toBe(
    [
      '\uFEFF编号,类型,名称,英文名称,关系数,画出的关系,起点终点,路径,名称待核,可能是,数据版本',
      `e0,企业,'=甲,,2,1,A,"1; 2",名称待核,先读 乙 & 丙 e1：简称,3`,
      'e1,企业,乙 & 丙,,2,1,,2,,,3',
      'e2,企业,"丁,戊",,2,1,,,,,3',
      'ep,园区,庚园,Geng Park,2,3,,"1; 2",,,3',
      '',
    ].join('\r\n'),
  );
});

test('the table of relationships has sentence, places, evidence ids and what is not listed; a reading has its reason', () => {
  const lines = relationsCsv(model, sheet, [reading], marks, 3, zh, 'zh').split('\r\n');
  expect(lines[0]).toBe(`\uFEFF${zh.ties.relationHeads.join(',')}`);
  expect(lines[1]).toBe(
    `le0,'=甲,,e0,位于,庚园,Geng Park,ep,'=甲位于庚园。,现有,900,"1; 2","1; 2",报告，某部，2024，¶3,v1,6,3`,
  );
  expect(lines[4]).toBe("m1,'=甲,,e0,可能是，先读,乙 & 丙,,e1,简称,,,2,1,,,,3");
  expect(lines).toHaveLength(6);
});

test('a folded picture has the same tables and the same graph as the unfolded one', () => {
  const sure = { ...gathered, entities: gathered.entities.map((one) => ({ ...one, readings: [] })), readings: [] };
  const plain = modelOf(sure, { a: null, b: null, seeds: [], hiddenIds: new Set() }, 'zh');
  const folded = foldModel(plain, groupsOf(plain), (kind, count) => `${kind} ${count}`);
  expect(folded.nodes).toHaveLength(2);
  expect(nodesCsv(folded, [], marks, 1, zh)).toBe(nodesCsv(plain, [], marks, 1, zh));
  expect(relationsCsv(folded, [], [], marks, 1, zh, 'zh')).toBe(relationsCsv(plain, [], [], marks, 1, zh, 'zh'));
  expect(graphml(folded, [], [], marks, 1)).toBe(graphml(plain, [], [], marks, 1));
});

test('GraphML has names, types, states, sentences and places; a may-be reading is no fact and has rank and reason', () => {
  const text = graphml(model, sheet, [reading], marks, 3);
  expect(text).toContain(
    '<node id="e1"><data key="kind">Company</data><data key="name">乙 &amp; 丙</data><data key="paths">2</data></node>',
  );
  expect(text).toContain(
    '<data key="name">庚园</data><data key="nameEn">Geng Park</data><data key="paths">1; 2</data></node>',
  );
  expect(text).toContain(
    '<edge id="le0" source="e0" target="ep"><data key="fact">true</data><data key="type">LOCATED_IN</data><data key="modality">operating</data><data key="confidence">900</data><data key="sentence">=甲位于庚园。</data><data key="sentenceEn">=甲 is located in 庚园.</data><data key="sources">报告 2024</data><data key="locators">¶3</data><data key="placesNotListed">6</data><data key="pathNumbers">1; 2</data><data key="pathSteps">1; 2</data></edge>',
  );
  expect(text).toContain(
    '<edge id="m1" source="e0" target="e1"><data key="fact">false</data><data key="mayBe">1</data><data key="reason">简称</data><data key="pathNumbers">2</data><data key="pathSteps">1</data></edge>',
  );
  expect(text).toContain(
    '<data key="doubtful">true</data><data key="mayBeOf">e1</data><data key="end">A</data><data key="paths">1; 2</data></node>',
  );
  expect(text).toContain('<data key="dataVersion">3</data>');
});

test('each state has a word that is true of any relationship, and what is over says so', () => {
  const states = [
    { modality: 'building' as const },
    { modality: 'planned' as const, ended: true },
    { modality: 'operating' as const, ended: true },
  ].map((state, at) => ({ ...relation(`s${at}`, `e${at % 2}`, 'ep'), ...state }));
  const drawn = modelOf(
    { ...gathered, relations: states, readings: [] },
    { a: null, b: null, seeds: [], hiddenIds: new Set() },
    'zh',
  );
  const rows = relationsCsv(drawn, [], [], marks, 1, zh, 'zh').split('\r\n').slice(1, 4);
  expect(rows.map((row) => row.split(',')[9])).toStrictEqual(['在建', '规划，已结束', '已结束']);
  expect(graphml(drawn, [], [], marks, 1)).toContain(
    '<data key="modality">planned</data><data key="ended">true</data>',
  );
});

test('the legend of a drawing tells every form of line that is drawn by itself, and no two are alike', () => {
  const states = (['operating', 'building', 'planned', 'proposed'] as const).map((modality, at) => ({
    ...relation(`s${at}`, `e${at % 3}`, 'ep'),
    modality,
    ended: null,
  }));
  const over = { ...relation('over', 'e0', 'e1'), ended: true };
  const drawn = modelOf(
    { ...gathered, relations: [...states, over] },
    { a: null, b: null, seeds: [], hiddenIds: new Set() },
    'zh',
  );
  expect(legendLines(drawn).map(({ form, count }) => [zh.lines[form], count])).toStrictEqual([
    ['现有', 1],
    ['在建', 1],
    ['规划', 1],
    ['建议', 1],
    ['已结束', 1],
    ['可能是，未定', 1],
  ]);
  const dashes = LINE_FORM_NAMES.map(dashArray);
  expect(new Set(dashes).size).toBe(dashes.length);
  const scene = sceneOf(drawn, [], null, () => '');
  const positions = { e0: { x: 0, y: 0 }, e1: { x: 200, y: 0 }, e2: { x: 100, y: 150 }, ep: { x: 300, y: 200 } };
  const { svg } = graphSvg({
    scene,
    positions,
    tokens,
    title: '图',
    foot: [],
    legend: [],
    lines: legendLines(drawn).map(({ form }) => ({ form, text: zh.lines[form] })),
  });
  for (const dash of dashes.filter((one) => one !== null)) {
    expect(svg.split(`stroke-dasharray="${dash}"`).length).toBeGreaterThanOrEqual(3);
  }
  expect(svg).toContain('>在建</text>');
});

test('text for XML loses nothing but what no XML may hold', () => {
  expect(xmlText('甲 <b> "c" & d\u0001\n')).toBe('甲 &lt;b&gt; &quot;c&quot; &amp; d\n');
});

const tokens = new Proxy({ font: '"LL Latin", sans-serif' } as Record<string, string>, {
  get: (known, name) => known[String(name)] ?? '#111111',
}) as unknown as Tokens;

test('the drawing has its title, every name, the words of the legend and the foot, and is the same twice', () => {
  const scene = sceneOf(model, [], null, (edge) => edge.label?.zh ?? '可能是');
  const positions = { e0: { x: 0, y: 0 }, e1: { x: 200, y: 0 }, e2: { x: 100, y: 150 }, ep: { x: 300, y: 200 } };
  const legend = [{ kind: 'Company' as const, text: '企业 3', doubtful: false }];
  const lines = [{ form: 'reading' as const, text: '未定 1' }];
  const made = () =>
    graphSvg({ scene, positions, tokens, title: '关系图-=甲', foot: ['数据版本 3', '不经过 丙'], legend, lines });
  const { svg, width, height } = made();
  for (const text of [
    '关系图-=甲',
    '数据版本 3 · 不经过 丙',
    '企业 3',
    '未定 1',
    '乙 &amp; 丙',
    '丁,戊',
    '庚园',
    '可能是',
  ]) {
    expect(svg).toContain(`>${text}</text>`);
  }
  expect([width, height]).toStrictEqual([640, 418]);
  expect(svg).not.toContain('NaN');
  expect(made().svg).toBe(svg);
});

test('on paper nodes stand as far apart as their labels need', () => {
  const named = firms.map((firm, at) => ({ ...firm, name: `兰州某某新技术公司${at}` }));
  const crowd = modelOf(
    { entities: named, relations: [], readings: [], paths: [] },
    { a: null, b: null, seeds: [], hiddenIds: new Set() },
    'zh',
  );
  const scene = sceneOf(crowd, [], null, () => '');
  const positions = { e0: { x: 0, y: 0 }, e1: { x: 30, y: 10 }, e2: { x: 60, y: 0 } };
  expect(onPaper(scene, positions)['e2']?.x).toBeGreaterThan(60);
  const apart = { e0: { x: 0, y: 0 }, e1: { x: 200, y: 0 }, e2: { x: 400, y: 0 } };
  expect(onPaper(scene, apart)).toStrictEqual(apart);
});

test('a foot that is too long for one line takes several', () => {
  const scene = sceneOf(model, [], null, () => '');
  const foot = Array.from({ length: 9 }, (_, at) => `不经过 第${at}家公司的名字`);
  const { svg, height } = graphSvg({
    scene,
    positions: { e0: { x: 0, y: 0 } },
    tokens,
    title: '图',
    foot,
    legend: [],
    lines: [],
  });
  expect(svg.match(/不经过 第0家公司的名字[^<]*<\/text>/)?.[0]).toContain('第3家');
  expect(height).toBe(88 + 72 + 16 + 3 * 20);
});

test('one edge between two nodes is straight, two bow to either side', () => {
  const [one] = model.edges;
  if (!one) throw new Error('no edge');
  const positions = { e0: { x: 0, y: 0 }, ep: { x: 100, y: 0 } };
  expect(bowsOf([one], positions).get('le0')?.middle).toStrictEqual({ x: 50, y: 0 });
  const two = bowsOf([one, { ...one, id: 'other' }], positions);
  expect([two.get('le0')?.middle, two.get('other')?.middle]).toStrictEqual([
    { x: 50, y: -7.5 },
    { x: 50, y: 7.5 },
  ]);
});

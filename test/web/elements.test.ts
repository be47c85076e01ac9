import { expect, test } from 'vitest';
import { modelOf, type Gathered } from '../../web/src/canvas/elements.ts';

/** `e3` is a name as printed that may mean `e1`. */
const entity = (id: string, degree: number) => ({
  __typename: 'Company' as const,
  id,
  kind: 'Company' as const,
  name: `甲${id}`,
  nameEn: null,
  degree,
  readings: id === 'e2' ? [] : [{ from: { id: 'e3' } }],
});
const relation = (id: string, from: string, to: string) => ({
  id,
  type: 'SUPPLIES' as const,
  modality: 'operating' as const,
  ended: null,
  confidence: 900,
  label: { zh: '供应', en: 'supplies' },
  from: { id: from },
  to: { id: to },
});
const reading = (id: string, from: string, to: string) => ({
  id,
  rank: 1,
  reason: '简称',
  decidedBy: 'data/test',
  decidedAt: '2026-11',
  from: entity(from, 1),
  to: entity(to, 1),
});
const gathered: Gathered = {
  entities: [entity('e1', 3), entity('e2', 1), entity('e3', 2)],
  relations: [relation('l1', 'e1', 'e2'), relation('l2', 'e1', 'e9')],
  readings: [reading('m1', 'e3', 'e1')],
  paths: [['e1', 'e2']],
};
const none = { a: null, b: null, seeds: [], hiddenIds: new Set<string>() };

test('a badge counts the neighbours that are not drawn, and the badges add up', () => {
  const model = modelOf(gathered, none, 'zh');
  expect(model.nodes.map((node) => [node.id, node.hidden])).toStrictEqual([
    ['e1', 2],
    ['e2', 0],
    ['e3', 2],
  ]);
  expect(model.hidden).toBe(4);
});

test('a relationship with an end that is not drawn is not drawn', () => {
  expect(modelOf(gathered, none, 'zh').edges.map((edge) => edge.id)).toStrictEqual(['l1', 'm1']);
});

test('a name with readings is in doubt, its reading is an edge without a type and no neighbour', () => {
  const model = modelOf(gathered, none, 'zh');
  expect(model.nodes.map((node) => node.doubtful)).toStrictEqual([false, false, true]);
  expect(model.edges[1]).toStrictEqual({
    id: 'm1',
    source: 'e3',
    target: 'e1',
    type: null,
    label: null,
    modality: null,
    ended: false,
    confidence: 0,
    reading: 1,
    members: [],
  });
});

test('hiding a node takes its edges along and adds it to the badges of its neighbours', () => {
  const model = modelOf(gathered, { ...none, hiddenIds: new Set(['e2']) }, 'zh');
  expect(model.nodes.map((node) => [node.id, node.hidden])).toStrictEqual([
    ['e1', 3],
    ['e3', 2],
  ]);
  expect(model.edges.map((edge) => edge.id)).toStrictEqual(['m1']);
});

test('ends, seeds and the best path of each node are marked', () => {
  const model = modelOf(
    {
      ...gathered,
      paths: [
        ['e1', 'e2'],
        ['e1', 'e3', 'e2'],
      ],
    },
    { ...none, a: 'e1', b: 'e2', seeds: ['e3'] },
    'zh',
  );
  expect(model.nodes.map(({ end, path, seed }) => [end, path, seed])).toStrictEqual([
    ['a', 0, false],
    ['b', 0, false],
    [null, 1, true],
  ]);
});

test('a name in doubt is drawn as one though no reading of it came with the answer', () => {
  const model = modelOf({ ...gathered, readings: [] }, none, 'zh');
  expect(model.nodes.map(({ id, doubtful }) => [id, doubtful])).toStrictEqual([
    ['e1', false],
    ['e2', false],
    ['e3', true],
  ]);
});

test('what two answers both bring is drawn once', () => {
  const twice = {
    ...gathered,
    entities: [...gathered.entities, ...gathered.entities],
    relations: [...gathered.relations, ...gathered.relations],
  };
  expect(modelOf(twice, none, 'zh')).toStrictEqual(modelOf(gathered, none, 'zh'));
});

test('a label is in the language of the reader where a source gives a name in it, the name stays the printed one', () => {
  const named: Gathered = {
    ...gathered,
    entities: [{ ...entity('e1', 3), nameEn: 'Alpha Works' }, entity('e2', 1)],
    readings: [],
  };
  const labels = (lang: 'zh' | 'en') => modelOf(named, none, lang).nodes.map(({ name, lines }) => [name, ...lines]);
  expect(labels('zh')).toStrictEqual([
    ['甲e1', '甲e1'],
    ['甲e2', '甲e2'],
  ]);
  expect(labels('en')).toStrictEqual([
    ['甲e1', 'Alpha Works'],
    ['甲e2', '甲e2'],
  ]);
});

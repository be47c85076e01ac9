import { expect, test } from 'vitest';
import type { Kind, Modality, RelationType } from '../../web/src/api/fragments.ts';
import { leftOutOf, toggled } from '../../web/src/canvas/chosen.ts';
import type { DrawnEdge, DrawnNode, Model } from '../../web/src/canvas/elements.ts';
import { countOf, foldModel, groupsOf } from '../../web/src/canvas/fold.ts';
import { legendKinds, legendTypes } from '../../web/src/canvas/legend-entries.ts';

const node = (id: string, kind: Kind, more: Partial<DrawnNode> = {}): DrawnNode => ({
  id,
  kind,
  name: `甲${id}`,
  nameEn: null,
  shown: `甲${id}`,
  lines: [`甲${id}`],
  degree: 2,
  hidden: 1,
  doubtful: false,
  end: null,
  path: null,
  seed: false,
  members: [],
  ...more,
});
const edge = (
  id: string,
  source: string,
  target: string,
  type: RelationType = 'LOCATED_IN',
  modality: Modality = 'operating',
): DrawnEdge => ({
  id,
  source,
  target,
  type,
  label: { zh: type, en: type },
  modality,
  ended: false,
  confidence: 900,
  reading: null,
  members: [],
});
const mayBe = (id: string, source: string, target: string): DrawnEdge => ({
  ...edge(id, source, target),
  type: null,
  label: null,
  modality: null,
  ended: false,
  confidence: 0,
  reading: 1,
});

/** A park with four firms that operate, one that builds, one in doubt and a university. */
const model: Model = {
  nodes: [
    node('p', 'Park'),
    ...['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) => node(id, 'Company')),
    node('u', 'University'),
  ],
  edges: [
    ...['c1', 'c2', 'c3', 'c4', 'c6'].map((id) => edge(`l${id}`, id, 'p')),
    edge('lc5', 'c5', 'p', 'LOCATED_IN', 'building'),
    edge('lu', 'u', 'p'),
    edge('s', 'u', 'c4', 'SUPPLIES'),
    mayBe('m', 'c6', 'u'),
  ],
  hidden: 8,
};
const named = (kind: Kind, count: number) => `${kind} ${count}`;

test('only nodes of one kind whose ties are all the same make a group: not what builds, is in doubt or has one tie more', () => {
  expect(groupsOf(model).map(({ kind, members }) => ({ kind, members }))).toStrictEqual([
    { kind: 'Company', members: ['c1', 'c2', 'c3'] },
  ]);
});

test('two alike are no group, and what is on a path, chosen or an end stays by itself', () => {
  for (const more of [{ path: 0 }, { seed: true }, { end: 'a' as const }]) {
    const nodes = model.nodes.map((one) => (one.id === 'c2' ? { ...one, ...more } : one));
    expect(groupsOf({ ...model, nodes })).toStrictEqual([]);
  }
});

test('at most twenty groups, the biggest', () => {
  const hubs = Array.from({ length: 25 }, (_, at) => ({ id: `h${at}`, leaves: at === 24 ? 5 : 3 }));
  const big: Model = {
    nodes: hubs.flatMap(({ id, leaves }) => [
      node(id, 'Park'),
      ...Array.from({ length: leaves }, (_, at) => node(`${id}c${at}`, 'Company')),
    ]),
    edges: hubs.flatMap(({ id, leaves }) =>
      Array.from({ length: leaves }, (_, at) => edge(`${id}l${at}`, `${id}c${at}`, id)),
    ),
    hidden: 0,
  };
  const groups = groupsOf(big);
  expect(groups.length).toBe(20);
  expect(groups[0]?.members).toStrictEqual(['h24c0', 'h24c1', 'h24c2', 'h24c3', 'h24c4']);
});

test('a folded picture counts as many entities, relationships and hidden neighbours as the unfolded one', () => {
  const groups = groupsOf(model);
  const folded = foldModel(model, groups, named);
  expect(folded.nodes.map(({ name }) => name)).toStrictEqual(['甲p', 'Company 3', '甲c4', '甲c5', '甲c6', '甲u']);
  const [group] = folded.nodes.filter(({ members }) => members.length > 0);
  expect(group?.id).toBe(groups[0]?.id);
  expect(group?.hidden).toBe(3);
  const bundle = folded.edges.find(({ members }) => members.length > 0);
  expect(bundle?.members.map(({ id }) => id)).toStrictEqual(['lc1', 'lc2', 'lc3']);
  expect([bundle?.source, bundle?.target, bundle?.modality]).toStrictEqual([group?.id, 'p', 'operating']);
  expect(folded.nodes.reduce((sum, one) => sum + countOf(one), 0)).toBe(model.nodes.length);
  expect(folded.edges.reduce((sum, one) => sum + countOf(one), 0)).toBe(model.edges.length);
  expect(folded.hidden).toBe(model.hidden);
});

test('a member that is hidden is no more in the group', () => {
  const fewer = {
    ...model,
    nodes: model.nodes.filter(({ id }) => id !== 'c1'),
    edges: model.edges.filter(({ id }) => id !== 'lc1'),
  };
  const folded = foldModel(fewer, groupsOf(model), named);
  expect(folded.nodes.map(({ name }) => name)).toContain('Company 2');
});

test('a choice of kinds leaves out the others and their ties, but never a path, an end or what was chosen by hand', () => {
  const kept = { ...model, nodes: model.nodes.map((one) => (one.id === 'u' ? { ...one, path: 0 } : one)) };
  const out = leftOutOf(kept, { shownKinds: ['Park'], shownTypes: [] }, new Set());
  expect([...out.nodes]).toStrictEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  expect([...out.edges]).toStrictEqual(['lc1', 'lc2', 'lc3', 'lc4', 'lc6', 'lc5', 's', 'm']);
});

test('a choice of types leaves out the other edges and what they alone held, but not the edges of a path', () => {
  const out = leftOutOf(model, { shownKinds: [], shownTypes: ['SUPPLIES'] }, new Set(['lc1']));
  expect([...out.nodes]).toStrictEqual(['c2', 'c3', 'c5']);
  expect([...out.edges]).toStrictEqual(['lc2', 'lc3', 'lc4', 'lc6', 'lc5', 'lu']);
});

test('no choice leaves nothing out', () => {
  const out = leftOutOf(model, { shownKinds: [], shownTypes: [] }, new Set());
  expect([out.nodes.size, out.edges.size]).toStrictEqual([0, 0]);
});

test('a value is put into a choice and taken out again', () => {
  expect(toggled(['Park'], 'Company')).toStrictEqual(['Park', 'Company']);
  expect(toggled(['Park', 'Company'], 'Park')).toStrictEqual(['Company']);
});

test('the legend counts every kind and, the most frequent first, every type', () => {
  expect(legendKinds(model)).toStrictEqual([
    { kind: 'Company', count: 6 },
    { kind: 'University', count: 1 },
    { kind: 'Park', count: 1 },
  ]);
  expect(legendTypes(model).map(({ type, count }) => [type, count])).toStrictEqual([
    ['LOCATED_IN', 7],
    ['SUPPLIES', 1],
  ]);
});

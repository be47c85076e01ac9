import { expect, test } from 'vitest';
import { zh } from '../../web/src/locale/zh.ts';
import { drawingNotices, leftOutWords } from '../../web/src/state/drawing-notices.ts';
import type { Graph } from '../../web/src/state/gather.ts';
import { countsOf, pictureOf } from '../../web/src/state/picture.ts';
import { EMPTY_VIEW, type View } from '../../web/src/state/url.ts';

const entity = (id: string, kind: 'Company' | 'Park') => ({
  __typename: kind,
  id,
  kind,
  name: `甲${id}`,
  degree: 1,
  nameEn: null,
  readings: [],
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

/** A park and so many firms in it. */
function parkOf(firms: number): Graph {
  const ids = Array.from({ length: firms }, (_, at) => `c${String(at).padStart(5, '0')}`);
  const entities = [entity('p', 'Park'), ...ids.map((id) => entity(id, 'Company'))];
  return {
    entities,
    relations: ids.map((id) => relation(`l${id}`, id, 'p')),
    readings: [],
    baseIds: entities.map(({ id }) => id),
    batches: [],
    found: null,
    refused: null,
    dropped: [],
    named: new Map(),
    cuts: [],
    missing: [],
    sources: 1,
    version: 1,
  };
}
const view: View = { ...EMPTY_VIEW, seeds: ['p'] };
const named = (_: string, count: number) => `${count}`;
const linesOf = (graph: Graph, patch: Partial<View>, rows = false) => {
  const shown = { ...view, ...patch };
  return drawingNotices(pictureOf(graph, shown, 'zh', named), shown, rows, zh, 'zh');
};

test('no more than 1,500 nodes are drawn or laid out, the rest is counted, and grouping brings them back', () => {
  const graph = parkOf(1700);
  const picture = pictureOf(graph, view, 'zh', named);
  expect(picture.model.nodes).toHaveLength(1500);
  expect(picture.beyond).toBe(201);
  expect(picture.request?.steps[0]?.nodes).toHaveLength(1500);
  expect(linesOf(graph, {})).toStrictEqual([{ line: '最多画 1,500 个，另有 201 个没有画', offer: 'fold' }]);
  const folded = pictureOf(graph, { ...view, folded: true }, 'zh', named);
  expect(folded.beyond).toBe(0);
  expect(folded.model.nodes.map(({ name }) => name)).toStrictEqual(['甲p', '1700']);
  expect(countsOf(folded.model)).toStrictEqual({ nodes: 1701, relations: 1700, readings: 0 });
  expect(folded.request?.steps[0]?.nodes).toHaveLength(2);
});

test('a hidden group hides its members, a hidden member is no more counted', () => {
  const graph = parkOf(4);
  const folded: View = { ...view, folded: true };
  const [group] = pictureOf(graph, folded, 'zh', named).groups;
  const hide = (id: string): View => ({ ...folded, ops: [{ kind: 'hide', id }] });
  expect(pictureOf(graph, hide(group?.id ?? ''), 'zh', named).model.nodes.map(({ id }) => id)).toStrictEqual(['p']);
  expect(countsOf(pictureOf(graph, hide('c00000'), 'zh', named).model).nodes).toBe(4);
});

test('an opened group is drawn one by one, and hiding or choosing asks for no other layout', () => {
  const graph = parkOf(4);
  const folded: View = { ...view, folded: true };
  const key = (patch: Partial<View>) => pictureOf(graph, { ...folded, ...patch }, 'zh', named).request?.key;
  const [group] = pictureOf(graph, folded, 'zh', named).groups;
  const opened = { ops: [{ kind: 'unfold', id: group?.id ?? '' } as const] };
  expect(pictureOf(graph, { ...folded, ...opened }, 'zh', named).model.nodes).toHaveLength(5);
  expect(key({ shownKinds: ['Company'] })).toBe(key({}));
  expect(key({ ops: [{ kind: 'hide', id: 'c00000' }] })).toBe(key({}));
  expect(key(opened)).not.toBe(key({}));
});

test('what a choice leaves out is said with both counts and a way back', () => {
  expect(linesOf(parkOf(4), { shownKinds: ['Park'] })).toStrictEqual([
    { line: '只看园区，另有 4 个节点、4 条关系没有画', offer: 'all' },
  ]);
  expect(linesOf(parkOf(4), { shownTypes: ['LOCATED_IN'] })).toStrictEqual([
    { line: '只看位于，另有 0 个节点、0 条关系没有画', offer: 'all' },
  ]);
});

test('grouping is offered where much is drawn, and it is said where nothing is alike or the layout was stopped', () => {
  expect(linesOf(parkOf(59), {}).map(({ offer }) => offer)).toStrictEqual(['fold']);
  expect(linesOf(parkOf(58), {})).toStrictEqual([]);
  expect(linesOf(parkOf(2), { folded: true }).map(({ line }) => line)).toStrictEqual([zh.ties.foldedAll]);
  expect(linesOf(parkOf(2), {}, true).map(({ line }) => line)).toStrictEqual([zh.ties.inRows]);
});

test('a picture that leaves the screen says all that it leaves out', () => {
  const set: View = {
    ...view,
    solidFirst: false,
    classes: ['policy'],
    sure: 'high',
    banned: ['ebbb'],
    shownKinds: ['Park'],
  };
  expect(leftOutWords(pictureOf(parkOf(4), set, 'zh', named), set, () => '乙公司', zh, 'zh')).toStrictEqual([
    '步数少的在先',
    '出处类别 政策',
    '把握 高',
    '不经过 乙公司',
    '只看园区，另有 4 个节点、4 条关系没有画',
  ]);
  expect(leftOutWords(pictureOf(parkOf(4), view, 'zh', named), view, () => null, zh, 'zh')).toStrictEqual([]);
});

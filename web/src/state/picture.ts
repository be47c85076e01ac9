import { leftOutOf } from '../canvas/chosen.ts';
import { EMPTY_MODEL, modelOf, type Model } from '../canvas/elements.ts';
import { countOf, foldModel, groupsOf, standIns, type Group } from '../canvas/fold.ts';
import { breakLabel, labelWidth } from '../canvas/label.ts';
import { layoutRequest, type Box, type LayoutRequest } from '../canvas/layout-steps.ts';
import type { EntityLite, Kind } from '../api/fragments.ts';
import { nameIn } from '../locale/use-words.ts';
import type { Graph } from './gather.ts';
import type { Lang, View } from './url.ts';

/** More nodes than this are not drawn: a canvas without a graphics card stays quick up to about as many. */
export const MOST_DRAWN = 1500;

export type Picture = {
  /** What could be drawn: for the legend, which counts what it would bring back. */
  readonly whole: Model;
  readonly model: Model;
  readonly groups: readonly Group[];
  /** Left out by the choice of kinds and types. */
  readonly leftOut: { readonly nodes: number; readonly relations: number };
  /** Left out because there are too many. */
  readonly beyond: number;
  readonly request: LayoutRequest | null;
};

export const EMPTY_PICTURE: Picture = {
  whole: EMPTY_MODEL,
  model: EMPTY_MODEL,
  groups: [],
  leftOut: { nodes: 0, relations: 0 },
  beyond: 0,
  request: null,
};

/** From so many nodes on a picture is hard to read, and grouping is offered. */
export const CROWDED = 60;

type Shown = Pick<View, 'a' | 'b' | 'seeds' | 'banned' | 'ops' | 'shownKinds' | 'shownTypes' | 'folded'>;

/** What the service answered and how a reader wants it drawn → what is drawn. Pure. */
export function pictureOf(
  graph: Graph,
  view: Shown,
  lang: Lang,
  groupName: (kind: Kind, count: number) => string,
): Picture {
  const { a, b, seeds, banned, ops } = view;
  const paths = graph.found?.paths ?? [];
  const gathered = { ...graph, paths: paths.map((path) => path.entities.map((entity) => entity.id)) };
  const ends = { a, b, seeds };
  const everything = modelOf(gathered, { ...ends, hiddenIds: new Set() }, lang);
  const groups = view.folded ? groupsOf(everything) : [];
  const standIn = standIns(groups);
  const order = [...new Set(graph.entities.map(({ id }) => standIn.get(id) ?? id))];
  const within = new Set(order.slice(0, MOST_DRAWN));
  const beyond = graph.entities.filter(({ id }) => !within.has(standIn.get(id) ?? id)).map(({ id }) => id);

  const chosen = [a, b, ...seeds];
  const hidden = [
    ...ops.flatMap((op) => (op.kind === 'hide' ? membersOf(op.id, groups) : [])),
    // What no path may pass would else stand beside the paths as if they could.
    ...banned.filter((id) => !chosen.includes(id)),
    ...beyond,
  ];
  const whole = modelOf(gathered, { ...ends, hiddenIds: new Set(hidden) }, lang);
  const pathEdges = new Set(paths.flatMap((path) => path.steps.flatMap((step) => step.relations.map(({ id }) => id))));
  const leftOut = leftOutOf(whole, view, pathEdges);
  const shown = modelOf(
    gathered,
    { ...ends, hiddenIds: new Set([...hidden, ...leftOut.nodes]), hiddenEdges: leftOut.edges },
    lang,
  );
  const opened = new Set(ops.flatMap((op) => (op.kind === 'unfold' ? [op.id] : [])));
  const model = foldModel(
    shown,
    groups.filter(({ id }) => !opened.has(id)),
    groupName,
  );
  const relations = [...leftOut.edges].filter((id) => graph.readings.every((reading) => reading.id !== id)).length;
  return {
    whole,
    model,
    groups,
    leftOut: { nodes: leftOut.nodes.size, relations },
    beyond: beyond.length,
    request:
      graph.entities.length > 0
        ? requestOf(graph, view, groups, within, { entity: (one) => nameIn(one, lang), group: groupName })
        : null,
  };
}

/** What is drawn of how much: entities, relationships and may-be readings, whatever stands for them. */
export function countsOf(model: Model): {
  readonly nodes: number;
  readonly relations: number;
  readonly readings: number;
} {
  const relations = model.edges.filter((edge) => edge.reading === null);
  return {
    nodes: model.nodes.reduce((sum, node) => sum + countOf(node), 0),
    relations: relations.reduce((sum, edge) => sum + countOf(edge), 0),
    readings: model.edges.length - relations.length,
  };
}

function membersOf(id: string, groups: readonly Group[]): readonly string[] {
  return groups.find((group) => group.id === id)?.members ?? [id];
}

/** What is written under the nodes. */
type Labels = {
  readonly entity: (entity: EntityLite) => string;
  readonly group: (kind: Kind, count: number) => string;
};

/** Hidden nodes keep their place, so hiding and choosing move nothing; folding lays out anew. */
function requestOf(
  graph: Graph,
  view: Shown,
  groups: readonly Group[],
  within: ReadonlySet<string>,
  labels: Labels,
): LayoutRequest {
  const standIn = standIns(groups);
  const standing = (id: string) => standIn.get(id) ?? id;
  const boxes = new Map(graph.entities.map((entity) => [entity.id, boxOf(entity.id, labels.entity(entity))]));
  for (const { id, kind, members } of groups) boxes.set(id, boxOf(id, labels.group(kind, members.length)));
  const pick = (ids: readonly string[]): Box[] => [...new Set(ids)].flatMap((id) => boxes.get(id) ?? []);
  const drawnBoxes = (ids: readonly string[]) => pick(ids.map(standing).filter((id) => within.has(id)));
  const spine = graph.found?.paths[0]?.entities.map((entity) => entity.id) ?? [];
  const ties = [...graph.relations, ...graph.readings].map(({ from, to }) => ({ source: from.id, target: to.id }));
  const lines = new Map(
    [...ties, ...ties.map(({ source, target }) => ({ source: standing(source), target: standing(target) }))].map(
      (line) => [`${line.source} ${line.target}`, line],
    ),
  );
  const asked = [...graph.batches];
  const batches = view.ops.flatMap((op) => {
    if (op.kind === 'hide') return [];
    if (op.kind === 'unfold') return [{ op, boxes: pick(groups.find(({ id }) => id === op.id)?.members ?? []) }];
    const batch = asked.shift();
    return batch ? [{ op: batch.op, boxes: drawnBoxes(batch.ids) }] : [];
  });
  return layoutRequest({ boxes: drawnBoxes(graph.baseIds), spine }, batches, [...lines.values()]);
}

/** Room for the shape and the label below it. */
function boxOf(id: string, name: string): Box {
  const lines = breakLabel(name);
  return { id, width: Math.max(40, labelWidth(lines, 12) + 8), height: 34 + lines.length * 16 };
}

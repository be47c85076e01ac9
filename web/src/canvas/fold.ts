import type { Kind } from '../api/fragments.ts';
import type { DrawnEdge, DrawnNode, Model } from './elements.ts';
import { breakLabel } from './label.ts';
import { lineFormOf } from './line-forms.ts';
import { seedOf } from './random.ts';

/** Fewer are as easily read one by one. */
const LEAST_MEMBERS = 3;
/** More groups would be a picture of groups. The biggest are folded. */
const MOST_GROUPS = 20;

export type Group = { readonly id: string; readonly kind: Kind; readonly members: readonly string[] };

/**
 * Nodes of one kind whose drawn ties are exactly the same: same other end, type, direction and state. The leaves of a
 * hub are the usual case. What is chosen, on a path or in doubt stays by itself. Biggest first, then by id.
 */
export function groupsOf(model: Model): readonly Group[] {
  const ties = new Map<string, string[]>();
  const doubts = new Set<string>();
  for (const edge of model.edges) {
    if (edge.reading !== null) doubts.add(edge.source).add(edge.target);
    else {
      note(ties, edge.source, `${edge.target} ${edge.type} out ${lineFormOf(edge)}`);
      note(ties, edge.target, `${edge.source} ${edge.type} in ${lineFormOf(edge)}`);
    }
  }
  const alike = new Map<string, DrawnNode[]>();
  for (const node of model.nodes) {
    const own = ties.get(node.id);
    if (!own || node.path !== null || node.end !== null || node.seed || node.doubtful || doubts.has(node.id)) continue;
    const key = [node.kind, ...own.sort()].join();
    alike.set(key, [...(alike.get(key) ?? []), node]);
  }
  return [...alike]
    .filter(([, members]) => members.length >= LEAST_MEMBERS)
    .map(([key, members]) => ({
      id: `g-${seedOf(key).toString(36)}`,
      kind: members[0]?.kind ?? 'Company',
      members: members.map(({ id }) => id).sort(),
    }))
    .sort((one, other) => other.members.length - one.members.length || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_GROUPS);
}

/** The node that stands for each member. */
export function standIns(groups: readonly Group[]): ReadonlyMap<string, string> {
  return new Map(groups.flatMap((group) => group.members.map((id) => [id, group.id] as const)));
}

/** One node for the members of each group that are drawn, one edge for their like ties; counts and badges add up as before. */
export function foldModel(
  model: Model,
  groups: readonly Group[],
  nameOf: (kind: Kind, count: number) => string,
): Model {
  const standIn = standIns(groups);
  const nodes = new Map<string, DrawnNode>();
  const byId = new Map(model.nodes.map((node) => [node.id, node]));
  for (const node of model.nodes) {
    const group = groups.find(({ id }) => id === standIn.get(node.id));
    const members = group?.members.flatMap((id) => byId.get(id) ?? []) ?? [];
    if (!group) nodes.set(node.id, node);
    else if (!nodes.has(group.id)) nodes.set(group.id, groupNode(group, members, nameOf));
  }
  const drawnAs = (id: string) => (nodes.has(id) ? id : (standIn.get(id) ?? id));
  const edges = new Map<string, DrawnEdge>();
  for (const edge of model.edges) {
    const source = drawnAs(edge.source);
    const target = drawnAs(edge.target);
    if (source === edge.source && target === edge.target) edges.set(edge.id, edge);
    else {
      const id = `b-${seedOf([source, target, edge.type, lineFormOf(edge)].join()).toString(36)}`;
      const members = [...(edges.get(id)?.members ?? []), edge];
      const confidence = Math.min(...members.map((member) => member.confidence));
      edges.set(id, { ...edge, id, source, target, confidence, members });
    }
  }
  return { nodes: [...nodes.values()], edges: [...edges.values()], hidden: model.hidden };
}

/** How many entities a node stands for, or relationships an edge. */
export function countOf({ members }: DrawnNode | DrawnEdge): number {
  return Math.max(1, members.length);
}

function groupNode(
  group: Group,
  members: readonly DrawnNode[],
  nameOf: (kind: Kind, count: number) => string,
): DrawnNode {
  const name = nameOf(group.kind, members.length);
  return {
    id: group.id,
    kind: group.kind,
    name,
    nameEn: null,
    shown: name,
    lines: breakLabel(name),
    degree: Math.max(...members.map(({ degree }) => degree)),
    hidden: members.reduce((sum, { hidden }) => sum + hidden, 0),
    doubtful: false,
    end: null,
    path: null,
    seed: false,
    members,
  };
}

function note(ties: Map<string, string[]>, id: string, tie: string): void {
  const own = ties.get(id) ?? [];
  own.push(tie);
  ties.set(id, own);
}

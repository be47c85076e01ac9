import type { DrawnEdge, DrawnNode, Model } from './elements.ts';

/** A number and a word on an edge: steps of the current path, readings, the edge that is open or under the pointer. */
export type EdgeMark = { readonly number: number | null; readonly word: string; readonly warn: boolean };

/** Everything the canvas shows beside the places of things. */
export type Scene = {
  readonly nodes: ReadonlyMap<string, DrawnNode>;
  readonly edges: ReadonlyMap<string, DrawnEdge>;
  readonly pathNodes: ReadonlySet<string>;
  readonly pathEdges: ReadonlySet<string>;
  /** The path passes what is merely shared: it is drawn no louder than what is around it needs. */
  readonly weak: boolean;
  readonly marks: ReadonlyMap<string, EdgeMark>;
  readonly selection: string | null;
};

/** One step of the current path: the ids of its relationships, or that of its reading. */
export type SceneStep = { readonly from: string; readonly to: string; readonly edges: readonly string[] };

export function sceneOf(
  model: Model,
  steps: readonly SceneStep[],
  selection: string | null,
  wordOf: (edge: DrawnEdge) => string,
  weak = false,
): Scene {
  const nodes = new Map(model.nodes.map((node) => [node.id, node]));
  const edges = new Map(model.edges.map((edge) => [edge.id, edge]));
  const pathNodes = new Set(steps.flatMap((step) => [step.from, step.to]));
  const pathEdges = new Set(steps.flatMap((step) => step.edges));
  const marks = new Map<string, EdgeMark>();
  steps.forEach((step, index) => {
    const first = step.edges.map((id) => edges.get(id)).find((edge) => edge !== undefined);
    if (first) marks.set(first.id, { number: index + 1, word: wordOf(first), warn: first.reading !== null });
  });
  // After the numbers, which cannot give way: these words find a free place along their edge.
  for (const edge of model.edges) {
    if ((edge.reading === null && edge.id !== selection) || marks.has(edge.id)) continue;
    marks.set(edge.id, { number: null, word: wordOf(edge), warn: edge.reading !== null });
  }
  return { nodes, edges, pathNodes, pathEdges, weak, marks, selection };
}

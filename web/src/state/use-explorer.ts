import { useMemo } from 'react';
import { modelOf, EMPTY_MODEL, type DrawnEdge, type Model } from '../canvas/elements.ts';
import { breakLabel, labelWidth } from '../canvas/label.ts';
import { layoutRequest, type Box, type LayoutRequest } from '../canvas/layout-steps.ts';
import { sceneOf, type Scene, type SceneStep } from '../canvas/scene.ts';
import type { Path } from '../api/paths.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { drawnOf } from './history.ts';
import { gatherGraph, type Graph } from './gather.ts';
import { useAnswer, type Answer } from './use-answer.ts';
import type { View } from './url.ts';

export type Explorer = {
  readonly answer: Answer<Graph>;
  readonly model: Model;
  readonly scene: Scene;
  readonly request: LayoutRequest | null;
  readonly path: Path | null;
  readonly hiddenCount: number;
};

/** From a view to all that its screen shows, apart from the places of things. */
export function useExplorer(view: View): Explorer {
  const words = useWords();
  const lang = useLang();
  // Which path is current changes no question, only what is drawn thick.
  const asked = { ...drawnOf(view), path: 0, ops: view.ops.filter((op) => op.kind !== 'hide'), version: view.version };
  const key = JSON.stringify(asked);
  const answer = useAnswer(key, () => gatherGraph(asked));
  const graph = answer.data;

  const hidden = useMemo(() => new Set(view.ops.flatMap((op) => (op.kind === 'hide' ? [op.id] : []))), [view.ops]);
  const model = useMemo(() => {
    if (!graph) return EMPTY_MODEL;
    const paths = graph.found?.paths.map((path) => path.entities.map((entity) => entity.id)) ?? [];
    return modelOf({ ...graph, paths }, { a: view.a, b: view.b, seeds: view.seeds, hiddenIds: hidden });
  }, [graph, view.a, view.b, view.seeds, hidden]);

  const request = useMemo(() => (graph && graph.entities.length > 0 ? requestOf(graph) : null), [graph]);
  const path = graph?.found?.paths[view.path] ?? graph?.found?.paths[0] ?? null;
  const scene = useMemo(() => {
    const wordOf = (edge: DrawnEdge): string => {
      if (edge.reading !== null) return edge.reading === 1 ? words.drawer.firstEdge : words.drawer.otherEdge;
      return edge.label ? said(edge.label, lang) : '';
    };
    return sceneOf(model, path ? stepsOf(path) : [], view.selection, wordOf);
  }, [model, path, view.selection, words, lang]);

  return { answer, model, scene, request, path, hiddenCount: hidden.size };
}

function stepsOf(path: Path): SceneStep[] {
  return path.steps.map((step) => ({
    from: step.from.id,
    to: step.to.id,
    edges: step.reading ? [step.reading.id] : step.relations.map((relation) => relation.id),
  }));
}

function requestOf(graph: Graph): LayoutRequest {
  const boxes = new Map(graph.entities.map((entity) => [entity.id, boxOf(entity)]));
  const pick = (ids: readonly string[]): Box[] => ids.map((id) => boxes.get(id)).filter((box) => box !== undefined);
  const spine = graph.found?.paths[0]?.entities.map((entity) => entity.id) ?? [];
  const lines = [...graph.relations, ...graph.readings].map(({ from, to }) => ({ source: from.id, target: to.id }));
  const batches = graph.batches.map(({ op, ids }) => ({ op, boxes: pick(ids) }));
  return layoutRequest({ boxes: pick(graph.baseIds), spine }, batches, lines);
}

/** Room for the shape and the label below it. */
function boxOf(entity: { readonly id: string; readonly name: string }): Box {
  const lines = breakLabel(entity.name);
  return { id: entity.id, width: Math.max(40, labelWidth(lines, 12) + 8), height: 34 + lines.length * 16 };
}

import { useMemo } from 'react';
import { layOutAhead } from '../canvas/layout-client.ts';
import type { DrawnEdge } from '../canvas/elements.ts';
import { sceneOf, type Scene, type SceneStep } from '../canvas/scene.ts';
import type { Path } from '../api/paths.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { askedOf } from './asked.ts';
import { gatherGraph, type Graph } from './gather.ts';
import { EMPTY_PICTURE, pictureOf, type Picture } from './picture.ts';
import { useAnswer, type Answer } from './use-answer.ts';
import type { View } from './url.ts';
import { isWeak } from './weak-tie.ts';

export type Explorer = {
  readonly answer: Answer<Graph>;
  readonly picture: Picture;
  readonly scene: Scene;
  readonly path: Path | null;
  readonly hiddenCount: number;
};

/** From a view to all that its screen shows, apart from the places of things. */
export function useExplorer(view: View): Explorer {
  const words = useWords();
  const lang = useLang();
  const asked = askedOf(view);
  const { a, b, seeds, banned, ops, shownKinds, shownTypes, folded } = view;
  const pictured = useMemo(() => {
    const shown = { a, b, seeds, banned, ops, shownKinds, shownTypes, folded };
    return oncePer((graph: Graph) =>
      pictureOf(graph, shown, lang, (kind, count) => words.ties.groupName(words.kinds[kind], count)),
    );
  }, [a, b, seeds, banned, ops, shownKinds, shownTypes, folded, words, lang]);
  const answer = useAnswer(JSON.stringify(asked), async () => {
    const graph = await gatherGraph(asked);
    // The worker lays out while the page is at the lists and the panels of the same answer.
    const { request } = pictured(graph);
    if (request) layOutAhead(request);
    return graph;
  });
  const graph = answer.data;
  const picture = useMemo(() => (graph ? pictured(graph) : EMPTY_PICTURE), [graph, pictured]);
  const { model } = picture;

  const path = graph?.found?.paths[view.path] ?? graph?.found?.paths[0] ?? null;
  const scene = useMemo(() => {
    const wordOf = (edge: DrawnEdge): string => {
      if (edge.reading !== null) return edge.reading === 1 ? words.drawer.firstEdge : words.drawer.otherEdge;
      return edge.label ? said(edge.label, lang) : '';
    };
    return sceneOf(model, path ? stepsOf(path) : [], view.selection, wordOf, path !== null && isWeak(path));
  }, [model, path, view.selection, words, lang]);

  return { answer, picture, scene, path, hiddenCount: ops.filter((op) => op.kind === 'hide').length };
}

/** Made once for each thing that is given, as long as it is there. */
function oncePer<Given extends object, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const made = new WeakMap<Given, Made>();
  return (given) => {
    const before = made.get(given);
    if (before !== undefined) return before;
    const now = make(given);
    made.set(given, now);
    return now;
  };
}

function stepsOf(path: Path): SceneStep[] {
  return path.steps.map((step) => ({
    from: step.from.id,
    to: step.to.id,
    edges: step.reading ? [step.reading.id] : step.relations.map((relation) => relation.id),
  }));
}

import { useEffect, useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { ExpandDialog } from '../panels/expand-dialog.tsx';
import { GraphCanvas } from '../panels/graph-canvas.tsx';
import { ListPanel } from '../panels/list-panel.tsx';
import { Notices } from '../panels/notices.tsx';
import { PathPanel } from '../panels/path-panel.tsx';
import { SelectionDrawer } from '../panels/selection-drawer.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { ToolRow } from '../panels/tool-row.tsx';
import { say } from '../state/live.ts';
import { isDocument } from '../state/page-sources.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useCommands } from '../state/use-commands.ts';
import { useExplorer } from '../state/use-explorer.ts';
import { useKeys } from '../state/use-keys.ts';
import { useLayout } from '../state/use-layout.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { useView } from '../state/use-view.ts';
import '../styles/explore.css';
import '../styles/panels.css';

/** 关系图: two ends, the paths between them, the picture, its equal list, and the sources of what is selected. */
export function Explore({ theme }: { readonly theme: string }) {
  const words = useWords();
  const { view, faults, change } = useView();
  const commands = useCommands(view);
  const { answer, model, scene, request, path, hiddenCount } = useExplorer(view);
  const layout = useLayout(request);
  const narrow = useMedia(NARROW);
  const [expanding, setExpanding] = useState<string | null>(null);
  const newest = useAnswer('dataset newest', () => ask(datasetQuery, {})).data?.dataset ?? null;
  const shown = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data;
  const dataset = shown?.dataset ?? newest;
  const graph = answer.data;
  const names = new Map(graph?.entities.map((entity) => [entity.id, entity.name]));
  const nameOf = (id: string) => names.get(id) ?? null;
  const total = graph?.found?.paths.length ?? 0;
  useKeys(commands, path && graph?.found ? graph.found.paths.indexOf(path) : 0, total);
  useSpokenCounts(model.nodes.length, model.edges.length, layout.positions !== null);

  const drawing = model.nodes.length > 0 && layout.positions === null && !layout.failed;
  const state = answer.status === 'loading' ? 'loading' : drawing ? 'layout' : 'idle';
  const empty = view.seeds.length === 0 && view.a === null && view.b === null;
  const dashed = model.edges.filter((edge) => edge.reading !== null).length;
  const expandName = expanding === null ? null : nameOf(expanding);
  return (
    <>
      <ToolRow
        view={view}
        commands={commands}
        nameOf={nameOf}
        version={dataset?.version ?? view.version}
        narrow={narrow}
      />
      <Notices
        faults={faults}
        graph={graph}
        view={view}
        newest={newest?.version ?? null}
        nameOf={nameOf}
        onNewest={() => change({ version: null })}
      />
      <main className={`explore ${view.selection === null ? '' : 'with-drawer'} ${empty ? 'blank' : ''}`}>
        <h1 className="unseen">{words.explore.title}</h1>
        <div className="left">
          {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
          {answer.status === 'loading' && model.nodes.length === 0 && !empty && (
            <Loading rows={8} onStop={answer.stop} />
          )}
          {empty && (
            <section className="paths none">
              <h2 className="head">{words.explore.empty}</h2>
              <p className="sentence">{words.explore.emptyMore}</p>
            </section>
          )}
          {view.a !== null && view.a === view.b && <p className="sentence note">{words.paths.same}</p>}
          {graph?.found && (
            <PathPanel
              found={graph.found}
              current={path}
              readings={graph.readings}
              view={view}
              commands={commands}
              narrow={narrow}
            />
          )}
          <ListPanel model={model} scene={scene} hiddenCount={hiddenCount} onSelect={commands.select} />
        </div>
        <GraphCanvas
          model={model}
          scene={scene}
          positions={layout.positions}
          theme={theme}
          compact={narrow}
          state={state}
          onSelect={commands.select}
          onExpand={setExpanding}
          onHide={(id) => commands.hide(id, nameOf(id) ?? id)}
          onStart={(id) => commands.draw(words.steps.ends, { a: id, path: 0 })}
          onRelayout={commands.relayout}
          onStopLayout={layout.stop}
        />
        {view.selection !== null && (
          <SelectionDrawer
            key={view.selection}
            id={view.selection}
            view={view}
            scene={scene}
            commands={commands}
            onExpand={setExpanding}
          />
        )}
      </main>
      {expanding !== null && (
        <ExpandDialog
          id={expanding}
          name={expandName ?? expanding}
          view={view}
          commands={commands}
          onClose={() => setExpanding(null)}
        />
      )}
      <StatusLine
        documents={graph?.sources ?? dataset?.sources.filter(isDocument).length ?? null}
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={
          model.nodes.length === 0
            ? []
            : [
                words.status.shown(model.nodes.length, model.edges.length - dashed, dashed),
                ...(model.hidden > 0 ? [words.status.hidden(model.hidden)] : []),
              ]
        }
      />
    </>
  );
}

/** Speaks what came when the picture has changed: the first time what is there, then what is new. */
function useSpokenCounts(nodes: number, edges: number, laid: boolean): void {
  const words = useWords();
  const before = useRef<{ nodes: number; edges: number } | null>(null);
  useEffect(() => {
    if (!laid || nodes === 0) return;
    const last = before.current;
    before.current = { nodes, edges };
    if (!last) say(words.expand.shows(nodes, edges));
    else if (nodes > last.nodes || edges > last.edges)
      say(words.expand.added(nodes - last.nodes, edges - last.edges, nodes));
  }, [nodes, edges, laid, words]);
}

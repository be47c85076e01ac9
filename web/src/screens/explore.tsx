import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import type { Kind } from '../api/fragments.ts';
import { toggled } from '../canvas/chosen.ts';
import { countOf } from '../canvas/fold.ts';
import type { Positions } from '../canvas/layout-steps.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import { ExpandDialog } from '../panels/expand-dialog.tsx';
import { FilterChips } from '../panels/filter-chips.tsx';
import { GraphCanvas } from '../panels/graph-canvas.tsx';
import { GraphExport } from '../panels/graph-export.tsx';
import { KeyHelp } from '../panels/key-help.tsx';
import { ListPanel } from '../panels/list-panel.tsx';
import { Notices } from '../panels/notices.tsx';
import { PathPanel } from '../panels/path-panel.tsx';
import { SelectionDrawer } from '../panels/selection-drawer.tsx';
import { StatusLine, statusParts } from '../panels/status-line.tsx';
import { ToolRow } from '../panels/tool-row.tsx';
import { drawingNotices, leftOutWords } from '../state/drawing-notices.ts';
import { say } from '../state/live.ts';
import { nodeKey } from '../state/node-keys.ts';
import { usePathArrival } from '../state/path-arrival.ts';
import { pathSummary } from '../state/path-summary.ts';
import { isDocument } from '../state/page-sources.ts';
import { countsOf } from '../state/picture.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useCommands } from '../state/use-commands.ts';
import { useExplorer } from '../state/use-explorer.ts';
import { useKeys } from '../state/use-keys.ts';
import { useLayout } from '../state/use-layout.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import type { View } from '../state/url.ts';
import { useView } from '../state/use-view.ts';
import '../styles/explore.css';
import '../styles/paths.css';
import '../styles/explore-list.css';
import '../styles/panels.css';
import '../styles/ties.css';

/** 关系图: two ends, the paths between them, the picture, its equal list, and the sources of what is selected. */
export function Explore({ theme }: { readonly theme: string }) {
  const words = useWords();
  const { view, faults, change } = useView();
  const commands = useCommands(view);
  const { answer, picture, scene, path, hiddenCount } = useExplorer(view);
  const { model, whole } = picture;
  const layout = useLayout(picture.request);
  const narrow = useMedia(NARROW);
  const lang = useLang();
  const [expanding, setExpanding] = useState<string | null>(null);
  const [helping, setHelping] = useState(false);
  const [told, setTold] = useState<{ readonly line: string; readonly view: View } | null>(null);
  const openHelp = useCallback(() => setHelping(true), []);
  const placesNow = useRef<() => Positions | null>(() => null);
  const onPlaces = useCallback((now: () => Positions | null) => {
    placesNow.current = now;
  }, []);
  const newest = useAnswer('dataset newest', () => ask(datasetQuery, {})).data?.dataset ?? null;
  const shown = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data;
  const dataset = shown?.dataset ?? newest;
  const graph = answer.data;
  const inWords = useNameOf();
  const entities = new Map(graph?.entities.map((entity) => [entity.id, entity]));
  const nameOf = (id: string) => {
    const named = entities.get(id) ?? graph?.named.get(id);
    return named ? inWords(named) : null;
  };
  const counts = countsOf(model);
  const total = graph?.found?.paths.length ?? 0;
  useKeys(commands, path && graph?.found ? graph.found.paths.indexOf(path) : 0, total, openHelp);
  useSpokenCounts(counts.nodes, counts.relations, layout.positions !== null);

  const drawing = model.nodes.length > 0 && layout.positions === null;
  const state = answer.status === 'loading' ? 'loading' : drawing ? 'layout' : 'idle';
  usePathArrival(state === 'idle' && graph?.found != null, () => {
    if (path) say(`${words.paths.title(1, total)}${words.app.comma}${pathSummary(path, words)}`);
  });
  const empty = view.seeds.length === 0 && view.a === null && view.b === null;
  const { shownKinds, shownTypes } = view;
  const onKind = useCallback(
    (kind: Kind) => commands.draw(words.ties.steps.kinds, { shownKinds: toggled(shownKinds, kind) }),
    [commands, words, shownKinds],
  );
  const onType = useCallback(
    (type: string) => commands.draw(words.ties.steps.kinds, { shownTypes: toggled(shownTypes, type) }),
    [commands, words, shownTypes],
  );
  const onFold = () => commands.draw(words.ties.steps.fold, { folded: !view.folded });
  const onNodeKey = (key: string, id: string): boolean => {
    const node = scene.nodes.get(id);
    return (
      node !== undefined &&
      nodeKey(key, { id, name: inWords(node), group: node.members.length > 0 }, commands, setExpanding, words)
    );
  };
  const grouped = model.nodes.filter((node) => node.members.length > 0);
  const parts =
    model.nodes.length === 0
      ? []
      : [
          words.status.shown(counts.nodes, counts.relations, counts.readings),
          ...(grouped.length > 0
            ? [
                words.ties.folded(
                  grouped.length,
                  grouped.reduce((sum, node) => sum + countOf(node), 0),
                ),
              ]
            : []),
          ...(model.hidden > 0 ? [words.status.hidden(model.hidden)] : []),
        ];
  const documents = graph?.sources ?? dataset?.sources.filter(isDocument).length ?? null;
  const version = graph?.version ?? dataset?.version ?? view.version;
  const foot = [
    ...statusParts({ documents, version, date: dataset?.date ?? null, parts }, words),
    ...leftOutWords(picture, view, nameOf, words, lang),
  ];
  const offers = {
    all: {
      label: words.ties.showAll,
      run: () => commands.draw(words.ties.steps.kinds, { shownKinds: [], shownTypes: [] }),
    },
    fold: { label: words.ties.foldOffer, run: onFold },
  };
  const notices = drawingNotices(picture, view, layout.rows, words, lang).map(({ line, offer }) =>
    offer === null ? { line } : { line, act: offers[offer] },
  );
  const expandName = expanding === null ? null : nameOf(expanding);
  return (
    <>
      <ToolRow
        view={view}
        commands={commands}
        nameOf={nameOf}
        version={version}
        narrow={narrow}
        exports={
          version !== null &&
          model.nodes.length > 0 && (
            <GraphExport
              model={model}
              scene={scene}
              readings={graph?.readings ?? []}
              paths={graph?.found?.paths ?? []}
              placesNow={() => placesNow.current()}
              title={titleOf(view, nameOf, words)}
              foot={foot}
              version={version}
              ready={state === 'idle'}
              onTold={(line) => setTold({ line, view })}
            />
          )
        }
      />
      <FilterChips view={view} commands={commands} nameOf={nameOf} />
      <Notices
        faults={faults}
        graph={graph}
        view={view}
        newest={newest?.version ?? null}
        nameOf={nameOf}
        onNewest={() => change({ version: null })}
        more={[...(told?.view === view ? [{ line: told.line }] : []), ...notices]}
      />
      <main id="main" className={`explore ${view.selection === null ? '' : 'with-drawer'} ${empty ? 'blank' : ''}`}>
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
          <ListPanel
            model={model}
            whole={whole}
            scene={scene}
            hiddenCount={hiddenCount}
            view={view}
            commands={commands}
            onExpand={setExpanding}
          />
        </div>
        <GraphCanvas
          model={model}
          whole={whole}
          choice={view}
          folded={view.folded}
          scene={scene}
          positions={layout.positions}
          onPlaces={onPlaces}
          theme={theme}
          compact={narrow}
          state={state}
          onSelect={commands.select}
          onExpand={setExpanding}
          onNodeKey={onNodeKey}
          onKind={onKind}
          onType={onType}
          onFold={onFold}
          onHelp={openHelp}
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
          scene={scene}
          commands={commands}
          onClose={() => setExpanding(null)}
        />
      )}
      {helping && <KeyHelp onClose={() => setHelping(false)} />}
      <StatusLine documents={documents} version={version} date={dataset?.date ?? null} parts={parts} />
    </>
  );
}

/** What the picture is of: its two ends, or what it was begun with. */
function titleOf(view: View, nameOf: (id: string) => string | null, words: Words): string {
  const ends = [view.a, view.b].filter((id) => id !== null);
  const of = ends.length > 0 ? ends : view.seeds.slice(0, 3);
  return [words.explore.title, ...of.map((id) => nameOf(id) ?? id)].join('-');
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

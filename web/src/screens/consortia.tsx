import { Button, Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { consortiaQuery, MOST_LISTED, type Consortia } from '../api/consortia.ts';
import { consortiumQuery } from '../api/consortium.ts';
import { datasetQuery } from '../api/dataset.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { ConsortiumApart } from '../panels/consortium-apart.tsx';
import { ConsortiumBody } from '../panels/consortium-body.tsx';
import { ConsortiumDoubts } from '../panels/consortium-doubts.tsx';
import { ConsortiumList } from '../panels/consortium-list.tsx';
import { ConsortiumTools } from '../panels/consortium-tools.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { sumsOf } from '../state/consortium-face.ts';
import { useAnswer } from '../state/use-answer.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { useTitle } from '../state/use-title.ts';
import { addressOf, useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/tiles.css';
import '../styles/board.css';
import '../styles/layout.css';
import '../styles/consortia.css';

/** All consortia that sources name, one of them in full, and the doubts about it. */
export function ConsortiaPage() {
  const words = useWords();
  const lang = useLang();
  const narrow = useMedia(NARROW);
  const { view, faults, change } = useView();
  const [chain = null] = view.chains;
  const asked = { chain, state: view.listState, first: MOST_LISTED, version: view.version };
  const answer = useAnswer(`consortia ${JSON.stringify(asked)}`, () => ask(consortiaQuery, asked));
  const everything = { chain: null, state: null, first: MOST_LISTED, version: view.version };
  const whole = useAnswer(`consortia ${JSON.stringify(everything)}`, () => ask(consortiaQuery, everything));
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version }));
  const data = answer.data?.consortia ?? null;
  const list = data?.__typename === 'Consortia' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Consortia' ? data : null;
  const open = view.consortium ?? (narrow ? null : (list?.edges[0]?.node.entity.id ?? null));
  const page = useAnswer(`consortium ${open} ${view.version}`, async () =>
    open === null ? null : ask(consortiumQuery, { id: open, version: view.version }),
  );
  const shown = page.data?.consortium ?? null;
  const tie = shown?.__typename === 'ConsortiumTie' && open !== null ? shown : null;
  const unfit = page.status === 'done' && shown && shown.__typename !== 'ConsortiumTie' ? shown : null;
  const head = dataset.data?.dataset;
  const sums = tie && sumsOf(tie);
  const clear = () => change({ chains: [], listState: null, consortium: null, selection: null });
  const onOpen = (selection: string) => change({ selection }, { replace: true });

  useTitle(words.consortia.title);

  return (
    <>
      <main id="main" className="board-page tie-page">
        <ConsortiumTools
          list={list}
          chains={chainsOf(whole.data?.consortia.__typename === 'Consortia' ? whole.data.consortia : null)}
          tie={tie}
          date={head?.date ?? null}
        />
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={null}
          nameOf={() => null}
          onNewest={() => change({ version: null })}
        />
        {list && <Cuts list={list} />}
        {answer.status === 'loading' && !list && <Loading rows={12} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {(refused || unfit || list?.edges.length === 0) && (
          <div className="layout-empty" role="alert">
            <h2>{words.consortia.none}</h2>
            <p className="sentence">
              {refused || unfit
                ? said((refused ?? unfit)?.message ?? { zh: '', en: '' }, lang)
                : words.consortia.noneMore(list?.coverage.sources ?? 0)}
            </p>
            <Button className="link" onPress={clear}>
              {words.consortia.clear}
            </Button>
          </div>
        )}
        {list && list.edges.length > 0 && (
          <div className="tie-columns">
            {(!narrow || open === null) && <ConsortiumList list={list} open={open} />}
            {open !== null && (
              <div className="tie-middle">
                {narrow && (
                  <Link className="link" href={addressOf('/consortia', { ...view, consortium: null, selection: null })}>
                    {words.consortia.back}
                  </Link>
                )}
                {page.status === 'loading' && !tie && <Loading rows={10} onStop={page.stop} />}
                {(page.status === 'failed' || page.status === 'stopped') && <Failed answer={page} />}
                {tie && <ConsortiumBody tie={tie} onOpen={onOpen} />}
                {tie && <ConsortiumApart tie={tie} onOpen={onOpen} />}
              </div>
            )}
            {tie && view.selection === null && (
              <aside className="tie-side" aria-label={words.consortia.doubtTitle}>
                <ConsortiumDoubts tie={tie} />
              </aside>
            )}
            {view.selection !== null && (
              <FactDrawer
                key={view.selection}
                id={view.selection}
                version={view.version}
                onSelect={(selection) => change({ selection }, { replace: true })}
              />
            )}
          </div>
        )}
      </main>
      <StatusLine
        documents={list?.coverage.sources ?? null}
        version={list?.coverage.version ?? head?.version ?? null}
        date={head?.date ?? null}
        parts={tie && sums ? [words.consortia.status(sums.facts, sums.places, tie.doubts.length)] : []}
      />
    </>
  );
}

/** The chains that a consortium of the list serves, by name: what it can be narrowed to. */
function chainsOf(list: Consortia | null) {
  const chains = (list?.edges ?? []).flatMap(({ node }) => node.chains.map(({ chain }) => chain));
  return [...new Map(chains.map((chain) => [chain.id, chain])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every cut with its counts. */
function Cuts({ list }: { readonly list: Consortia }) {
  const words = useWords();
  const { looked, total, edges, totalCount } = list;
  const lines = [
    ...(looked < total ? [words.consortia.cut(looked, total)] : []),
    ...(edges.length < totalCount ? [words.consortia.shown(edges.length, totalCount)] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <div className="notices" role="status">
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

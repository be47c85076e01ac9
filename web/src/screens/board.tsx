import { useState } from 'react';
import { Link } from 'react-aria-components';
import { askBoard } from '../api/ask-board.ts';
import type { Board } from '../api/board.ts';
import { askChainPlaces } from '../api/chain-places.ts';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { nameIn, said, useLang, useWords } from '../locale/use-words.ts';
import { BoardBrief } from '../panels/board-brief.tsx';
import { BoardExport } from '../panels/board-export.tsx';
import { BoardGrid } from '../panels/board-grid.tsx';
import { BoardLens, ClassChoice, SinceChoice } from '../panels/board-lenses.tsx';
import { BoardNotes } from '../panels/board-notes.tsx';
import { BoardSummary } from '../panels/board-summary.tsx';
import { BoardTools } from '../panels/board-tools.tsx';
import { CellPanel, type BoardVariables } from '../panels/cell-panel.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { Notices } from '../panels/notices.tsx';
import { OfChain } from '../panels/of-chain.tsx';
import { RegionPick } from '../panels/region-pick.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import type { Brief } from '../state/brief.ts';
import { isDocument } from '../state/page-sources.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/tiles.css';
import '../styles/board.css';
import '../styles/board-summary.css';
import '../styles/cell-panel.css';
import '../styles/board-print.css';
import '../styles/chains.css';

/** A chain in some regions: what is asked for, seen and judged of each segment. Without a region it asks for one. */
export function BoardPage({ id }: { readonly id: string }) {
  const words = useWords();
  const lang = useLang();
  const { view, faults, change } = useView();
  const path = `/chain/${id}`;
  const variables: BoardVariables = {
    chain: id,
    regions: [...view.regions],
    date: view.date,
    since: view.since,
    classes: view.classes.length > 0 ? [...view.classes] : null,
    version: view.version,
  };
  const asks = view.regions.length > 0;
  const [made, setMade] = useState<{ readonly board: Board; readonly brief: Brief; readonly printed: string } | null>(
    null,
  );
  const answer = useAnswer(`board ${JSON.stringify(variables)}`, async () => (asks ? askBoard(variables) : null));
  const places = useAnswer(`places ${asks} ${id} ${view.version}`, async () =>
    asks ? null : askChainPlaces(id, view.version),
  );
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data
    ?.dataset;
  const data = asks ? answer.data : null;
  const board = data?.__typename === 'Board' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Board' ? data : null;
  const noChain =
    (!asks && places.status === 'done' && places.data?.kind !== 'Chain') ||
    (refused?.__typename === 'EntityNotFound' && refused.id === id);
  const chain = board?.chain ?? places.data;
  const title = chain ? nameIn(chain, lang) : '';
  const names = new Map(board?.regions.map((region) => [region.id, nameIn(region, lang)]));
  const waiting = asks ? answer : places;
  useTitle(title === '' ? words.board.title : title);

  return (
    <>
      {noChain ? (
        <main id="main" className="chains">
          <h1 className="head">{words.board.badChain}</h1>
          <p className="sentence">{words.board.badChainMore}</p>
          <Link className="link" href={addressOf('/chains', { ...EMPTY_VIEW, ...carried(view) })}>
            {words.board.allChains}
          </Link>
        </main>
      ) : (
        <main id="main" className="board-page">
          <BoardTools
            title={title === '' ? words.board.title : title}
            path={path}
            nameOf={(region) => names.get(region) ?? null}
            shown={board && { version: board.coverage.version, date: board.date }}
            choices={
              board && (
                <>
                  <ClassChoice />
                  <SinceChoice version={board.coverage.version} runs={dataset?.runs ?? []} />
                </>
              )
            }
            actions={
              board && (
                <>
                  <BoardLens covered={board.cells.some((cell) => cell.covered)} />
                  <BoardExport
                    board={board}
                    variables={variables}
                    onBrief={(brief, printed) => setMade({ board, brief, printed })}
                  />
                </>
              )
            }
          />
          <Notices
            faults={faults}
            graph={null}
            view={view}
            newest={null}
            nameOf={() => null}
            onNewest={() => change({ version: null })}
          />
          {waiting.status === 'loading' && !board && <Loading rows={10} onStop={waiting.stop} />}
          {(waiting.status === 'failed' || waiting.status === 'stopped') && <Failed answer={waiting} />}
          {refused && (
            <p className="failed danger" role="alert">
              {refused.__typename === 'EntityNotFound' ? words.board.badRegion : said(refused.message, lang)}
            </p>
          )}
          {!asks && places.data && <RegionPick path={path} places={places.data} />}
          {board &&
            (made?.board === board ? <BoardBrief {...made} /> : <p className="board-brief">{words.brief.notMade}</p>)}
          {board && <BoardWithPanel board={board} variables={variables} />}
        </main>
      )}
      <StatusLine
        documents={board?.coverage.sources ?? dataset?.sources.filter(isDocument).length ?? null}
        version={board?.coverage.version ?? dataset?.version ?? null}
        date={board?.date ?? dataset?.date ?? null}
        parts={board ? [words.board.status(board.cells.filter((cell) => cell.covered).length, board.cells.length)] : []}
      />
    </>
  );
}

function BoardWithPanel({ board, variables }: { readonly board: Board; readonly variables: BoardVariables }) {
  const words = useWords();
  const { view, change } = useView();
  const open = view.cell;
  const cell = open
    ? board.cells.find((one) => one.segment.id === open.segment && one.region.id === open.region)
    : undefined;
  const select = (selection: string | null) => change({ selection }, { replace: true });
  const empty = board.cells.length === 0;
  return (
    <div className="board-columns">
      <div className="board-left">
        {empty ? (
          <div className="board-empty">
            <h2>{words.board.noSegments}</h2>
            <p className="sentence">{words.board.noSegmentsMore}</p>
            {board.ofChain.length === 0 && <p className="sentence">{words.board.nothingOfChain}</p>}
          </div>
        ) : (
          <>
            <BoardSummary board={board} />
            <BoardNotes board={board} />
            {open && !cell && <p className="notices warn">{words.board.noCell}</p>}
            <div className="board-scroll">
              <BoardGrid
                board={board}
                open={cell ? open : null}
                onOpen={(next) => change({ cell: next, selection: null }, { replace: true })}
              />
            </div>
          </>
        )}
        <OfChain board={board} onSelect={select} />
      </div>
      {view.selection !== null ? (
        <FactDrawer
          key={view.selection}
          id={view.selection}
          version={board.coverage.version}
          earlier={board.since?.version ?? null}
          onSelect={select}
        />
      ) : (
        cell && (
          <CellPanel
            key={`${cell.segment.id}.${cell.region.id}`}
            board={board}
            cell={cell}
            variables={variables}
            onOpen={(next) => change({ cell: next }, { replace: true })}
            onSelect={select}
          />
        )
      )}
    </div>
  );
}

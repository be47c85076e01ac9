import { Button } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { layoutPlansQuery, layoutQuery, type Layout } from '../api/layout.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { LayoutList } from '../panels/layout-list.tsx';
import { LayoutTable } from '../panels/layout-table.tsx';
import { LayoutTools } from '../panels/layout-tools.tsx';
import { LayoutWords } from '../panels/layout-words.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { NARROW, useMedia } from '../state/use-media.ts';
import { useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/tiles.css';
import '../styles/board.css';
import '../styles/layout.css';
import '../styles/layout-print.css';

/** One plan as a table: which industries it asks of which zone and park, and how far it goes. */
export function LayoutPage() {
  const words = useWords();
  const lang = useLang();
  const { view, faults, change } = useView();
  const variables = {
    source: view.plan,
    zones: view.regions.length > 0 ? [...view.regions] : null,
    seen: view.seen,
    version: view.version,
  };
  const answer = useAnswer(`layout ${JSON.stringify(variables)}`, () => ask(layoutQuery, variables));
  const plans = useAnswer(`plans ${view.version}`, () => ask(layoutPlansQuery, { version: view.version }));
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version }));
  const data = answer.data?.layout ?? null;
  const layout = data?.__typename === 'Layout' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Layout' ? data : null;
  const head = dataset.data?.dataset;
  const list = plans.data?.layoutPlans ?? null;

  useTitle(words.layout.title);

  return (
    <>
      <main id="main" className="board-page layout-page">
        <LayoutTools plans={list} layout={layout} variables={variables} />
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={null}
          nameOf={() => null}
          onNewest={() => change({ version: null })}
        />
        {layout && <Cuts layout={layout} />}
        {list && list.looked < list.total && (
          <p className="notices">{words.layout.planNote(list.looked, list.total)}</p>
        )}
        {view.regions.length > 0 && (
          <p className="notices">
            {words.layout.chosen}{' '}
            <Button className="link" onPress={() => change({ regions: [] })}>
              {words.layout.ownZones}
            </Button>
          </p>
        )}
        {answer.status === 'loading' && !layout && <Loading rows={12} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {refused && (
          <div className="layout-empty" role="alert">
            <h2>{words.layout.empty}</h2>
            <p className="sentence">{said(refused.message, lang)}</p>
            {(view.plan !== null || view.regions.length > 0) && (
              <Button className="link" onPress={() => change({ plan: null, regions: [], industry: null })}>
                {words.layout.badPlan}
              </Button>
            )}
          </div>
        )}
        {layout && <TableWithDrawer layout={layout} />}
      </main>
      <StatusLine
        documents={null}
        {...(layout ? { lead: words.layout.oneSource } : {})}
        version={layout?.coverage.version ?? head?.version ?? null}
        date={head?.date ?? null}
        parts={
          layout
            ? [
                words.layout.ofDate(layout.source.date),
                words.layout.counts(layout.industries.length, layout.zones.length),
              ]
            : []
        }
      />
    </>
  );
}

function TableWithDrawer({ layout }: { readonly layout: Layout }) {
  const { view, change } = useView();
  const narrow = useMedia(NARROW);
  const row = layout.industries.find(({ chain }) => chain.id === view.industry) ?? null;
  const props = {
    layout,
    row: row?.chain.id ?? null,
    onRow: (industry: string | null) => change({ industry }, { replace: true }),
    onOpen: (selection: string) => change({ selection }, { replace: true }),
  };
  return (
    <div className="board-columns">
      <div className="layout-left">
        <div className="layout-scroll">{narrow ? <LayoutList {...props} /> : <LayoutTable {...props} />}</div>
        <LayoutWords layout={layout} industry={row} onOpen={props.onOpen} />
      </div>
      {view.selection !== null && (
        <FactDrawer
          key={view.selection}
          id={view.selection}
          version={layout.coverage.version}
          onSelect={(selection) => change({ selection }, { replace: true })}
        />
      )}
    </div>
  );
}

/** Every cut with its counts. */
function Cuts({ layout }: { readonly layout: Layout }) {
  const words = useWords();
  const { totals, zones, industries, unplaced, sourceCut } = layout;
  const { cuts } = words.layout;
  const lines = [
    ...(zones.length < totals.zones ? [cuts.zones(zones.length, totals.zones)] : []),
    ...(industries.length < totals.industries ? [cuts.industries(industries.length, totals.industries)] : []),
    ...(unplaced.length < totals.unplaced ? [cuts.unplaced(unplaced.length, totals.unplaced)] : []),
    ...(sourceCut ? [cuts.source] : []),
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

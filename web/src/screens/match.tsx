import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { matchQuery } from '../api/match.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { MatchInput } from '../panels/match-input.tsx';
import { MatchResults } from '../panels/match-results.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { isDocument } from '../state/page-sources.ts';
import { fitsLink, useNameList, type NameList } from '../state/name-list.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { useView } from '../state/use-view.ts';
import '../styles/match.css';

/** A list of names held against the data: what each stands for, what it may be, and what is not seen. */
export function MatchPage() {
  const words = useWords();
  const { view, faults, change } = useView();
  const asked = useNameList(({ asked: names }) => names);
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data
    ?.dataset;
  const newest = useAnswer('dataset newest', () => ask(datasetQuery, {})).data?.dataset.version ?? null;

  useTitle(words.match.title);

  return (
    <>
      <main id="main" className="match">
        <h1>{words.match.title}</h1>
        <p className="sentence quiet">{words.match.lead}</p>
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={newest}
          nameOf={() => null}
          onNewest={() => change({ version: null })}
        />
        <MatchInput />
        {asked && !fitsLink(asked.names) && <p className="caption warn">{words.match.notInLink}</p>}
        {asked && <Matched list={asked} version={view.version} />}
      </main>
      <StatusLine
        documents={dataset?.sources.filter(isDocument).length ?? null}
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={asked ? [words.match.counted(asked.names.length)] : []}
      />
    </>
  );
}

function Matched({ list, version }: { readonly list: NameList; readonly version: number | null }) {
  const words = useWords();
  const lang = useLang();
  const names = [...list.names];
  const answer = useAnswer(`match ${version} ${JSON.stringify(names)}`, () => ask(matchQuery, { names, version }));
  const data = answer.data?.reconcile ?? null;
  return (
    <>
      {list.wider > 0 && <p className="caption warn">{words.match.wider(list.wider)}</p>}
      {answer.status === 'loading' && <Loading rows={Math.min(12, names.length)} onStop={answer.stop} />}
      {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
      {answer.status === 'done' && data?.__typename === 'InvalidConstraint' && (
        <div className="match-refused" role="alert">
          <h2>{words.match.refused}</h2>
          <p className="sentence">{said(data.message, lang)}</p>
        </div>
      )}
      {answer.status === 'done' && data?.__typename === 'Reconciliation' && <MatchResults matched={data} />}
    </>
  );
}

import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { CHANGES_AT_ONCE, firstChanges, runsQuery, type Changes, type ChangesScope } from '../api/changes.ts';
import { ask } from '../api/client.ts';
import { entityNamesQuery } from '../api/survey.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { ChangesList } from '../panels/changes-list.tsx';
import { ChangesTools } from '../panels/changes-tools.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { changesOf } from '../state/change-words.ts';
import { say } from '../state/live.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useTitle } from '../state/use-title.ts';
import { useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/board.css';
import '../styles/layout.css';
import '../styles/changes.css';

/** What changed between an older data version and the one that is looked at. */
export function ChangesPage() {
  const words = useWords();
  const lang = useLang();
  const { view, faults, change } = useView();
  const dataset = useAnswer(`runs ${view.version}`, () => ask(runsQuery, { version: view.version }));
  const newest = useAnswer('runs null', () => ask(runsQuery, { version: null })).data?.dataset.version ?? null;
  const head = dataset.data?.dataset ?? null;
  const version = view.version ?? head?.version ?? null;
  const scope: ChangesScope | null = version === null ? null : scopeOf(view, version);
  const key = JSON.stringify(scope);
  const [pages, setPages] = useState({ key, count: 1 });
  const count = pages.key === key ? pages.count : 1;
  const answer = useAnswer(`changes ${key} ${count}`, async () =>
    scope === null ? null : firstChanges(scope, count * CHANGES_AT_ONCE),
  );
  const data = scope === null ? null : answer.data;
  const changes = data?.__typename === 'Changes' ? data : null;
  const refused = answer.status === 'done' && data && data.__typename !== 'Changes' ? data : null;
  const only = version === 0;

  useTitle(words.changes.title);
  const heard = changes && answer.status === 'done' ? comparedWords(changes, words) : null;
  useEffect(() => {
    if (heard !== null) say(heard);
  }, [heard]);

  return (
    <>
      <main className="board-page changes-page">
        {scope && <ChangesTools changes={changes} scope={scope} runs={head?.runs ?? []} />}
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={newest}
          nameOf={() => null}
          onNewest={() => change({ version: null, since: null })}
        />
        {changes && <Notes changes={changes} />}
        {answer.status === 'loading' && !changes && <Loading rows={12} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {dataset.status === 'failed' && <Failed answer={dataset} />}
        {refused && !only && (
          <div className="layout-empty" role="alert">
            <h2>{words.changes.refused}</h2>
            <p className="sentence">{said(refused.message, lang)}</p>
            <Button className="link" onPress={() => change({ since: null, group: null, seeds: [] })}>
              {words.changes.everything}
            </Button>
          </div>
        )}
        {only && <p className="layout-empty">{words.changes.first}</p>}
        {changes && (
          <div className="board-columns">
            <div className="changes-scroll">
              <p className="changes-compared">{comparedWords(changes, words)}</p>
              {changes.edges.length === 0 && (
                <div className="layout-empty">
                  <h2>
                    {view.group === null && view.seeds.length === 0 ? words.changes.none : words.changes.noneSuch}
                  </h2>
                  <p className="sentence">{words.changes.noneMore}</p>
                </div>
              )}
              <ChangesList
                changes={changes}
                selection={view.selection}
                onOpen={(selection) => change({ selection }, { replace: true })}
              />
              {changes.edges.length < changes.totalCount && (
                <Button
                  className="button changes-more"
                  isDisabled={answer.status === 'loading'}
                  onPress={() => setPages({ key, count: count + 1 })}
                >
                  {words.changes.more(Math.min(CHANGES_AT_ONCE, changes.totalCount - changes.edges.length))}
                </Button>
              )}
            </div>
            {view.selection !== null && (
              <FactDrawer
                key={view.selection}
                id={view.selection}
                version={changes.version}
                earlier={changes.since > 0 ? changes.since : null}
                onSelect={(selection) => change({ selection }, { replace: true })}
              />
            )}
          </div>
        )}
      </main>
      <StatusLine
        documents={changes?.coverage.sources ?? null}
        version={version}
        date={head?.date ?? null}
        parts={changes ? [words.changes.listed(changes.edges.length, changes.totalCount)] : []}
      />
    </>
  );
}

type View = ReturnType<typeof useView>['view'];

function scopeOf(view: View, version: number): ChangesScope {
  return {
    since: view.since ?? Math.max(0, version - 1),
    version: view.version,
    filter: {
      entities: view.seeds.length > 0 ? [...view.seeds] : null,
      changes: view.group === null ? null : changesOf(view.group),
    },
  };
}

function comparedWords(changes: Changes, words: ReturnType<typeof useWords>): string {
  const { since, sinceDate, version, date, edges, totalCount } = changes;
  return [words.changes.compared(since, sinceDate, version, date), words.changes.listed(edges.length, totalCount)].join(
    words.app.comma,
  );
}

/** What the list is filtered to, and every cut with its counts. */
function Notes({ changes }: { readonly changes: Changes }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const ids = [...view.seeds];
  const asked = { ids, version: changes.version };
  const names = useAnswer(`names ${JSON.stringify(asked)}`, async () =>
    ids.length === 0 ? null : ask(entityNamesQuery, asked),
  ).data;
  const named = (names?.nodes ?? []).map((node, at) =>
    node !== null && 'name' in node ? nameOf(node) : (ids[at] ?? ''),
  );
  const cuts = changes.cuts.map(({ label, before, after, listed }) =>
    words.changes.cut(said(label, lang), before, after, listed),
  );
  if (ids.length === 0 && cuts.length === 0) return null;
  return (
    <ul className="notices" role="status">
      {ids.length > 0 && named.length > 0 && (
        <li>
          {words.changes.about(named.join(words.app.and))}{' '}
          <Button className="link" onPress={() => change({ seeds: [] })}>
            {words.changes.everything}
          </Button>
        </li>
      )}
      {cuts.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

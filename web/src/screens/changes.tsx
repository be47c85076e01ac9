import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import {
  changeOptionsQuery,
  CHANGES_AT_ONCE,
  firstChanges,
  runsQuery,
  type Changes,
  type ChangesScope,
} from '../api/changes.ts';
import { ask } from '../api/client.ts';
import { entityNamesQuery } from '../api/survey.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { ChangesList } from '../panels/changes-list.tsx';
import { ChangesTools } from '../panels/changes-tools.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { Notices } from '../panels/notices.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { changeOptions, chosenTypes, type ChangeOptions } from '../state/change-options.ts';
import { changesOf } from '../state/change-words.ts';
import { comparedWords } from '../state/compared-words.ts';
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
  const since = version === null ? null : sinceOf(view, version);
  const options = useAnswer(`change options ${view.version} ${since}`, async () =>
    since === null ? null : changeOptions(await ask(changeOptionsQuery, { version: view.version, since })),
  );
  // Types in the link are asked for only where they are known to be types.
  const waits = view.shownTypes.length > 0 && options.data === null;
  const scope: ChangesScope | null = since === null || waits ? null : scopeOf(view, since, options.data);
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
      <main id="main" className="board-page changes-page">
        {scope && (
          <ChangesTools changes={changes} scope={scope} runs={head?.runs ?? []} options={options.data ?? NO_OPTIONS} />
        )}
        <Notices
          faults={faults}
          graph={null}
          view={view}
          newest={newest}
          nameOf={() => null}
          onNewest={() => change({ version: null, since: null })}
        />
        {changes && <Notes changes={changes} options={options.data ?? NO_OPTIONS} />}
        {answer.status === 'loading' && !changes && <Loading rows={12} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {dataset.status === 'failed' && <Failed answer={dataset} />}
        {waits && options.status === 'failed' && <Failed answer={options} />}
        {refused && !only && (
          <div className="layout-empty" role="alert">
            <h2>{words.changes.refused}</h2>
            <p className="sentence">{said(refused.message, lang)}</p>
            <Button className="link" onPress={() => change({ since: null, ...UNFILTERED })}>
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
                  <h2>{isFiltered(view) ? words.changes.noneSuch : words.changes.none}</h2>
                  <p className="sentence">{words.changes.noneMore}</p>
                  {isFiltered(view) && (
                    <Button className="link" onPress={() => change(UNFILTERED)}>
                      {words.changes.everything}
                    </Button>
                  )}
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

const NO_OPTIONS: ChangeOptions = { kinds: [], types: [] };
const UNFILTERED = { seeds: [], group: null, shownKinds: [], shownTypes: [] } as const;

function isFiltered({ seeds, group, shownKinds, shownTypes }: View): boolean {
  return group !== null || seeds.length + shownKinds.length + shownTypes.length > 0;
}

function sinceOf({ since }: View, version: number): number {
  return since ?? Math.max(0, version - 1);
}

function scopeOf(view: View, since: number, options: ChangeOptions | null): ChangesScope {
  const types = chosenTypes(view, options ?? NO_OPTIONS).asked;
  return {
    since,
    version: view.version,
    filter: {
      entities: view.seeds.length > 0 ? [...view.seeds] : null,
      kinds: view.shownKinds.length > 0 ? [...view.shownKinds] : null,
      types: types.length > 0 ? types : null,
      changes: view.group === null ? null : changesOf(view.group),
    },
  };
}

/** What the list is filtered to, and every cut with its counts. */
function Notes({ changes, options }: { readonly changes: Changes; readonly options: ChangeOptions }) {
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
  const { unknown } = chosenTypes(view, options);
  if (ids.length === 0 && cuts.length === 0 && unknown.length === 0) return null;
  return (
    <div className="notices" role="status">
      <ul>
        {ids.length > 0 && named.length > 0 && (
          <li>
            {words.changes.about(named.join(words.app.and))}{' '}
            <Button className="link" onPress={() => change({ seeds: [] })}>
              {words.changes.everything}
            </Button>
          </li>
        )}
        {unknown.length > 0 && (
          <li>
            {words.changes.noSuchType(unknown.join(words.app.and))}{' '}
            <Button
              className="link"
              onPress={() => change({ shownTypes: view.shownTypes.filter((type) => !unknown.includes(type)) })}
            >
              {words.changes.drop}
            </Button>
          </li>
        )}
        {cuts.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}

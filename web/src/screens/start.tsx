import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import { holdingsQuery, type Holdings } from '../api/holdings.ts';
import { allTargets } from '../api/targets.ts';
import { SearchBox } from '../controls/search-box.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { Answers, Unanswered } from '../panels/answers.tsx';
import { SourceTable } from '../panels/source-table.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { Targets } from '../panels/targets.tsx';
import { isDocument } from '../state/page-sources.ts';
import { targetYear } from '../state/targets.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useOpenText } from '../state/use-open.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import '../styles/start.css';

/**
 * First screen: one search, what the sources can and cannot answer, where they come from, and where targets stand.
 * `onEnds`: the reader is about to ask for the paths between two ends.
 */
export function Start({ onEnds }: { readonly onEnds: () => void }) {
  const words = useWords();
  const { view } = useView();
  const { openEntity, openFigure, openText } = useOpenText();
  const { version } = view;
  const answer = useAnswer(`start ${version}`, () => ask(datasetQuery, { version }));
  const held = useAnswer(`holdings ${version}`, () => ask(holdingsQuery, { version }));
  const targets = useAnswer(`targets ${version}`, () => allTargets(version));
  const dataset = answer.data?.dataset ?? null;
  const whole = held.data?.dataset ?? null;
  const holdings: Holdings | null = whole && { ...whole, ...whole.holdings };
  const documents = dataset?.sources.filter(isDocument).length ?? null;
  const year = targets.data ? targetYear(targets.data) : null;
  const empty = dataset !== null && dataset.sources.length === 0;
  const figures = [
    [documents, words.start.keyDocuments],
    [holdings?.policyParks, words.start.keyParks],
    [
      targets.data ? (year?.count ?? 0) : null,
      year ? words.start.keyTargets(year.year, targets.data?.length ?? 0) : words.start.keyTargetsNone,
    ],
    [holdings?.registers, words.start.keyRegisters],
  ] as const;
  return (
    <>
      <main id="main" className="start">
        <div className="start-head">
          <div>
            <h1 className="start-title">
              <Title runs={whole?.runs ?? []} />
            </h1>
            <SearchBox
              label={words.search.label}
              placeholder={words.search.start}
              version={version}
              onPick={(entity) => openEntity(entity.id)}
              onText={openText}
              onFigure={openFigure}
              onEnds={onEnds}
              className="start-search"
            />
            <Examples examples={holdings?.examples ?? []} onEnds={onEnds} />
            <p className="start-list">
              <Link className="link" href={addressOf('/match', { ...EMPTY_VIEW, ...carried(view) })}>
                {words.match.title}
              </Link>{' '}
              <span className="caption">{words.match.lead}</span>
            </p>
          </div>
          {!empty && (
            <dl className="start-figures">
              {figures.map(([count, label]) => (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{count ?? '–'}</dd>
                </div>
              ))}
            </dl>
          )}
        </div>
        {answer.status === 'loading' && !dataset && <Loading rows={5} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {empty && (
          <p className="sentence start-empty">
            <b>{words.start.empty}</b> {words.start.emptyMore}
          </p>
        )}
        {dataset && !empty && (
          <div className="start-columns">
            <div className="start-main">
              {!holdings && held.status === 'loading' && <Loading rows={5} onStop={held.stop} />}
              {(held.status === 'failed' || held.status === 'stopped') && <Failed answer={held} />}
              {holdings && <Answers holdings={holdings} />}
              {holdings && <Unanswered holdings={holdings} />}
              <SourceTable sources={dataset.sources} />
            </div>
            <div className="start-side">
              <Targets answer={targets} />
            </div>
          </div>
        )}
      </main>
      <StatusLine
        documents={documents}
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={dataset ? [words.status.whole(dataset.entityCount, dataset.relationCount)] : []}
      />
    </>
  );
}

/** The title of the data where all runs have the same one and it is in the reader's script; else the product's. */
function Title({ runs }: { readonly runs: readonly { readonly title: string }[] }) {
  const words = useWords();
  const lang = useLang();
  const [title, ...others] = new Set(runs.map((run) => run.title));
  const isRead = title !== undefined && others.length === 0 && /\p{Script=Han}/u.test(title) === (lang === 'zh');
  return isRead ? words.start.titled(title) : words.app.title;
}

type ExamplesProps = Pick<Holdings, 'examples'> & { readonly onEnds: () => void };

function Examples({ examples, onEnds }: ExamplesProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  if (examples.length === 0) return null;
  const along = { ...EMPTY_VIEW, ...carried(view) };
  return (
    <ul className="start-tries" aria-label={words.start.tries}>
      <li aria-hidden="true" className="caption">
        {words.start.tries}
      </li>
      {examples.map(({ from, to }) => (
        <li key={`${from.id} ${to?.id}`}>
          <Link
            className="link"
            {...(to && { onHoverStart: onEnds, onFocus: onEnds })}
            href={
              to ? addressOf('/explore', { ...along, a: from.id, b: to.id }) : addressOf(`/entity/${from.id}`, along)
            }
          >
            {to ? `${nameOf(from)} → ${nameOf(to)}` : nameOf(from)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { datasetQuery, type Dataset } from '../api/dataset.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { KINDS } from '../canvas/shapes.ts';
import { SearchBox } from '../controls/search-box.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { SourceCoverage } from '../panels/source-coverage.tsx';
import { Targets } from '../panels/targets.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { isDocument } from '../state/page-sources.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useOpenText } from '../state/use-open.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import '../styles/start.css';

/** First screen: one search, what there is, and what may and may not be asked of it. */
export function Start() {
  const words = useWords();
  const { view } = useView();
  const { openEntity, openText } = useOpenText();
  const answer = useAnswer(`start ${view.version}`, () => ask(datasetQuery, { version: view.version }));
  const dataset = answer.data?.dataset ?? null;
  return (
    <>
      <main className="start">
        <h1 className="start-title">{words.app.title}</h1>
        <p className="sentence start-lead">{words.start.lead}</p>
        <SearchBox
          label={words.search.label}
          placeholder={words.search.start}
          version={view.version}
          onPick={(entity) => openEntity(entity.id)}
          onText={openText}
          className="start-search"
        />
        {answer.status === 'loading' && !dataset && <Loading rows={5} onStop={answer.stop} />}
        {(answer.status === 'failed' || answer.status === 'stopped') && <Failed answer={answer} />}
        {dataset && (
          <div className="start-columns">
            <div className="start-main">
              <Sources dataset={dataset} />
              <Targets />
            </div>
            <Counts dataset={dataset} />
          </div>
        )}
      </main>
      <StatusLine
        documents={dataset?.sources.filter(isDocument).length ?? null}
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={dataset ? [words.status.whole(dataset.entityCount, dataset.relationCount)] : []}
      />
    </>
  );
}

function Sources({ dataset }: { readonly dataset: Dataset }) {
  const words = useWords();
  const lang = useLang();
  return (
    <section aria-labelledby="start-sources">
      <h2 id="start-sources">{words.start.sources}</h2>
      <p className="caption">{words.start.sourcesNote}</p>
      <table className="start-sources">
        <thead>
          <tr>
            <th>{words.start.cls}</th>
            <th>{words.start.document}</th>
            <th className="wide by">{words.start.by}</th>
            <th className="number">{words.start.date}</th>
          </tr>
        </thead>
        <tbody>
          {inOrder(dataset.sources, words).map((source) => (
            <tr key={source.id}>
              <td>
                <ClassTag cls={source.class} />
              </td>
              <td>
                {lang === 'en' && source.titleEn ? source.titleEn : source.title}
                <SourceCoverage coverage={source.coverage} />
              </td>
              <td className="wide">{source.publisher ?? <span className="caption">{words.start.noPublisher}</span>}</td>
              <td className="number">{source.date ?? <span className="caption">{words.start.noDate}</span>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** By class in the order of the table of classes, the newest first; dates compare as text. */
function inOrder(sources: Dataset['sources'], words: ReturnType<typeof useWords>): Dataset['sources'] {
  const classes = Object.keys(words.classes);
  return [...sources].sort(
    (one, other) =>
      classes.indexOf(one.class) - classes.indexOf(other.class) ||
      ((one.date ?? '') < (other.date ?? '') ? 1 : (one.date ?? '') > (other.date ?? '') ? -1 : 0) ||
      (one.id < other.id ? -1 : 1),
  );
}

function Counts({ dataset }: { readonly dataset: Dataset }) {
  const words = useWords();
  const { view } = useView();
  const counts = new Map(dataset.kinds.map(({ kind, count }) => [kind, count]));
  const figures = [
    [dataset.entityCount, words.start.entities],
    [dataset.relationCount, words.start.relations],
    [dataset.statementCount, words.start.statements],
  ] as const;
  return (
    <div className="start-side">
      <section aria-labelledby="start-counts">
        <h2 id="start-counts">{words.start.counts}</h2>
        <dl className="figures">
          {figures.map(([count, label]) => (
            <div key={label}>
              <dd>{count.toLocaleString('en-US')}</dd>
              <dt>{label}</dt>
            </div>
          ))}
        </dl>
        <ul className="start-kinds" aria-label={words.start.kinds}>
          {KINDS.filter((kind) => counts.has(kind)).map((kind) => (
            <li key={kind}>
              <KindMark kind={kind} coloured silent size={13} />
              {words.kinds[kind]} <span className="count">{counts.get(kind)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="start-ask">
        <h2 id="start-ask">{words.start.ask}</h2>
        <ul className="start-ask">
          <li>
            <Link className="link" href={addressOf('/chains', { ...EMPTY_VIEW, ...carried(view) })}>
              {words.places.chains}
            </Link>
            <span>{words.start.askBoard}</span>
          </li>
          <li>
            <Link className="link" href={addressOf('/explore', { ...EMPTY_VIEW, ...carried(view) })}>
              {words.search.open}
            </Link>
            <span>{words.start.askPath}</span>
          </li>
          <li>
            <span>{words.start.askEntity}</span>
          </li>
        </ul>
        <h3>{words.start.cannot}</h3>
        <p className="sentence">{words.start.cannotText}</p>
      </section>
    </div>
  );
}

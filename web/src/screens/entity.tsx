import { Link } from 'react-aria-components';
import { queryText } from '../api/as-text.ts';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import type { ResultOf } from '../graphql.ts';
import { asEntity, entityQuery, type EntityFull } from '../api/entity.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { CopyButton } from '../controls/copy-button.tsx';
import { CopyQuery } from '../controls/copy-query.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { Name } from '../controls/name.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { BODY_KINDS } from '../state/body-kinds.ts';
import { DoubtSign } from '../panels/doubt-band.tsx';
import { EntityAside } from '../panels/entity-aside.tsx';
import { FactTable } from '../panels/fact-table.tsx';
import { NotOwnFacts } from '../panels/not-own.tsx';
import { FactDrawer } from '../panels/fact-drawer.tsx';
import { ValueDrawer } from '../panels/value-drawer.tsx';
import { StatusLine } from '../panels/status-line.tsx';
import { citeLine } from '../state/cite.ts';
import { isDocument, sourcesOf, type PageSource } from '../state/page-sources.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useMoreFacts } from '../state/use-more-facts.ts';
import { useTitle } from '../state/use-title.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import '../styles/panels.css';
import '../styles/tiles.css';
import '../styles/entity.css';

/** One entity in full: its facts as a table, doubts apart and not counted, and the documents that the page rests on. */
export function EntityPage({ id }: { readonly id: string }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const variables = { id, version: view.version };
  const answer = useAnswer(`entity ${id} ${view.version}`, () => ask(entityQuery, variables));
  const dataset = useAnswer(`dataset ${view.version}`, () => ask(datasetQuery, { version: view.version })).data
    ?.dataset;
  const entity = asEntity(answer.data?.node ?? null);
  useTitle(entity ? nameOf(entity) : null);
  return (
    <>
      {answer.status === 'loading' && !entity && (
        <main id="main" className="entity">
          <Loading rows={10} onStop={answer.stop} />
        </main>
      )}
      {(answer.status === 'failed' || answer.status === 'stopped') && (
        <main id="main" className="entity">
          <Failed answer={answer} />
        </main>
      )}
      {answer.status === 'done' && !entity && (
        <main id="main" className="entity not-found">
          <h1 className="head">{words.entity.notFound}</h1>
          <p className="sentence">{words.entity.notFoundMore}</p>
          <Link className="link" href={addressOf('/', { ...EMPTY_VIEW, ...carried(view) })}>
            {words.places.start}
          </Link>
        </main>
      )}
      {entity ? (
        <Known key={`${entity.id} ${view.version}`} first={entity} dataset={dataset ?? null} />
      ) : (
        <StatusLine documents={null} version={dataset?.version ?? null} date={dataset?.date ?? null} parts={[]} />
      )}
    </>
  );
}

type KnownProps = {
  /** With its first relationships. */
  readonly first: EntityFull;
  readonly dataset: ResultOf<typeof datasetQuery>['dataset'] | null;
};

function Known({ first, dataset }: KnownProps) {
  const words = useWords();
  const { view, change } = useView();
  const { entity, load, status } = useMoreFacts(first, view.version);
  const variables = { id: entity.id, version: view.version };
  const sources = sourcesOf(entity);
  const documents = sources.filter(({ source }) => isDocument(source)).length;
  const facts = entity.relations.totalCount;
  const shown = entity.relations.edges.length;
  const isValue = [...entity.attributes, ...entity.indicators].some(({ id }) => id === view.selection);
  return (
    <>
      <main id="main" className="entity">
        <EntityHead entity={entity} sources={sources} version={dataset?.version ?? view.version} />
        <div className="entity-columns">
          <div className="entity-facts">
            <h2 className="unseen">{words.entity.facts}</h2>
            <FactTable
              entity={entity}
              selection={view.selection}
              onSelect={(selection) => change({ selection }, { replace: true })}
              onMore={load}
              status={status}
            />
            <NotOwnFacts
              id={entity.id}
              kind={entity.kind}
              onSelect={(selection) => change({ selection }, { replace: true })}
            />
          </div>
          {view.selection === null ? (
            <aside className="entity-side">
              <EntityAside
                entity={entity}
                sources={sources}
                onSelect={(selection) => change({ selection }, { replace: true })}
              />
              <div className="drawer-foot">
                {dataset && dataset.version > 0 && (
                  <Link
                    className="link"
                    href={addressOf('/changes', {
                      ...EMPTY_VIEW,
                      ...carried(view),
                      since: dataset.version - 1,
                      seeds: [entity.id],
                    })}
                  >
                    {dataset.version === 1 ? words.changes.loadedHere : words.changes.since(dataset.version - 1)}
                  </Link>
                )}
                <CopyQuery className="push" text={queryText(entityQuery, variables)} />
              </div>
            </aside>
          ) : isValue ? (
            <ValueDrawer
              key={view.selection}
              entity={entity.id}
              id={view.selection}
              version={view.version}
              onClose={() => change({ selection: null }, { replace: true })}
            />
          ) : (
            <FactDrawer
              key={view.selection}
              id={view.selection}
              version={view.version}
              onSelect={(selection) => change({ selection }, { replace: true })}
            />
          )}
        </div>
      </main>
      <StatusLine
        documents={null}
        lead={
          shown < facts
            ? words.entity.pagePart(shown, facts, documents, sources.length - documents)
            : words.entity.page(facts, documents, sources.length - documents)
        }
        version={dataset?.version ?? null}
        date={dataset?.date ?? null}
        parts={entity.readings.length > 0 ? [words.entity.doubts(entity.readings.length)] : []}
      />
    </>
  );
}

type HeadProps = {
  readonly entity: EntityFull;
  readonly sources: readonly PageSource[];
  /** Of the data on the page; null before it is known. */
  readonly version: number | null;
};

function EntityHead({ entity, sources, version }: HeadProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const lang = useLang();
  const { view } = useView();
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const own = entity.readings.filter((reading) => reading.from.id === entity.id);
  const others = entity.readings.filter((reading) => reading.to.id === entity.id);
  const shown = nameOf(entity);
  const chain = chainOf(entity);
  const names = entity.aliases.edges
    .map((edge) => edge.node)
    .filter((name) => name.value !== entity.name && name.value !== shown);
  return (
    <header className="entity-head">
      <div>
        <h1 className={`page-name ${own.length > 0 ? 'warn' : ''}`}>
          <KindMark kind={entity.kind} coloured doubtful={own.length > 0} size={20} />
          <Name of={entity} />
        </h1>
        <p className="names-line">
          <span className="caption">{words.kinds[entity.kind]}</span>
          {shown !== entity.name && <span lang="zh-CN">{entity.name}</span>}
          {entity.place && <Name of={entity.place} />}
          {names.map((name) => (
            <span key={`${name.type} ${name.value}`}>
              <span className="caption">{words.nameTypes[name.type]}</span> {name.value}
            </span>
          ))}
          {own.map((reading) => (
            <span key={reading.id} className="warn">
              <DoubtSign /> {words.entity.mayBe(nameOf(reading.to))}
            </span>
          ))}
          {others.map((reading) => (
            <span key={reading.id} className="warn">
              <DoubtSign /> {words.entity.mayMean(reading.from.name)}
            </span>
          ))}
          {entity.redirectedFrom !== null && <span className="warn">{words.drawer.redirected}</span>}
        </p>
      </div>
      <div className="row">
        {chain !== null && (
          <>
            <Link className="button" href={addressOf(`/chain/${chain}`, along)}>
              {words.places.chains}
            </Link>
            <Link
              className="button"
              href={addressOf('/survey', {
                ...along,
                chains: [chain],
                segment: entity.kind === 'Segment' ? entity.id : null,
              })}
            >
              {words.survey.title}
            </Link>
          </>
        )}
        {entity.kind === 'Consortium' && (
          <Link className="button" href={addressOf('/consortia', { ...along, consortium: entity.id })}>
            {words.consortia.openPage}
          </Link>
        )}
        {BODY_KINDS.includes(entity.kind) && (
          <Link className="button" href={addressOf('/candidates', { ...along, body: entity.id })}>
            {words.candidates.askOfBody}
          </Link>
        )}
        <Link className="button" href={addressOf('/explore', { ...along, a: entity.id })}>
          {words.dossier.pathsFrom}
        </Link>
        {version !== null && (
          <CopyButton
            label={words.dossier.citePage}
            done={words.dossier.cited}
            text={[
              words.dossier.pageLine(entity.name, version),
              ...sources.map(({ source }) => citeLine(source, null, words, lang)),
              window.location.origin + addressOf(`/entity/${entity.id}`, { ...along, version }),
            ].join('\n')}
          />
        )}
        <Link
          className="button primary"
          href={addressOf('/explore', { ...along, seeds: [entity.id], selection: entity.id })}
        >
          {words.entity.onGraph}
        </Link>
      </div>
    </header>
  );
}

/** The chain itself, or the first that a segment is of. */
function chainOf({ id, kind, relations }: EntityFull): string | null {
  if (kind === 'Chain') return id;
  const step = relations.edges.find(({ node }) => node.type === 'SEGMENT_OF' && node.from.id === id);
  return kind === 'Segment' && step ? step.node.to.id : null;
}

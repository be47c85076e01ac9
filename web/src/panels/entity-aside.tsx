import type { EntityFull } from '../api/entity.ts';
import { ClassTag } from '../controls/tags.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { isDocument, type PageSource } from '../state/page-sources.ts';
import { OnChains } from './on-chains.tsx';
import { NeighbourStar } from './neighbour-star.tsx';
import { Attributes, Names } from './entity-parts.tsx';
import { Indicators } from './indicators.tsx';
import { Timeline } from './timeline.tsx';

/** Beside the facts: the states of its segments, attributes, indicators, names, what is not written, and the documents with their counts. */
export function EntityAside({
  entity,
  sources,
  onSelect,
}: {
  readonly entity: EntityFull;
  readonly sources: readonly PageSource[];
  readonly onSelect: (id: string) => void;
}) {
  const words = useWords();
  const lang = useLang();
  const documents = sources.filter(({ source }) => isDocument(source));
  const publishers = new Set(documents.map(({ source }) => source.publisher)).size;
  return (
    <>
      <OnChains entity={entity} />
      <Attributes attributes={entity.attributes} onOpen={onSelect} />
      <Indicators indicators={entity.indicators} onOpen={onSelect} />
      <Timeline entity={entity} onSelect={onSelect} />
      <NeighbourStar entity={entity} />
      {entity.unstated.length > 0 && (
        <section className="fact-group">
          <h3>{words.entity.notWritten}</h3>
          {[
            { say: words.entity.unstated, of: entity.unstated.filter(({ meant }) => !meant) },
            { say: words.entity.onlyMeant, of: entity.unstated.filter(({ meant }) => meant) },
          ].map(
            ({ say, of }) =>
              of.length > 0 && (
                <p key={of[0]?.what} className="sentence">
                  {say(of.map(({ label }) => said(label, lang)).join(words.app.and))}
                </p>
              ),
          )}
        </section>
      )}
      <Names entity={entity} />
      <section className="fact-group">
        <h3 className="with-note">
          {words.entity.documents}
          <span className="caption">{words.drawer.sources(documents.length, publishers)}</span>
        </h3>
        <ul className="page-sources">
          {sources.map(({ source, facts }) => (
            <li key={source.id}>
              <ClassTag cls={source.class} />
              <span className="row-name">
                {source.url === null ? (
                  titleOf(source, lang)
                ) : (
                  <a className="link" href={source.url} target="_blank" rel="noreferrer">
                    {titleOf(source, lang)}
                  </a>
                )}
              </span>
              <span className="number">
                {[source.date, words.entity.documentCount(facts)].filter((part) => part !== null).join(words.app.comma)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function titleOf(source: PageSource['source'], lang: string): string {
  return lang === 'en' && source.titleEn ? source.titleEn : source.title;
}

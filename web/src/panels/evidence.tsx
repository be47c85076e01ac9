import { useEffect, useState } from 'react';
import { ask } from '../api/client.ts';
import { datasetQuery } from '../api/dataset.ts';
import type { EvidenceFull, ProvenanceFull } from '../api/fragments.ts';
import { readPassage } from '../api/passage.ts';
import { CopyButton } from '../controls/copy-button.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { Told } from '../controls/told.tsx';
import { sureWord, useLang, useWords } from '../locale/use-words.ts';
import { citeLine } from '../state/cite.ts';
import { useAnswer } from '../state/use-answer.ts';
import { LOCATOR_SORTS, locatorSort } from '../state/locator-sort.ts';

/** Everything that stands behind one fact: how many for and against, then each place in each source. */
export function Evidence({ provenance }: { readonly provenance: ProvenanceFull }) {
  const words = useWords();
  const runs = useAnswer('dataset newest', () => ask(datasetQuery, {})).data?.dataset.runs ?? [];
  const statements = provenance.statements.edges.map((edge) => edge.node);
  const all = statements.flatMap((statement) => statement.evidence);
  const supports = all.filter((one) => one.stance === 'supports').length;
  const left = provenance.statements.totalCount - statements.length;
  const locators = all.map(({ passage }) => passage.locator);
  return (
    <>
      <p className="caption support">
        {words.drawer.support(supports, all.length - supports, provenance.publisherCount)}
      </p>
      <p className="caption">{words.drawer.sureNote}</p>
      {LOCATOR_SORTS.map((sort) => {
        const first = locators.find((locator) => locatorSort(locator) === sort);
        return (
          first !== undefined && (
            <p key={sort} className="caption">
              {words.drawer.counted[sort](first)}
            </p>
          )
        );
      })}
      {statements.map((statement) =>
        statement.evidence.map((evidence) => (
          <Place
            key={evidence.id}
            evidence={evidence}
            dataset={runs.find(({ owner }) => owner === evidence.owner)?.title ?? null}
            asPrinted={[statement.subject.name, statement.object?.name ?? statement.value]}
          />
        )),
      )}
      {left > 0 && <p className="caption">{words.drawer.more(left)}</p>}
    </>
  );
}

function Place({
  evidence,
  dataset,
  asPrinted,
}: {
  readonly evidence: EvidenceFull;
  /** Title of the data set that read it; null where that is not known. */
  readonly dataset: string | null;
  readonly asPrinted: readonly (string | null)[];
}) {
  const words = useWords();
  const lang = useLang();
  const { passage } = evidence;
  const { source } = passage;
  const text = usePassage(passage.id, source.id, passage.text);
  const title = lang === 'en' && source.titleEn ? source.titleEn : source.title;
  const where = [source.publisher, source.date].filter((part) => part !== null);
  return (
    <article className="evidence">
      <h3>{title}</h3>
      <p className="evidence-line">
        <ClassTag cls={source.class} /> {[...where, passage.locator].join(words.app.comma)}
      </p>
      {text !== null && (
        <blockquote className="sentence passage" lang="zh">
          {text}
        </blockquote>
      )}
      {evidence.note !== null && (
        <p className="sentence">
          <Told>{evidence.note}</Told>
        </p>
      )}
      {text === null && evidence.note === null && <p className="caption">{words.drawer.noPassage}</p>}
      <dl className="facts-grid">
        <dt>{words.entity.from}</dt>
        <dd>{asPrinted.filter((name) => name !== null).join(' · ')}</dd>
        <dt>{words.drawer.stance}</dt>
        <dd>{words.stances[evidence.stance]}</dd>
        <dt>{words.drawer.sure}</dt>
        <dd>{sureWord(evidence.confidence, words)}</dd>
        <dt>{words.drawer.owner}</dt>
        <dd>
          {dataset === null ? evidence.owner : <Told>{dataset}</Told>}
          {dataset !== null && <span className="caption"> {evidence.owner}</span>}
        </dd>
      </dl>
      <CopyButton
        className="link"
        text={citeLine(source, passage.locator, words, lang)}
        label={words.dossier.cite}
        done={words.dossier.cited}
      />{' '}
      {source.url !== null && (
        <a className="link" href={source.url} target="_blank" rel="noreferrer">
          {words.drawer.openSource}
        </a>
      )}
    </article>
  );
}

/** The text that the service may give, else that of the reader's own copy, else null. */
function usePassage(id: string, source: string, known: string | null): string | null {
  const [own, setOwn] = useState<{ id: string; text: string | null }>({ id: '', text: null });
  useEffect(() => {
    if (known !== null) return;
    const controller = new AbortController();
    readPassage(id, source, controller.signal).then(
      (text) => setOwn({ id, text }),
      () => setOwn({ id, text: null }),
    );
    return () => controller.abort();
  }, [id, source, known]);
  return known ?? (own.id === id ? own.text : null);
}

import { Button, Link } from 'react-aria-components';
import type { Change, Changes } from '../api/changes.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { ClassTag } from '../controls/tags.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { changeHead } from '../state/compared-words.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

type Props = {
  readonly changes: Changes;
  readonly selection: string | null;
  readonly onOpen: (id: string) => void;
};

/** Changes under the name of their sort, in the order of the answer. */
export function ChangesList({ changes, selection, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const groups = changes.counts
    .map((count) => ({
      ...count,
      head: changeHead(changes, count, words, lang),
      edges: changes.edges.filter(({ node }) => node.change === count.change),
    }))
    .filter(({ edges }) => edges.length > 0);
  return (
    <>
      {groups.map(({ change, head, count, edges }) => (
        <section key={change} className="change-group" aria-labelledby={`group-${change}`}>
          <h2 id={`group-${change}`} className="with-note">
            {head}
            <span className="caption">{words.changes.listed(edges.length, count)}</span>
          </h2>
          <ul className="change-rows">
            {edges.map(({ cursor, node }) => (
              <ChangeRow key={cursor} change={node} since={changes.since} selection={selection} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type RowProps = {
  readonly change: Change;
  readonly since: number;
  readonly selection: string | null;
  readonly onOpen: (id: string) => void;
};

function ChangeRow({ change, since, selection, onOpen }: RowProps) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const row = change.after ?? change.before;
  const relation = row?.__typename === 'Relation' ? row.id : null;
  const sentence = said(change.sentence, lang);
  const along = { ...EMPTY_VIEW, ...carried(view) };
  const open = relation !== null && relation === selection;
  return (
    <li className={`change-row ${open ? 'chosen' : ''}`} aria-current={open ? true : undefined}>
      <p className="sentence">
        {sentence}
        {relation !== null && (
          <>
            {' '}
            <Button className="link" aria-label={words.changes.openSources(sentence)} onPress={() => onOpen(relation)}>
              {words.changes.sources}
            </Button>
          </>
        )}
      </p>
      <p className="change-about">
        {change.entities.map(({ entity, gone }) => (
          <span key={entity.id} className="change-entity">
            <KindMark kind={entity.kind} coloured />
            {/* One that is gone has its page in the older version. */}
            <Link
              className="link ink"
              href={addressOf(`/entity/${entity.id}`, gone ? { ...along, version: since } : along)}
            >
              <Name of={entity} />
            </Link>
            {gone && <span className="caption">{words.changes.gone}</span>}
          </span>
        ))}
        {change.sources.map((source) => (
          <span key={source.id} className="change-source">
            <ClassTag cls={source.class} /> {lang === 'en' && source.titleEn ? source.titleEn : source.title}{' '}
            <span className="caption">{source.date}</span>
          </span>
        ))}
        {change.sourceCount > change.sources.length && (
          <span className="caption">{words.changes.moreSources(change.sourceCount - change.sources.length)}</span>
        )}
      </p>
      <p className="caption">
        {[
          change.run === null ? null : words.changes.run(change.run.version, change.run.asOf, change.run.title),
          change.reason === null ? null : words.changes.reason(said(change.reason, lang)),
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
    </li>
  );
}

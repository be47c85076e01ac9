import { Fragment } from 'react';
import { Button, Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import type { Kind } from '../api/fragments.ts';
import { nearFactsQuery, nearQuery } from '../api/near-facts.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { Failed } from '../controls/states.tsx';
import { citation, said, useLang, useWords } from '../locale/use-words.ts';
import { nearOf, notOwnOf, type NearFact, type NotOwn } from '../state/not-own.ts';
import { useAnswer } from '../state/use-answer.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';

type Props = { readonly id: string; readonly kind: Kind; readonly onSelect: (id: string) => void };

/** What sources tell of others near a body: whose it is, so that it is not taken for the body's own. */
export function NotOwnFacts({ id, kind, onSelect }: Props) {
  const words = useWords();
  const { view } = useView();
  const { version } = view;
  const answer = useAnswer(`near ${id} ${version}`, () => notOwn(id, version));
  const { others, left } = answer.data ?? NONE;
  if (answer.status === 'failed') return <Failed answer={answer} />;
  if (others.length === 0) return null;
  return (
    <section className="not-own" aria-labelledby="not-own">
      <div className="with-note">
        <h2 id="not-own">{words.dossier.notOwn(kind === 'Company')}</h2>
        <span className="caption">{words.dossier.notOwnNote}</span>
      </div>
      <table className="fact-table">
        <thead>
          <tr>
            <th>{words.dossier.whose}</th>
            <th>{words.entity.facts}</th>
            <th className="number col-source">{words.entity.source}</th>
          </tr>
        </thead>
        {others.map((other) => (
          <Other key={other.id} other={other} onSelect={onSelect} />
        ))}
      </table>
      {left > 0 && <p className="caption">{words.drawer.moreFacts(left)}</p>}
    </section>
  );
}

type Near = {
  readonly others: readonly NotOwn[];
  /** Ties to others near it that were not looked at. */
  readonly left: number;
};
const NONE: Near = { others: [], left: 0 };

async function notOwn(id: string, version: number | null): Promise<Near> {
  const { node } = await ask(nearQuery, { id, version });
  if (!node || !('relations' in node)) return NONE;
  const near = nearOf(node);
  if (near.size === 0) return NONE;
  const { nodes } = await ask(nearFactsQuery, { ids: [...near.keys()], version });
  const others = nodes.filter((one) => one !== null).filter((one) => 'kind' in one);
  // The page may have been asked for under an id that has since been merged.
  const left = node.relations.totalCount - node.relations.edges.length;
  return { others: notOwnOf(node.id, near, others), left };
}

function Other({ other, onSelect }: { readonly other: NotOwn; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const { view } = useView();
  const { id, kind, nearness, facts, left } = other;
  return (
    <tbody>
      {facts.map((fact, index) => (
        <tr key={fact.id}>
          {index === 0 && (
            <th scope="rowgroup" rowSpan={facts.length} className="fact-head whose">
              <KindMark kind={kind} doubtful={nearness === 'mayBe'} />{' '}
              <Link className="link ink" href={addressOf(`/entity/${id}`, { ...EMPTY_VIEW, ...carried(view) })}>
                <Name of={other} />
              </Link>
              <span className="caption under">
                {words.dossier.nearness[nearness]}
                {left > 0 && `${words.app.comma}${words.drawer.moreFacts(left)}`}
              </span>
            </th>
          )}
          <FactLine fact={fact} onSelect={onSelect} />
        </tr>
      ))}
    </tbody>
  );
}

function FactLine({ fact, onSelect }: { readonly fact: NearFact; readonly onSelect: (id: string) => void }) {
  const words = useWords();
  const lang = useLang();
  const { passage } = fact;
  const place = passage
    ? citation({ cls: passage.source.class, date: passage.source.date, locator: passage.locator }, words, lang)
    : '–';
  // A date must not break at its hyphens.
  const where = place.split(/(?<=，) ?| /).map((part) => (
    <Fragment key={part}>
      <span className="whole">{part}</span>
      {part.endsWith('，') ? <wbr /> : ' '}
    </Fragment>
  ));
  return (
    <>
      <td>{said(fact.text, lang)}</td>
      <td className="number">
        {fact.relation ? (
          <Button
            className="link"
            aria-label={`${words.entity.source} ${said(fact.text, lang)}`}
            onPress={() => onSelect(fact.id)}
          >
            {where}
          </Button>
        ) : (
          <span className="caption">{where}</span>
        )}
      </td>
    </>
  );
}

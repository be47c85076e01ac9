import { Button, Link } from 'react-aria-components';
import type { NearRow } from '../api/candidate-near.ts';
import type { Candidates, CandidatesFor } from '../api/candidates.ts';
import { Name } from '../controls/name.tsx';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { rowsOf } from '../state/candidate-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CandidateLedger } from './candidate-ledger.tsx';
import { CandidateWay } from './candidate-way.tsx';

type Props = {
  readonly asked: CandidatesFor;
  readonly candidates: Candidates;
  /** Who does what is near; empty while on its way. */
  readonly near: readonly Pick<NearRow, 'entity' | 'contacts'>[];
  readonly onOpen: (fact: string) => void;
};

/** Beside the lists: the office's own ledger, the chosen candidate with the way to it, and what a ranking still needs. */
export function CandidateAside({ asked, candidates, near, onOpen }: Props) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const { ranking, partners, lack, cell, chain, region, ledger, ledgerLabel } = candidates;
  const rows = rowsOf(candidates);
  const ranked = [
    ...(ranking?.rows ?? []),
    ...(partners?.rows ?? []),
    ...near.map(({ entity, contacts }) => ({ body: entity, contacts })),
  ];
  const chosen = view.candidate ?? rows[0]?.row.body.id ?? ranked[0]?.body.id;
  const of = rows.flatMap(({ row }) => (row.body.id === chosen ? [row] : []));
  const alone = ranked.find((one) => one.body.id === chosen);
  const body = of[0]?.body ?? alone?.body;
  const contacts = of[0]?.contacts ?? alone?.contacts ?? [];
  const silences = [...new Map(of.flatMap((row) => row.silences.map((one) => [one.silence, one.label]))).values()];
  return (
    <aside className="candidate-aside" aria-label={words.candidates.ledger}>
      <CandidateLedger candidates={candidates} />
      {body && (
        <section className="fact-group">
          <h3>{words.candidates.chosen}</h3>
          <p className="sentence strong">
            <Link className="link ink" href={addressOf(`/entity/${body.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
              <Name of={body} />
            </Link>
          </p>
          <CandidateWay asked={asked} to={body.id} version={candidates.coverage.version} onOpen={onOpen} />
          <h4>{words.candidates.contacts}</h4>
          {contacts.length === 0 ? (
            <p>{ledger === 'loaded' ? words.candidates.noContact : said(ledgerLabel, lang)}</p>
          ) : (
            <ul>
              {contacts.map(({ id, sentence }) => (
                <li key={id}>
                  <Button className="link" onPress={() => onOpen(id)}>
                    {said(sentence, lang)}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {silences.length > 0 && (
            <>
              <h4>{words.candidates.notSaid}</h4>
              <ul>
                {silences.map((label) => (
                  <li key={label.zh}>{said(label, lang)}</li>
                ))}
              </ul>
            </>
          )}
        </section>
      )}
      {(lack || cell?.wantedRegister) && (
        <section className="fact-group">
          {lack && (
            <>
              <h3>{words.candidates.lacking}</h3>
              <p className="sentence">
                {said(lack.label, lang)}
                {lack.count !== null &&
                  lack.most !== null &&
                  words.candidates[lack.lack === 'memory' ? 'tooMuchToRead' : 'tooLarge'](lack.count, lack.most)}
              </p>
            </>
          )}
          {cell?.wantedRegister && (
            <p className="sentence">{words.candidates.settles(said(cell.wantedRegister, lang))}</p>
          )}
          <p className="caption">
            {lack?.lack === 'register' && `${words.candidates.lackingMore} `}
            {chain && region && (
              <Link
                className="link"
                href={addressOf('/survey', {
                  ...EMPTY_VIEW,
                  ...carried(view),
                  office: region.id,
                  chains: [chain.id],
                })}
              >
                {words.candidates.toSurvey}
              </Link>
            )}
          </p>
        </section>
      )}
    </aside>
  );
}

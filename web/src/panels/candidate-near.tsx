import { Button, Link } from 'react-aria-components';
import type { Near, NearRow } from '../api/candidate-near.ts';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { decimal } from '../state/candidate-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CandidateRate } from './candidate-rate.tsx';
import { VisitToggle } from './visit-toggle.tsx';
import { WayButton } from './way-button.tsx';

type Props = { readonly near: Near; /** A body is asked about: segments are ranked. */ readonly ofBody: boolean };

/** Who does what is near, of whom no source says the segment itself; of a body, the segments near what it does. */
export function CandidateNear({ near: { rows, cut, leftOut, lack, measured }, ofBody }: Props) {
  const words = useWords();
  const lang = useLang();
  const terms = rows[0]?.terms ?? [];
  return (
    <section className="candidate-ranking candidate-near" aria-labelledby="candidate-near">
      <div className="with-note">
        <h2 id="candidate-near">
          {ofBody ? words.candidates.nearSegments : words.candidates.near}{' '}
          <span className="count">{ofBody ? words.candidates.nearSegmentsNote : words.candidates.nearNote}</span>
        </h2>
      </div>
      {lack && (
        <p className="candidate-none">
          {said(lack.label, lang)}
          {lack.count !== null && words.candidates.lackCount(lack.count)}
        </p>
      )}
      {measured && <CandidateRate measured={measured} />}
      {lack === null && rows.length === 0 && <p className="candidate-none">{words.candidates.noneNear}</p>}
      {rows.length > 0 && (
        <div className="ranking-scroll" role="group" aria-labelledby="candidate-near" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{ofBody ? words.candidates.segment : words.candidates.firm}</th>
                <th scope="col">{words.candidates.why}</th>
                {terms.map(({ term, label }) => (
                  <th key={term} scope="col" className="number">
                    {said(label, lang)}
                  </th>
                ))}
                <th scope="col" className="number total">
                  {words.candidates.total}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={row.entity.id} row={row} ofBody={ofBody} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length > 0 && (
        <p className="caption ranking-sum">
          <span>{words.candidates.nearHelp}</span>
          {cut > 0 && <span>{(ofBody ? words.candidates.nearSegmentsCut : words.candidates.rankingCut)(cut)}</span>}
          {leftOut.map(({ reason, label, count }) => (
            <span key={reason}>{words.candidates.leftOutCount(said(label, lang), count)}</span>
          ))}
        </p>
      )}
    </section>
  );
}

function Row({
  row: { entity, terms, score, relations, contacts },
  ofBody,
}: Pick<Props, 'ofBody'> & { readonly row: NearRow }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const name = nameOf(entity);
  const isChosen = entity.id === view.candidate;
  return (
    <tr className={isChosen ? 'ranked chosen' : 'ranked'}>
      <th scope="row">
        <Link className="link ink strong" href={addressOf(`/entity/${entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <DoubtfulName of={entity} />
        </Link>
        <span className="caption total-beside">{words.candidates.totalOf(decimal(score, 3))}</span>
        {entity.place && <span className="caption under">{nameOf(entity.place)}</span>}
        {!ofBody && (
          <span className="ranked-acts">
            <VisitToggle id={entity.id} name={name} />
            <WayButton id={entity.id} name={name} isChosen={isChosen} />
          </span>
        )}
      </th>
      <td className="near-why">
        {terms
          .filter(({ value, rests }) => value > 0 && rests.length > 0)
          .map(({ term, label, rests }) => (
            <span key={term} className="under">
              {words.candidates.by(said(label, lang), rests.map(nameOf).join(words.app.and))}
            </span>
          ))}
        {[...relations, ...contacts].map(({ id, sentence }) => (
          <Button
            key={id}
            className="link under"
            onPress={() => change({ candidate: entity.id, selection: id }, { replace: true })}
          >
            {said(sentence, lang)}
          </Button>
        ))}
      </td>
      {terms.map(({ term, value }) => (
        <td key={term} className="number">
          {value === 0 ? '–' : decimal(value, 3)}
        </td>
      ))}
      <td className="number strong total">{decimal(score, 3)}</td>
    </tr>
  );
}

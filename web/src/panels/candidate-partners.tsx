import { Link } from 'react-aria-components';
import type { PartnerRow, Partners } from '../api/candidate-rankings.ts';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { said, useLang, useNameOf, useWords, type Named } from '../locale/use-words.ts';
import { decimal, isNamedAfter, scoreOf } from '../state/candidate-face.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { CandidateRate, type Rate } from './candidate-rate.tsx';
import { CandidateTwins } from './candidate-twins.tsx';
import { VisitToggle } from './visit-toggle.tsx';
import { WayButton } from './way-button.tsx';

type Props = {
  readonly partners: Partners;
  /** The body that is asked about. */
  readonly of: Named;
  readonly twins: ReadonlyMap<string, readonly Named[]>;
  readonly measured: Rate;
};

/** Thousandths: as likely as any body by chance. */
const CHANCE = 1000;

/** Who could join a body, the likeliest first: each reason with its figure and what it rests on. */
export function CandidatePartners({ partners: { rows, cut, weighed, unlisted }, of, twins, measured }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view } = useView();
  const above = rows.filter(({ score }) => score >= CHANCE);
  const below = rows.filter(({ score }) => score < CHANCE);
  const summed = rows.find(({ body }) => body.id === view.candidate) ?? rows[0];
  const table = (some: readonly PartnerRow[]) => <Table rows={some} of={of} twins={twins} />;
  return (
    <section className="candidate-ranking" aria-labelledby="candidate-partners">
      <div className="with-note">
        <h2 id="candidate-partners">
          {words.candidates.ranking} <span className="count">{words.candidates.weighed(rows.length, weighed)}</span>
        </h2>
      </div>
      <CandidateRate measured={measured} />
      {above.length > 0 && table(above)}
      {rows.length > 0 && above.length === 0 && <p className="candidate-none">{words.candidates.noneAbove}</p>}
      {below.length > 0 && (
        <details open={below.some(({ body }) => body.id === view.candidate)}>
          <summary>{words.candidates.notAbove(below.length)}</summary>
          <p className="caption">{words.candidates.notAboveHelp}</p>
          {table(below)}
        </details>
      )}
      {rows.length === 0 && <p className="candidate-none">{words.candidates.noPartner}</p>}
      {cut > 0 && <p className="caption">{words.candidates.rankingCut(cut)}</p>}
      {unlisted.length > 0 && (
        <p className="caption">
          {words.candidates.unlisted(
            unlisted
              .map(({ label, count }) => words.candidates.unlistedOf(said(label, lang), count))
              .join(words.app.semicolon),
          )}
        </p>
      )}
      {summed && (
        <p className="caption ranking-sum">
          <span className="ranking-total">{words.candidates.sum(nameOf(summed.body), scoreOf(summed))}</span>
          {summed.terms
            .filter(({ rests }) => rests.length > 0)
            .map(({ reason, label, rests }) => (
              <span key={reason}>{words.candidates.by(said(label, lang), rests.map(nameOf).join(words.app.and))}</span>
            ))}
          <span>{words.candidates.scoreHelp}</span>
        </p>
      )}
    </section>
  );
}

type TableProps = Pick<Props, 'of' | 'twins'> & { readonly rows: readonly PartnerRow[] };

function Table({ rows, of, twins }: TableProps) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  return (
    <div className="ranking-scroll" role="group" aria-labelledby="candidate-partners" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.candidates.partner}</th>
            {rows[0]?.terms.map(({ reason, label }) => (
              <th key={reason} scope="col" className="number">
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
            <Row
              key={row.body.id}
              row={row}
              isChosen={row.body.id === view.candidate}
              isNamedAfter={isNamedAfter(row.body, of)}
              twins={twins.get(row.body.id) ?? []}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = {
  readonly row: PartnerRow;
  readonly isChosen: boolean;
  readonly isNamedAfter: boolean;
  readonly twins: readonly Named[];
};

function Row({ row: { body, terms, score }, isChosen, isNamedAfter, twins }: RowProps) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  return (
    <tr className={isChosen ? 'ranked chosen' : 'ranked'}>
      <th scope="row">
        <Link className="link ink strong" href={addressOf(`/entity/${body.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <DoubtfulName of={body} />
        </Link>
        <span className="caption total-beside">{words.candidates.totalOf(decimal(score, 3))}</span>
        {body.place && <span className="caption under">{nameOf(body.place)}</span>}
        <CandidateTwins twins={twins} />
        {isNamedAfter && <p className="caption warn">{words.candidates.maybeOwn}</p>}
        <span className="ranked-acts">
          <VisitToggle id={body.id} name={nameOf(body)} />
          <WayButton id={body.id} name={nameOf(body)} isChosen={isChosen} />
        </span>
      </th>
      {terms.map(({ reason, value, known }) => (
        <td key={reason} className="number">
          {known ? decimal(value, 3) : '–'}
        </td>
      ))}
      <td className="number strong total">{decimal(score, 3)}</td>
    </tr>
  );
}

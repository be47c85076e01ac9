import { Button, Link, Slider, SliderThumb, SliderTrack } from 'react-aria-components';
import { useEffect, useState } from 'react';
import type { RankedRow, Ranking } from '../api/candidate-rankings.ts';
import { DoubtfulName } from '../controls/doubtful-name.tsx';
import { Toggle } from '../controls/toggle.tsx';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { decimal, sumOf } from '../state/candidate-face.ts';
import { say } from '../state/live.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { MOST_WEIGHT, TERMS, type Term } from '../state/weights.ts';
import { CandidateRate, type Rate } from './candidate-rate.tsx';
import { VisitToggle } from './visit-toggle.tsx';
import { WayButton } from './way-button.tsx';

type Props = { readonly ranking: Ranking; readonly measured: Rate };

/** Length of a bar that stands for 1.00, px. */
const FULL_BAR = 44;

/** Steps of a weight, thousandths. */
const STEP = 50;

/** Firms by weighted terms that add up as printed; what no source speaks of is seen to be missing. */
export function CandidateRanking({ ranking, measured }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { view, change } = useView();
  const labels = new Map(ranking.terms.map(({ term, label }) => [term, said(label, lang)]));
  const summed = ranking.rows.find(({ body }) => body.id === view.candidate) ?? ranking.rows[0];
  const titles = ranking.carriedBy.map(({ title, titleEn, date }) => `${(lang === 'en' && titleEn) || title} ${date}`);

  /** False: it would leave nothing to rank by. */
  function weigh(term: Term, weight: number): boolean {
    const others = ranking.terms.filter((one) => one.term !== term);
    if (weight === 0 && others.every((one) => one.weight === 0)) {
      say(words.candidates.noWeight);
      return false;
    }
    change({ weights: { ...view.weights, [term]: weight } }, { replace: true });
    return true;
  }

  return (
    <section className="candidate-ranking" aria-labelledby="candidate-ranking">
      <div className="with-note">
        <h2 id="candidate-ranking">
          {words.candidates.ranking}{' '}
          <span className="count">{words.candidates.rankingOn(titles.join(words.app.and))}</span>
        </h2>
        <span className="caption">
          <CandidateRate measured={measured} />
          {Object.keys(view.weights).length > 0 && (
            <>
              {' '}
              <Button className="link" onPress={() => change({ weights: {} }, { replace: true })}>
                {words.candidates.ownWeights}
              </Button>
            </>
          )}
        </span>
      </div>
      <div className="ranking-scroll" role="group" aria-labelledby="candidate-ranking" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.candidates.rank}</th>
              <th scope="col">{words.candidates.firm}</th>
              {ranking.terms.map(({ term, weight }) => (
                <th key={term} scope="col">
                  <span className="under">{labels.get(term)}</span>
                  <Weight label={labels.get(term) ?? term} weight={weight} onChange={(to) => weigh(term, to)} />
                  <Toggle
                    on={view.required.includes(term)}
                    onChange={(on) =>
                      change(
                        { required: TERMS.filter((one) => (one === term ? on : view.required.includes(one))) },
                        { replace: true },
                      )
                    }
                  >
                    <span aria-hidden="true">{words.candidates.needed}</span>
                    <span className="unseen">{words.candidates.neededOf(labels.get(term) ?? term)}</span>
                  </Toggle>
                </th>
              ))}
              <th scope="col" className="number total">
                {words.candidates.total}
              </th>
            </tr>
          </thead>
          <tbody>
            {ranking.rows.map((row) => (
              <Row key={row.body.id} row={row} isChosen={row.body.id === view.candidate} />
            ))}
          </tbody>
        </table>
      </div>
      {ranking.rows.length === 0 && <p className="candidate-none">{words.candidates.noneRanked}</p>}
      <p className="caption ranking-sum">
        {summed && <span className="ranking-total">{words.candidates.sum(nameOf(summed.body), sumOf(summed))}</span>}
        <span>{words.candidates.sumHelp}</span>
        <span>{words.candidates.rangeHelp}</span>
        {ranking.cut > 0 && <span>{words.candidates.rankingCut(ranking.cut)}</span>}
        {ranking.dropped.map(({ term, count }) => (
          <span key={term}>{words.candidates.dropped(labels.get(term) ?? term, count)}</span>
        ))}
      </p>
    </section>
  );
}

function Row({ row, isChosen }: { readonly row: RankedRow; readonly isChosen: boolean }) {
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const { body, products, rank, best, worst, terms, total } = row;
  const name = nameOf(body);
  const under = [...(body.place ? [nameOf(body.place)] : []), ...products.map(nameOf)].join(words.app.comma);

  return (
    <tr className={isChosen ? 'ranked chosen' : 'ranked'}>
      <td>
        {rank}
        <span className="caption under">{words.candidates.range(best, worst)}</span>
      </td>
      <th scope="row">
        <Link className="link ink strong" href={addressOf(`/entity/${body.id}`, { ...EMPTY_VIEW, ...carried(view) })}>
          <DoubtfulName of={body} />
        </Link>
        <span className="caption total-beside">{words.candidates.totalOf(decimal(total, 3))}</span>
        {under !== '' && <span className="caption under">{under}</span>}
        <span className="ranked-acts">
          <VisitToggle id={body.id} name={name} />
          <WayButton id={body.id} name={name} isChosen={isChosen} />
        </span>
      </th>
      {TERMS.map((term) => {
        const value = terms.find((one) => one.term === term)?.value ?? null;
        return (
          <td key={term} className="factor">
            <span className="factor-bar" style={{ width: `${((value ?? 0) / 1000) * FULL_BAR}px` }} />
            {value === null ? '–' : decimal(value, 2)}
          </td>
        );
      })}
      <td className="number strong total">{decimal(total, 3)}</td>
    </tr>
  );
}

type WeightProps = { readonly label: string; readonly weight: number; readonly onChange: (weight: number) => boolean };

/** Asked anew only when the hand lets go; the figure follows it, and goes back where the change was refused. */
function Weight({ label, weight, onChange }: WeightProps) {
  const words = useWords();
  const [held, setHeld] = useState(weight);

  useEffect(() => setHeld(weight), [weight]);

  return (
    <Slider
      className="weight"
      aria-label={words.candidates.weightOf(label)}
      minValue={0}
      maxValue={MOST_WEIGHT}
      step={STEP}
      value={held}
      onChange={setHeld}
      onChangeEnd={(to) => {
        if (!onChange(to)) setHeld(weight);
      }}
    >
      <span className="caption">{words.candidates.weight(decimal(held, 2))}</span>
      <SliderTrack className="weight-track">
        <SliderThumb className="weight-thumb" />
      </SliderTrack>
    </Slider>
  );
}

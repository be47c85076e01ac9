import { useState } from 'react';
import { Link } from 'react-aria-components';
import { figuresOf, type PlacedFigure } from '../api/targets.ts';
import { Choice } from '../controls/choice.tsx';
import { amountIn, differenceUnit, unitIn } from '../locale/units.ts';
import { citation, hasHan, said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { firstPassage } from '../state/fact-groups.ts';
import { passageAddress } from '../state/figure-address.ts';
import { countedIn } from '../state/counted-in.ts';
import { grouped, measured, percent } from '../state/grouped.ts';
import { paceTold } from '../state/pace-told.ts';
import type { Paced } from '../state/targets.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Bar } from '../controls/bar.tsx';
import { Measure } from '../controls/measure.tsx';
import { PaceChart } from './pace-chart.tsx';

/** One target at a time: drawn, in one sentence, with its sum and where each figure stands. The first is drawn first. */
export function PacePanel({ targets }: { readonly targets: readonly [Paced, ...Paced[]] }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const [at, setAt] = useState(0);
  const target = countedIn(targets[at] ?? targets[0], lang);
  const { pace, unit, entity } = target;
  const { view } = useView();
  const figures =
    useAnswer(`figures ${entity.id} ${view.version}`, () => figuresOf(entity.id, view.version)).data ?? [];
  const { text, how, beware, prices } = paceTold(target, figures, words, lang);
  // The scope has an English name where the measure has none.
  const isQuoted = lang === 'en' && hasHan(target.measure);
  const title = words.start.paceOf(isQuoted ? said(target.scopeLabel, lang) : target.measure);
  return (
    <section aria-labelledby="start-pace">
      <div className="start-title-row">
        <h2 id="start-pace">{title}</h2>
        <span className="caption">
          {`${unitIn(unit, lang)}${words.app.comma}`}
          {isQuoted ? <Measure name={target.measure} /> : said(target.scopeLabel, lang)}
        </span>
      </div>
      {targets.length > 1 && (
        <Choice
          label={words.start.choose}
          value={at}
          options={targets.map((one, i) => ({
            value: i,
            label: `${nameOf(one.entity)} ${one.measure} ${one.period}`,
          }))}
          onChange={setAt}
        />
      )}
      <div className="pace-room">
        <PaceChart target={target} name={`${nameOf(entity)} ${title}${words.app.comma}${text}`} />
      </div>
      <Bar label={words.start.way} share={pace.shareOfWay} value={percent(pace.shareOfWay)} strong />
      <Bar label={words.start.time} share={pace.shareOfTime} value={percent(pace.shareOfTime)} />
      <p className="sentence">{text}</p>
      <p className="caption">{how}</p>
      {beware.map((line) => (
        <p key={line} className="sentence">
          {line}
        </p>
      ))}
      {prices !== null && <p className="caption">{prices}</p>}
      <Sum target={target} figures={figures} />
      {pace.composition.length > 0 && <Composition target={targets[at] ?? targets[0]} />}
    </section>
  );
}

/** The division, and of each figure the place in its document; the links open that place. */
function Sum({ target, figures }: { readonly target: Paced; readonly figures: readonly PlacedFigure[] }) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const { pace, entity, unit } = target;
  const places = [
    [words.figures.baseline, pace.baseline.id],
    [words.figures.target, target.id],
    [words.figures[pace.latest.figure], pace.latest.id],
  ] as const;
  return (
    <p className="caption start-sum">
      {words.start.sum(grouped(pace.gained), grouped(pace.distance), unitIn(differenceUnit(unit), lang))}
      {places.map(([word, id]) => {
        const figure = figures.find((one) => one.id === id);
        const passage = figure ? firstPassage(figure) : null;
        if (!passage) return null;
        const { source, locator } = passage;
        return (
          <span key={id}>
            {`${words.app.comma}${word} `}
            <Link className="link" href={passageAddress({ id, entity }, view)}>
              {citation({ cls: source.class, date: source.date, locator }, words, lang)}
            </Link>
          </span>
        );
      })}
    </p>
  );
}

/** The parts that add up to the latest figure. */
function Composition({ target: { pace, unit } }: { readonly target: Paced }) {
  const lang = useLang();
  const words = useWords();
  const nameOf = useNameOf();
  const { latest, composition } = pace;
  const most = Math.max(...composition.map(({ value }) => Math.abs(+value)));
  return (
    <div className="start-composition">
      <div className="start-title-row">
        <h3>{words.start.composition(measured(latest.value, unit, lang))}</h3>
        <span className="caption">
          {[latest.period, words.figures[latest.figure], amountIn(latest.value, unit, lang)[1]].join(words.app.comma)}
        </span>
      </div>
      {composition.map((part) => (
        <Bar
          key={part.id}
          label={nameOf(part.entity)}
          share={(+part.value / most) * 1000}
          value={grouped(amountIn(part.value, unit, lang)[0])}
          strong
          bare
        />
      ))}
    </div>
  );
}

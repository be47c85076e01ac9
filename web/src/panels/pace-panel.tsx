import { useState } from 'react';
import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { figurePlacesQuery } from '../api/targets.ts';
import { Choice } from '../controls/choice.tsx';
import { differenceUnit, unitIn } from '../locale/units.ts';
import type { Words } from '../locale/zh.ts';
import { citation, said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { firstPassage } from '../state/fact-groups.ts';
import { figureAddress } from '../state/figure-address.ts';
import { asFineAs, grouped, measured } from '../state/grouped.ts';
import type { Lang } from '../state/url.ts';
import { dependsOnMethod, isPriceUntold, type Paced } from '../state/targets.ts';
import { useAnswer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { Bar } from '../controls/bar.tsx';
import { asFine, PaceChart } from './pace-chart.tsx';
import { percent } from './pace-line.tsx';

/** One target at a time: drawn, in one sentence, with its sum and where each figure stands. The first is drawn first. */
export function PacePanel({ targets }: { readonly targets: readonly [Paced, ...Paced[]] }) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const [at, setAt] = useState(0);
  const target = targets[at] ?? targets[0];
  const { pace, unit } = target;
  const year = pace.lastYear;
  const sentence = [
    words.start.sentence(pace.latest.period, percent(pace.shareOfWay), percent(pace.shareOfTime)),
    neededWords(target, words, lang),
  ].filter((part) => part !== null);
  const text = `${sentence.join(words.app.comma)}${lang === 'zh' ? '。' : '.'}`;
  const title = words.start.paceOf(target.measure);
  return (
    <section aria-labelledby="start-pace">
      <div className="start-title-row">
        <h2 id="start-pace">{title}</h2>
        <span className="caption">{[unitIn(unit, lang), said(target.scopeLabel, lang)].join(words.app.comma)}</span>
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
        <PaceChart target={target} name={`${nameOf(target.entity)} ${title}${words.app.comma}${text}`} />
      </div>
      <Bar label={words.start.way} share={pace.shareOfWay} value={percent(pace.shareOfWay)} strong />
      <Bar label={words.start.time} share={pace.shareOfTime} value={percent(pace.shareOfTime)} />
      <p className="sentence">{text}</p>
      <p className="caption">
        {words.start.evenNote(asFine(pace.onSchedule, target))}
        {pace.compound !== null && words.start.compoundNote(asFine(pace.compound, target))}
        {year !== null && words.start.lastYear(year.to.period, percent(year.growth), year.from.period)}
      </p>
      {dependsOnMethod(target) && <p className="sentence">{words.start.dependsOnMethod}</p>}
      {isPriceUntold(target) && <p className="caption">{words.start.priceUntold}</p>}
      <Sum target={target} />
      {pace.composition.length > 0 && <Composition pace={pace} unit={unit} />}
    </section>
  );
}

/** What is still needed a year, up or down; nothing where the target is reached. */
function neededWords({ pace, period, unit, value }: Paced, words: Words, lang: Lang): string | null {
  const { neededGrowth, neededPerYear, shareOfWay } = pace;
  const year = period.slice(0, 4);
  if (shareOfWay >= 1000) return words.start.reached;
  if (neededGrowth !== null) {
    const share = percent(Math.abs(neededGrowth));
    return neededGrowth < 0 ? words.start.neededFall(year, share) : words.start.neededGrowth(year, share);
  }
  if (neededPerYear === null) return null;
  const each = measured(
    asFineAs(neededPerYear.replace('-', ''), [value, pace.latest.value]),
    differenceUnit(unit),
    lang,
  );
  return neededPerYear.startsWith('-') ? words.start.neededLess(year, each) : words.start.neededEach(year, each);
}

/** The division, and of each figure the place in its document; the links lead to it on the page that lists it. */
function Sum({ target }: { readonly target: Paced }) {
  const words = useWords();
  const lang = useLang();
  const { view } = useView();
  const { pace, entity, unit } = target;
  const answer = useAnswer(`figures ${entity.id} ${view.version}`, () =>
    ask(figurePlacesQuery, { id: entity.id, version: view.version }),
  );
  const node = answer.data?.node;
  const figures = node && 'indicators' in node ? node.indicators : [];
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
            <Link className="link" href={figureAddress({ id, entity }, view)}>
              {citation({ cls: source.class, date: source.date, locator }, words, lang)}
            </Link>
          </span>
        );
      })}
    </p>
  );
}

/** The parts that add up to the latest figure. */
function Composition({ pace, unit }: Pick<Paced, 'pace' | 'unit'>) {
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
          {[latest.period, words.figures[latest.figure], unitIn(unit, lang)].join(words.app.comma)}
        </span>
      </div>
      {composition.map((part) => (
        <Bar
          key={part.id}
          label={nameOf(part.entity)}
          share={(+part.value / most) * 1000}
          value={grouped(part.value)}
          strong
          bare
        />
      ))}
    </div>
  );
}

import type { Label, Pace } from '../api/fragments.ts';
import { differenceUnit } from '../locale/units.ts';
import type { Words } from '../locale/zh.ts';
import { countedIn } from './counted-in.ts';
import { asFineAs, grouped, measured, percent } from './grouped.ts';
import type { Lang } from './url.ts';

/** What of a pace is told in words. */
type Told = Omit<Pace, 'notCompared'>;

/** A pace that is known whole. */
type Whole = Told & {
  readonly latest: NonNullable<Pace['latest']>;
  readonly shareOfWay: number;
  readonly shareOfTime: number;
  readonly onSchedule: string;
  readonly distance: string;
};

type Aim = { readonly measure: string; readonly value: string; readonly unit: string; readonly period: string };
type OfPace = Aim & { readonly scopeLabel: Label; readonly pace: Whole };

/** A figure that may tell of growth. */
type Growth = Aim & { readonly figure: keyof Words['figures']; readonly scopeLabel: Label };

export function isWhole<P extends Told>(pace: P): pace is P & Whole {
  return pace.gaps.length === 0 && pace.latest !== null && pace.onSchedule !== null;
}

/**
 * Is the target on schedule by one way of counting and behind by the other? By equal amounts each year, or by equal
 * growth; whether it goes up or down.
 */
export function dependsOnMethod({ compound, distance, latest, onSchedule }: Whole): boolean {
  if (compound === null) return false;
  const way = Math.sign(+distance);
  const isReached = (expected: string) => (Number(latest.value) - Number(expected)) * way >= 0;
  return isReached(onSchedule) !== isReached(compound);
}

const MONEY = /(元|yuan|dollars)$/;
const PRICES = /名义|实际增|现价|现行价|当年价|不变价|可比价|nominal|real terms|constant price|current price/i;

/** An amount of money of which neither the measure nor the scope says at whose prices it is counted. */
export function isPriceUntold({ unit, measure, scopeLabel }: Pick<OfPace, 'unit' | 'measure' | 'scopeLabel'>): boolean {
  return MONEY.test(unit) && ![measure, scopeLabel.zh, scopeLabel.en].some((text) => PRICES.test(text));
}

const GROWTH = /^(年均|同比)?(增长率|增速|增长|增幅)$/;

/** The growth of the measure in the latest year, as a source prints it: of the same scope, not computed. */
export function growthOf<F extends Growth>({ measure, scopeLabel, pace }: OfPace, figures: readonly F[]): F | null {
  const found = figures.find(
    (one) =>
      one.measure.startsWith(measure) &&
      GROWTH.test(one.measure.slice(measure.length)) &&
      one.unit === '%' &&
      one.period === pace.latest.period &&
      one.scopeLabel.zh === scopeLabel.zh &&
      (one.figure === 'actual' || one.figure === 'estimate'),
  );
  return found ?? null;
}

/** Where a target stands, the same words on every screen: the sentence, how it is counted, and what to beware of. */
export function paceTold(asPrinted: OfPace, figures: readonly Growth[], words: Words, lang: Lang) {
  const target = countedIn(asPrinted, lang);
  const { pace, value } = target;
  const { latest, lastYear } = pace;
  const growth = growthOf(target, figures);
  const sentence = [
    words.start.sentence(latest.period, percent(pace.shareOfWay), percent(pace.shareOfTime)),
    neededWords(target, words, lang),
  ].filter((part) => part !== null);
  const fine = (computed: string) => grouped(asFineAs(computed, [value, latest.value]));
  const how = [
    words.start.evenNote(fine(pace.onSchedule)),
    pace.compound === null ? '' : words.start.compoundNote(fine(pace.compound)),
    lastYear === null ? '' : words.start.lastYear(lastYear.to.period, percent(lastYear.growth), lastYear.from.period),
    growth === null
      ? ''
      : words.start.toldGrowth(growth.period, measured(growth.value, '%', lang), words.figures[growth.figure]),
  ];
  return {
    text: `${sentence.join(words.app.comma)}${lang === 'zh' ? '。' : '.'}`,
    how: how.join(''),
    beware: [
      ...(dependsOnMethod(pace) ? [words.start.dependsOnMethod] : []),
      ...(latest.period < target.period ? [words.start.stopsAt(latest.period)] : []),
    ],
    prices: isPriceUntold(target) ? words.start.priceUntold : null,
  };
}

/** What is still needed a year, up or down; nothing where the target is reached. */
function neededWords({ pace, period, unit, value }: OfPace, words: Words, lang: Lang): string | null {
  const { neededGrowth, neededPerYear, shareOfWay } = pace;
  const year = period.slice(0, 4);
  if (shareOfWay >= 1000) return words.start.reached;
  if (neededGrowth !== null) {
    const share = percent(Math.abs(neededGrowth));
    return neededGrowth < 0 ? words.start.neededFall(year, share) : words.start.neededGrowth(year, share);
  }
  if (neededPerYear === null) return null;
  const fine = asFineAs(neededPerYear.replace('-', ''), [value, pace.latest.value]);
  const each = measured(fine, differenceUnit(unit), lang);
  return neededPerYear.startsWith('-') ? words.start.neededLess(year, each) : words.start.neededEach(year, each);
}

import type { PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';

type Figure = RowOf<'indicator'>;

/** Why a part of the pace is not told. */
export const PACE_GAPS = {
  NO_BASELINE: { zh: '没有同口径的基数', en: 'no baseline of this scope' },
  NO_ACTUAL: { zh: '基数之后没有同口径的实际值', en: 'no actual of this scope after the baseline' },
  DISPUTED: { zh: '资料说法不一', en: 'the sources disagree' },
  NO_DISTANCE: { zh: '目标与基数相同', en: 'target and baseline are equal' },
} as const;
export type PaceGap = keyof typeof PACE_GAPS;

export type Pace = {
  /** The newest baseline before the target's period. */
  readonly baseline: Figure | undefined;
  /** The newest actual or estimate after the baseline and not after the target's period; of one period the actual. */
  readonly latest: Figure | undefined;
  /** Thousandths of the way from baseline to target that are behind at the latest figure; of the time likewise. */
  readonly shareOfWay: number | undefined;
  readonly shareOfTime: number | undefined;
  /** Target less baseline, and how much of it the latest figure has made; decimals as printed. */
  readonly distance: string | undefined;
  readonly gained: string | undefined;
  /** What even progress would have reached at the end of the latest figure's period, at most three decimals. */
  readonly onSchedule: string | undefined;
  /**
   * What growth by an equal share each year would have reached then: baseline × (target ÷ baseline)^(share of the
   * time), at most three decimals. Not of a percentage, nor of a figure that is not above zero.
   */
  readonly compound: string | undefined;
  /** The growth of the newest year that two actual figures of the scope bound. */
  readonly lastYear: YearGrowth | undefined;
  /** What is needed each year from the latest figure on, in the target's unit, at most three decimals. */
  readonly neededPerYear: string | undefined;
  /** The same as yearly growth, in thousandths; not of a percentage, whose growth misleads. */
  readonly neededGrowth: number | undefined;
  readonly gaps: readonly PaceGap[];
  /**
   * Figures of the same measure that are of another scope or unit, or whose measure is another by what stands in
   * brackets alone, and so never compared. In order of id.
   */
  readonly notCompared: readonly Figure[];
};

/** Two actual figures whose periods lie one year apart, and the growth between them in thousandths. */
export type YearGrowth = { readonly from: Figure; readonly to: Figure; readonly growth: number };

const SHARES = ['%', '‰', '百分点', '个百分点'];

/**
 * Where a target stands. Only figures of equal entity, measure, scope and unit are put beside it.
 * @param figures of the target's entity; the target may be among them
 */
export function paceOf(target: Figure, figures: readonly Figure[]): Pace {
  const core = withoutBrackets(target.measure);
  const related = figures.filter(({ measure, id }) => withoutBrackets(measure) === core && id !== target.id);
  const alike = related.filter(
    ({ measure, scope, unit }) => measure === target.measure && scope === target.scope && unit === target.unit,
  );
  const notCompared = related.filter((one) => !alike.includes(one)).sort((a, b) => compareText(a.id, b.id));
  const end = timeOf(target.period);
  const baseline = newest(alike.filter(({ figure, period }) => figure === 'baseline' && timeOf(period) < end));
  const latest = newest(
    alike.filter(
      ({ figure, period }) =>
        (figure === 'actual' || figure === 'estimate') &&
        timeOf(period) <= end &&
        (baseline === undefined || timeOf(period) > timeOf(baseline.period)),
    ),
  );
  const told = { baseline, latest, notCompared, lastYear: lastYearOf(alike) };
  const nothing = {
    shareOfWay: undefined,
    shareOfTime: undefined,
    distance: undefined,
    gained: undefined,
    onSchedule: undefined,
    compound: undefined,
    neededPerYear: undefined,
    neededGrowth: undefined,
  };
  const disputed = [target, baseline, latest].some((one) => one?.dispute !== undefined);
  if (disputed) return { ...told, ...nothing, gaps: ['DISPUTED'] };

  const [goal, base, now] = [target, baseline, latest].map((one) => (one === undefined ? undefined : +one.value));
  const gaps: PaceGap[] = [];
  if (base === undefined) gaps.push('NO_BASELINE');
  if (now === undefined) gaps.push('NO_ACTUAL');
  if (base !== undefined && base === goal) gaps.push('NO_DISTANCE');
  return {
    ...told,
    ...(gaps.length === 0 && baseline && latest ? shares(target, baseline, latest, end) : nothing),
    ...needed(target, goal ?? 0, now, latest, end),
    gaps,
  };
}

function shares(target: Figure, baseline: Figure, latest: Figure, end: number) {
  const [goal, base, now] = [+target.value, +baseline.value, +latest.value];
  const from = timeOf(baseline.period);
  const time = (timeOf(latest.period) - from) / (end - from);
  return {
    shareOfWay: thousandths((now - base) / (goal - base)),
    shareOfTime: thousandths(time),
    distance: difference(target.value, baseline.value),
    gained: difference(latest.value, baseline.value),
    onSchedule: String(thousandths(base + (goal - base) * time) / 1000),
    compound: grows(target, base, goal) ? String(thousandths(base * (goal / base) ** time) / 1000) : undefined,
  };
}

function needed(target: Figure, goal: number, now: number | undefined, latest: Figure | undefined, end: number) {
  const years = end - timeOf(latest?.period ?? target.period);
  if (now === undefined || years <= 0) return { neededPerYear: undefined, neededGrowth: undefined };
  return {
    neededPerYear: String(thousandths((goal - now) / years) / 1000),
    neededGrowth: grows(target, now, goal) ? thousandths((goal / now) ** (1 / years) - 1) : undefined,
  };
}

/** 全国（国家）重点实验室数 is told beside 全国重点实验室数, and is not the same. */
function withoutBrackets(measure: string): string {
  return measure.replace(/[（(][^（()）]*[）)]/g, '').trim();
}

/** Growth of a percentage misleads, and there is none from or to nothing. */
function grows({ unit }: Figure, from: number, to: number): boolean {
  return from > 0 && to > 0 && !SHARES.includes(unit);
}

/** @param alike figures of one scope and unit */
function lastYearOf(alike: readonly Figure[]): YearGrowth | undefined {
  const actual = alike.filter(({ figure, dispute }) => figure === 'actual' && dispute === undefined);
  for (const to of inTime(actual)) {
    const from = actual.find(({ period }) => period === yearBefore(to.period));
    if (from === undefined || !grows(to, +from.value, +to.value)) continue;
    return { from, to, growth: thousandths(+to.value / +from.value - 1) };
  }
  return undefined;
}

/** As precise as the period: 2024-06 is a year after 2023-06, and after no other. */
function yearBefore(period: PartialDate): string {
  return String(Number(period.slice(0, 4)) - 1) + period.slice(4);
}

/** Exact: with the decimals of the finer of the two. */
function difference(one: string, other: string): string {
  return (+one - +other).toFixed(Math.max(decimalsOf(one), decimalsOf(other)));
}

function newest(figures: readonly Figure[]): Figure | undefined {
  return inTime(figures)[0];
}

/** The newest first; of one period the estimate last. */
function inTime(figures: readonly Figure[]): readonly Figure[] {
  const rank = ({ figure }: Figure) => (figure === 'estimate' ? 0 : 1);
  return figures.toSorted(
    (a, b) => timeOf(b.period) - timeOf(a.period) || rank(b) - rank(a) || compareText(a.id, b.id),
  );
}

/** How many decimals are printed. */
export function decimalsOf(value: string): number {
  return value.split('.')[1]?.length ?? 0;
}

/** The end of a period in years: 2024 is 2025.0, 2024-06 is 2024.5. */
export function timeOf(period: PartialDate): number {
  const [year = 0, month = 12, day] = period.split('-').map(Number);
  if (day === undefined) return year + month / 12;
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year + (month - 1 + day / length) / 12;
}

function thousandths(share: number): number {
  return Math.round(share * 1000);
}

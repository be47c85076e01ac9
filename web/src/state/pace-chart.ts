import type { Paced } from './targets.ts';

/** Where something lies, in shares of the width from the left and of the height from the top. */
export type At = { readonly x: number; readonly y: number };

export type PaceChart = {
  readonly baseline: At;
  readonly latest: At;
  readonly onSchedule: At;
  readonly target: At;
  readonly values: readonly { readonly y: number; readonly value: number }[];
  readonly years: readonly { readonly x: number; readonly year: number }[];
};

/** Lines across, and years named, at most. */
const MOST_LINES = 3;
const MOST_YEARS = 6;
const STEPS = [1, 2, 2.5, 3, 5, 10];

/** A period lies where it ends: 2024 at the end of that year. */
export function paceChart({ period, value, pace }: Pick<Paced, 'period' | 'value' | 'pace'>): PaceChart {
  const [start, end] = [yearOf(pace.baseline.period), yearOf(period)];
  const figures = [+pace.baseline.value, +pace.latest.value, +pace.onSchedule, +value];
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const step = stepOf(most - least);
  const [bottom, top] = [Math.floor(least / step) * step, Math.ceil(most / step) * step];
  const x = (at: string) => (yearOf(at) - start) / (end - start);
  const y = (of: string | number) => (top - Number(of)) / (top - bottom);
  const lines = Math.round((top - bottom) / step);
  const first = Math.ceil(start);
  const every = Math.max(1, Math.ceil((Math.floor(end) - first + 1) / MOST_YEARS));
  const years = Array.from({ length: Math.floor((end - first) / every) + 1 }, (_, i) => first + i * every);
  return {
    baseline: { x: 0, y: y(pace.baseline.value) },
    latest: { x: x(pace.latest.period), y: y(pace.latest.value) },
    onSchedule: { x: x(pace.latest.period), y: y(pace.onSchedule) },
    target: { x: 1, y: y(value) },
    values: Array.from({ length: lines + 1 }, (_, i) => ({ y: 1 - i / lines, value: rounded(bottom + i * step) })),
    years: years.map((at) => ({ x: (at - start) / (end - start), year: at - 1 })),
  };
}

function stepOf(range: number): number {
  const unit = 10 ** Math.floor(Math.log10(range / MOST_LINES));
  return (STEPS.find((one) => one * unit * MOST_LINES >= range) ?? 10) * unit;
}

/** The sums of steps without the dust of binary fractions. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** The end of a period in years. */
function yearOf(period: string): number {
  const [year = 0, month = 12, day] = period.split('-').map(Number);
  if (day === undefined) return year + month / 12;
  return year + (month - 1 + day / new Date(Date.UTC(year, month, 0)).getUTCDate()) / 12;
}

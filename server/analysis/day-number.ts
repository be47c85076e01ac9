import { earliest, latest, type PartialDate } from '#graph-model/dates.ts';

/** Later than any day. */
export const NO_END = 0xffff_ffff;

/** The first day a date can mean, as a number that sorts as days do: 20250228. */
export function firstDay(date: PartialDate): number {
  return Number(earliest(date).replaceAll('-', ''));
}

/** The last day a date can mean. */
export function lastDay(date: PartialDate): number {
  return Number(latest(date).replaceAll('-', ''));
}

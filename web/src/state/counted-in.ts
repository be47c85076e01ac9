import { amountIn } from '../locale/units.ts';
import type { Lang } from './url.ts';

type Valued = { readonly value: string };

type Counted = {
  readonly value: string;
  readonly unit: string;
  readonly pace: {
    readonly latest: Valued;
    readonly baseline: Valued | null;
    readonly distance: string;
    readonly gained: string | null;
    readonly onSchedule: string;
    readonly compound: string | null;
    readonly neededPerYear: string | null;
  };
};

/** A target with all its figures counted as the reader's language counts: one drawing and its words have one unit. */
export function countedIn<T extends Counted>(target: T, lang: Lang): T {
  const { unit, pace } = target;
  const inUnit = (value: string) => amountIn(value, unit, lang)[0];
  const [value, word] = amountIn(target.value, unit, lang);
  if (value === target.value) return target;
  const orNull = (one: string | null) => one && inUnit(one);
  return {
    ...target,
    value,
    unit: word,
    pace: {
      ...pace,
      latest: { ...pace.latest, value: inUnit(pace.latest.value) },
      baseline: pace.baseline && { ...pace.baseline, value: inUnit(pace.baseline.value) },
      distance: inUnit(pace.distance),
      gained: orNull(pace.gained),
      onSchedule: inUnit(pace.onSchedule),
      compound: orNull(pace.compound),
      neededPerYear: orNull(pace.neededPerYear),
    },
  };
}

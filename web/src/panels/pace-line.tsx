import type { Pace } from '../api/fragments.ts';
import { differenceUnit } from '../locale/units.ts';
import { useLang, useWords } from '../locale/use-words.ts';
import { asFineAs, grouped, measured } from '../state/grouped.ts';

type Props = {
  readonly pace: Pace;
  readonly unit: string;
  /** The target itself. */
  readonly value: string;
};

/** Where a target stands, or why that cannot be said. */
export function PaceLine({ pace, unit, value }: Props) {
  const lang = useLang();
  const words = useWords();
  const { baseline, latest, shareOfWay, shareOfTime, neededPerYear, neededGrowth } = pace;
  const parts = [
    baseline && words.pace.figure(words.figures.baseline, baseline.period, measured(baseline.value, unit, lang)),
    latest && words.pace.figure(words.figures[latest.figure], latest.period, measured(latest.value, unit, lang)),
    shareOfWay !== null && shareOfTime !== null && words.pace.shares(percent(shareOfWay), percent(shareOfTime)),
    neededPerYear !== null &&
      words.pace.perYear(measured(asFineAs(neededPerYear, [value, latest?.value ?? '']), differenceUnit(unit), lang)),
    neededGrowth !== null && words.pace.growth(percent(neededGrowth)),
    ...pace.gaps.map((gap) => words.pace.gaps[gap]),
    pace.notCompared.length > 0 && words.pace.notCompared(pace.notCompared.length),
  ];
  return <span className="caption">{parts.filter((part) => part).join(' · ')}</span>;
}

/** Thousandths as a percentage of at most one decimal. */
export function percent(thousandths: number): string {
  return `${grouped(String(thousandths / 10))}%`;
}

import type { Pace } from '../api/fragments.ts';
import { useWords } from '../locale/use-words.ts';
import { grouped } from '../state/grouped.ts';

/** Where a target stands, or why that cannot be said. */
export function PaceLine({ pace, unit }: { readonly pace: Pace; readonly unit: string }) {
  const words = useWords();
  const { baseline, latest, shareOfWay, shareOfTime, neededPerYear, neededGrowth } = pace;
  const parts = [
    baseline && words.pace.figure(words.figures.baseline, baseline.period, `${grouped(baseline.value)} ${unit}`),
    latest && words.pace.figure(words.figures[latest.figure], latest.period, `${grouped(latest.value)} ${unit}`),
    shareOfWay !== null && shareOfTime !== null && words.pace.shares(percent(shareOfWay), percent(shareOfTime)),
    neededPerYear !== null && words.pace.perYear(`${grouped(neededPerYear)} ${unit}`),
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

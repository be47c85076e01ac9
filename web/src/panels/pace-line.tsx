import type { IndicatorFull } from '../api/entity.ts';
import { useLang, useWords } from '../locale/use-words.ts';
import { measured } from '../state/grouped.ts';
import { isWhole, paceTold } from '../state/pace-told.ts';

type Props = {
  readonly target: IndicatorFull & { readonly pace: NonNullable<IndicatorFull['pace']> };
  /** All figures of its entity. */
  readonly figures: readonly IndicatorFull[];
};

/** Where a target stands, in the words of the first screen, or why that cannot be said. */
export function PaceLine({ target, figures }: Props) {
  const lang = useLang();
  const words = useWords();
  const { pace, unit } = target;
  const { baseline, latest } = pace;
  const told = isWhole(pace) ? paceTold({ ...target, pace }, figures, words, lang) : null;
  const parts = [
    baseline && words.pace.figure(words.figures.baseline, baseline.period, measured(baseline.value, unit, lang)),
    latest && words.pace.figure(words.figures[latest.figure], latest.period, measured(latest.value, unit, lang)),
    ...pace.gaps.map((gap) => words.pace.gaps[gap]),
    pace.notCompared.length > 0 && words.pace.notCompared(pace.notCompared.length),
  ];
  return (
    <>
      <span className="caption">{parts.filter((part) => part).join(' · ')}</span>
      {told && (
        <span className="caption under">
          {told.text} {told.how}
        </span>
      )}
      {told?.beware.map((line) => (
        <span key={line} className="under">
          {line}
        </span>
      ))}
    </>
  );
}

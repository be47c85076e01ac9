import { useWords } from '../locale/use-words.ts';

const STEPS = ['list', 'export', 'fill', 'preview', 'register'] as const;
export type LoopStep = (typeof STEPS)[number];

/** The way of a sheet in five steps, the one of the open sheet solid; two of them the store does not see. */
export function SurveyLoop({ current }: { readonly current: LoopStep }) {
  const words = useWords();
  return (
    <section className="survey-loop" aria-label={words.survey.loop}>
      <ol>
        {STEPS.map((step, at) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            <span className="step-number">{at + 1}</span>
            <span>
              <b>{words.survey.steps[step][0]}</b>
              <span className="caption under">{words.survey.steps[step][1]}</span>
            </span>
          </li>
        ))}
      </ol>
      <p className="caption">{words.survey.loopNote}</p>
    </section>
  );
}

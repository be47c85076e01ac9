import { useWords } from '../locale/use-words.ts';
import { asFineAs, grouped } from '../state/grouped.ts';
import { paceChart } from '../state/pace-chart.ts';
import type { Paced } from '../state/targets.ts';

/** Heights in px; the width is what there is. What stands beside the axes hangs over into the margin. */
const [TOP, HEIGHT, BELOW] = [22, 92, 38];

/** Baseline, latest figure and target of one scope, with the straight line between baseline and target. */
export function PaceChart({ target, name }: { readonly target: Paced; readonly name: string }) {
  const words = useWords();
  const { baseline, latest, onSchedule } = target.pace;
  const chart = paceChart(target);
  const px = (share: number) => `${share * 100}%`;
  const py = (share: number) => TOP + share * HEIGHT;
  const line = (one: { x: number; y: number }, other: { x: number; y: number }) => ({
    x1: px(one.x),
    y1: py(one.y),
    x2: px(other.x),
    y2: py(other.y),
  });
  const behind = chart.latest.y >= chart.onSchedule.y;
  const falls = chart.target.y > chart.baseline.y;
  // Beside a rising line there is room above at the left and below at the right; beside a falling one the other way.
  const side = (above: boolean) => {
    if (chart.latest.x < 0.25 || chart.latest.x > 0.6) return chart.latest.x < 0.25 ? 'start' : 'end';
    return above === falls ? 'start' : 'end';
  };
  const gap = (above: boolean) => (side(above) === 'start' ? 8 : -8);
  return (
    <svg className="pace-chart" role="img" aria-label={name} width="100%" height={TOP + HEIGHT + BELOW}>
      {chart.values.map(({ y, value }) => (
        <text key={value} x="-10" y={py(y) + 4} textAnchor="end">
          {grouped(String(value))}
        </text>
      ))}
      {chart.values.map(({ y, value }) => (
        <line key={value} className="across" x1="0" x2="100%" y1={py(y)} y2={py(y)} />
      ))}
      {chart.years.map(({ x, year }) => (
        <text key={year} x={px(x)} y={TOP + HEIGHT + 33} textAnchor="middle">
          {year}
        </text>
      ))}
      <line className="schedule" {...line(chart.baseline, chart.target)} />
      <line className="needed" {...line(chart.latest, chart.target)} />
      <line className="made" {...line(chart.baseline, chart.latest)} />
      <line className="goal" x1="100%" x2="100%" y1={py(chart.target.y) - 9} y2={py(chart.target.y) + 9} />
      <circle className="base" cx="0" cy={py(chart.baseline.y)} r="4" />
      <circle className="now" cx={px(chart.latest.x)} cy={py(chart.latest.y)} r="4" />
      <text x="8" y={py(chart.baseline.y) + (falls ? -8 : 16)} className="said">
        {words.start.point(grouped(baseline.value), words.figures.baseline)}
      </text>
      <text
        x={px(chart.latest.x)}
        dx={gap(!behind)}
        y={py(chart.latest.y) + (behind ? 18 : -10)}
        textAnchor={side(!behind)}
        className="said"
      >
        <tspan className="value">{grouped(latest.value)}</tspan>
        {words.app.comma}
        {words.figures[latest.figure]}
      </text>
      <text
        x={px(chart.onSchedule.x)}
        dx={gap(behind)}
        y={py(chart.onSchedule.y) + (behind ? -8 : 18)}
        textAnchor={side(behind)}
      >
        {words.start.onSchedule(asFine(onSchedule, target))}
      </text>
      <text x="100%" dx={-8} y={py(chart.target.y) + (falls ? 18 : -5)} textAnchor="end" className="said">
        {words.start.point(grouped(target.value), words.figures.target)}
      </text>
    </svg>
  );
}

/** What is computed is printed as finely as the figures it stands beside. */
function asFine(value: string, { value: goal, pace: { latest } }: Paced): string {
  return grouped(asFineAs(value, [goal, latest.value]));
}

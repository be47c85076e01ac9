import { Fragment } from 'react';
import { Link } from 'react-aria-components';
import { figuresOf, type Figure, type PlacedFigure, type Target } from '../api/targets.ts';
import { Measure } from '../controls/measure.tsx';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { figureAddress } from '../state/figure-address.ts';
import { measured } from '../state/grouped.ts';
import {
  besideGroups,
  inDrawingOrder,
  isDateOfPaper,
  isOfArea,
  targetSum,
  unpacedLines,
  type Unpaced,
} from '../state/targets.ts';
import { useAnswer, type Answer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { PacePanel } from './pace-panel.tsx';
import { TargetTools } from './target-tools.tsx';

/** As many lines stand there without being asked for. */
const FEW = 8;

/** Targets: one whose pace is known is drawn, of the others each line says why not. */
export function Targets({ answer }: { readonly answer: Answer<readonly Target[]> }) {
  const words = useWords();
  const targets = answer.data;
  if (answer.status === 'failed' || answer.status === 'stopped') return <Failed answer={answer} />;
  if (!targets) return <Loading rows={5} onStop={answer.stop} />;
  const [first, ...others] = inDrawingOrder(targets);
  const parts = [
    { lines: unpacedLines(targets.filter(isOfArea)), title: first ? words.start.rest : words.start.all },
    { lines: unpacedLines(targets.filter((one) => !isOfArea(one))), title: words.start.ofThings },
  ];
  const sum = targetSum(targets);
  return (
    <>
      {first ? (
        <PacePanel targets={[first, ...others]} />
      ) : (
        <section aria-labelledby="start-pace">
          <h2 id="start-pace">{words.start.targets}</h2>
          <p className="sentence quiet">{targets.length === 0 ? words.start.noTargets : words.start.noPace}</p>
        </section>
      )}
      {targets.length > 0 && (
        <p className="caption target-sum">
          {words.start.targetSum(sum.all, sum.drawn, sum.regional, sum.others)} <TargetTools targets={targets} />
        </p>
      )}
      {parts.map(
        ({ lines, title }, at) =>
          lines.length > 0 && (
            <section key={title(0)} aria-labelledby={`start-targets-${at}`}>
              <h2 id={`start-targets-${at}`}>{title(targetsIn(lines))}</h2>
              <Lines lines={lines.slice(0, FEW)} />
              {lines.length > FEW && (
                <details>
                  <summary className="caption">
                    {words.start.moreTargets(lines.length - FEW, targetsIn(lines.slice(FEW)))}
                  </summary>
                  <Lines lines={lines.slice(FEW)} />
                </details>
              )}
            </section>
          ),
      )}
    </>
  );
}

function targetsIn(lines: readonly Unpaced[]): number {
  return lines.reduce((sum, line) => sum + line.targets.length, 0);
}

function Lines({ lines }: { readonly lines: readonly Unpaced[] }) {
  const lang = useLang();
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  return (
    <dl className="start-lines">
      {lines.map(({ key, targets, alone }) => {
        const [target] = targets;
        const name = nameOf(target.entity);
        return (
          <Fragment key={key}>
            <div>
              <dt>
                <Link className="link ink" href={figureAddress(target, view)}>
                  {alone && (
                    <>
                      {`${name} `}
                      <Measure name={target.measure} />
                    </>
                  )}
                  {!alone &&
                    words.start.noActual(
                      isDateOfPaper(target) ? words.start.atPaper(name, target.period) : `${name} ${target.period}`,
                      targets.length,
                    )}
                </Link>
              </dt>
              <dd>
                {alone ? (
                  <Why target={target} />
                ) : (
                  targets.map((one, i) => (
                    <Fragment key={one.id}>
                      <Link className="link ink" href={figureAddress(one, view)}>
                        <Measure name={one.measure} />
                        {` ${measured(one.value, one.unit, lang)}`}
                      </Link>
                      {i < targets.length - 1 && words.app.and}
                    </Fragment>
                  ))
                )}
              </dd>
            </div>
            {alone && besideOf(target).map((figures) => <Beside key={figures[0].id} figures={figures} />)}
          </Fragment>
        );
      })}
    </dl>
  );
}

/** What is known of one target, and why that makes no pace. */
function Why({ target }: { readonly target: Target }) {
  const lang = useLang();
  const words = useWords();
  const { pace, unit } = target;
  if (!pace) return null;
  const { baseline, latest } = pace;
  const parts = [
    words.start.aim(
      measured(target.value, unit, lang),
      isDateOfPaper(target) ? words.start.paperOnly(target.period) : target.period,
    ),
    baseline && words.start.latest(words.figures.baseline, measured(baseline.value, unit, lang), baseline.period),
    latest && words.start.latest(words.figures[latest.figure], measured(latest.value, unit, lang), latest.period),
    ...pace.gaps.map((gap) => words.pace.gaps[gap]),
  ].filter((part) => part !== null);
  return parts.join(words.app.comma);
}

/** Of another scope. What is said elsewhere matters where the target has no figure of its own. */
function besideOf({ pace }: Target) {
  return pace ? besideGroups([...pace.notCompared, ...(pace.latest ? [] : pace.elsewhere)]) : [];
}

/** Under a target, in a row of its own: what is said of another body or scope, with what is noted of its reading. */
function Beside({ figures }: { readonly figures: readonly [Figure, ...Figure[]] }) {
  const lang = useLang();
  const words = useWords();
  const nameOf = useNameOf();
  const { view } = useView();
  const [first] = figures;
  const { entity, measure, period, figure } = first;
  const placed = useAnswer(`figures ${entity.id} ${view.version}`, () => figuresOf(entity.id, view.version)).data ?? [];
  const disputed = figures.some(({ conflict }) => conflict);
  const values = figures.map(({ value, unit }) => measured(value, unit, lang)).join(words.start.both);
  const notes = figures.flatMap((one) => {
    const note = noteOf(placed.find(({ id }) => id === one.id));
    return note === null ? [] : [{ id: one.id, value: measured(one.value, one.unit, lang), note }];
  });
  return (
    <div className="beside">
      <dt>
        <Link className="link ink" href={figureAddress(first, view)}>
          {`${nameOf(entity)} `}
          <Measure name={measure} />
        </Link>
      </dt>
      <dd>
        <span className={disputed ? 'warn' : ''}>
          {words.start.said(words.figures[figure], period, values)}
          {disputed && `${words.app.comma}${words.drawer.conflict}${words.app.comma}${words.start.mayDiffer}`}
        </span>
        <span className="caption under">{words.start.elsewhere}</span>
        {notes.map(({ id, value, note }) => (
          <span key={id} className="caption under">
            {`${value}${words.app.colon}`}
            <span lang="zh">{note}</span>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** What is noted of how a figure was read: that its year was inferred, say. */
function noteOf(figure: PlacedFigure | undefined): string | null {
  const evidence = figure?.provenance.notes.edges.flatMap(({ node }) => node.evidence) ?? [];
  return evidence.find(({ note }) => note !== null)?.note ?? null;
}

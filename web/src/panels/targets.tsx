import { Fragment } from 'react';
import { Link } from 'react-aria-components';
import type { Figure, Target } from '../api/targets.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { figureAddress } from '../state/figure-address.ts';
import { measured } from '../state/grouped.ts';
import { besideGroups, inDrawingOrder, isDateOfPaper, isOfArea, unpacedLines, type Unpaced } from '../state/targets.ts';
import type { Answer } from '../state/use-answer.ts';
import { useView } from '../state/use-view.ts';
import { PacePanel } from './pace-panel.tsx';

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
      {parts.map(
        ({ lines, title }, at) =>
          lines.length > 0 && (
            <section key={title(0)} aria-labelledby={`start-targets-${at}`}>
              <h2 id={`start-targets-${at}`}>{title(lines.reduce((sum, line) => sum + line.targets.length, 0))}</h2>
              <Lines lines={lines.slice(0, FEW)} />
              {lines.length > FEW && (
                <details>
                  <summary className="caption">{words.start.moreTargets(lines.length - FEW)}</summary>
                  <Lines lines={lines.slice(FEW)} />
                </details>
              )}
            </section>
          ),
      )}
    </>
  );
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
          <div key={key}>
            <dt>
              <Link className="link ink" href={figureAddress(target, view)}>
                {alone
                  ? `${name} ${target.measure}`
                  : words.start.noActual(
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
                      {`${one.measure} ${measured(one.value, one.unit, lang)}`}
                    </Link>
                    {i < targets.length - 1 && words.app.and}
                  </Fragment>
                ))
              )}
            </dd>
          </div>
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
  // What is said elsewhere matters where the target has no figure of its own.
  const beside = besideGroups([...pace.notCompared, ...(latest ? [] : pace.elsewhere)]);
  return (
    <>
      {parts.join(words.app.comma)}
      {beside.map((figures) => (
        <Beside key={figures[0].id} figures={figures} />
      ))}
      {beside.length > 0 && <span className="under">{words.start.elsewhere}</span>}
    </>
  );
}

function Beside({ figures }: { readonly figures: readonly [Figure, ...Figure[]] }) {
  const lang = useLang();
  const words = useWords();
  const nameOf = useNameOf();
  const [{ entity, period }] = figures;
  const disputed = figures.some(({ conflict }) => conflict);
  const values = figures.map(({ value, unit }) => measured(value, unit, lang)).join(words.start.both);
  return (
    <span className={disputed ? 'under warn' : 'under'}>
      {words.start.said(nameOf(entity), period, values)}
      {disputed && `${words.app.comma}${words.drawer.conflict}`}
    </span>
  );
}

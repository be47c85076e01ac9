import { Link } from 'react-aria-components';
import { ask } from '../api/client.ts';
import { targetsQuery, type Target } from '../api/targets.ts';
import { Failed, Loading } from '../controls/states.tsx';
import { useWords } from '../locale/use-words.ts';
import { grouped } from '../state/grouped.ts';
import { useAnswer } from '../state/use-answer.ts';
import { EMPTY_VIEW } from '../state/url.ts';
import { addressOf, carried, useView } from '../state/use-view.ts';
import { PaceLine } from './pace-line.tsx';

/** Targets: those whose pace is known first, the others with why it is not. */
export function Targets() {
  const words = useWords();
  const { view } = useView();
  const answer = useAnswer(`targets ${view.version}`, () => ask(targetsQuery, { version: view.version }));
  const list = answer.data?.indicators;
  if (answer.status === 'loading' && !list) return <Loading rows={5} onStop={answer.stop} />;
  if (answer.status === 'failed' || answer.status === 'stopped') return <Failed answer={answer} />;
  if (!list || list.totalCount === 0) return null;
  const targets = list.edges.map(({ node }) => node).sort(bySurety);
  return (
    <section aria-labelledby="start-targets">
      <h2 id="start-targets">{words.start.targets}</h2>
      <p className="caption">{words.start.targetsNote}</p>
      <table className="start-sources">
        <thead>
          <tr>
            <th>{words.start.targetOf}</th>
            <th className="number">{words.figures.target}</th>
            <th className="number">{words.start.date}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((target) => (
            <tr key={target.id}>
              <td>
                <Link
                  className="link"
                  href={addressOf(`/entity/${target.entity.id}`, { ...EMPTY_VIEW, ...carried(view) })}
                >
                  {target.entity.name} {target.measure}
                </Link>
                <span className="under">{target.pace && <PaceLine pace={target.pace} unit={target.unit} />}</span>
              </td>
              <td className="number">
                {grouped(target.value)} {target.unit}
              </td>
              <td className="number">{target.period}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {list.totalCount > targets.length && (
        <p className="caption">{words.drawer.more(list.totalCount - targets.length)}</p>
      )}
    </section>
  );
}

function bySurety(one: Target, other: Target): number {
  return (
    (one.pace?.gaps.length ?? 0) - (other.pace?.gaps.length ?? 0) ||
    (one.period < other.period ? 1 : one.period > other.period ? -1 : 0) ||
    (one.id < other.id ? -1 : 1)
  );
}

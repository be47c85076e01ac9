import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { ReadingLite } from '../api/fragments.ts';
import type { Path, PathSet } from '../api/paths.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { MOST_PATHS } from '../state/asked.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';
import { pathSummary } from '../state/path-summary.ts';
import { isWeak } from '../state/weak-tie.ts';
import { Between } from './between.tsx';
import { Intended, IntendedPath } from './intended.tsx';
import { MayBeSame } from './may-be-same.tsx';
import { NoPath } from './no-path.tsx';
import { PathCost } from './path-cost.tsx';
import { PathHop } from './path-hop.tsx';
import { WrittenOf } from './written-of.tsx';

type Props = {
  readonly found: PathSet;
  readonly current: Path | null;
  /** Those of the names that are drawn: a doubt about a name on the way is a doubt about the way. */
  readonly readings: readonly ReadingLite[];
  readonly view: View;
  readonly commands: Commands;
  readonly narrow: boolean;
};

/** The current path with a sentence per hop, numbered as on the canvas; the others one line each, doubtful ones last. */
export const PathPanel = memo(function PathPanel({ found, current, readings, view, commands, narrow }: Props) {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  if (!current) return <NoPath found={found} view={view} commands={commands} />;
  const total = found.paths.length;
  const index = found.paths.indexOf(current);
  return (
    <section className="paths" aria-labelledby="paths-title">
      <div className="panel-head">
        <h2 id="paths-title" className="head">
          {words.paths.title(index + 1, total)}
        </h2>
        {total > 1 && (
          <span className="path-turn">
            {!narrow && <kbd aria-hidden="true">K</kbd>}
            <Button
              className="link"
              aria-label={words.paths.previous}
              onPress={() => commands.turnTo((index + total - 1) % total)}
            >
              {words.paths.previous}
            </Button>
            {!narrow && <kbd aria-hidden="true">J</kbd>}
            <Button className="link" aria-label={words.paths.next} onPress={() => commands.turnTo((index + 1) % total)}>
              {words.paths.next}
            </Button>
          </span>
        )}
      </div>
      {found.paths.every(isWeak) && <p className="weak-tie">{words.paths.weakEvery(total)}</p>}
      <MayBeSame all={found.mayBeSame} view={view} commands={commands} />
      {found.writtenOf && <WrittenOf written={found.writtenOf} view={view} />}
      {found.intended && <Intended intended={found.intended} view={view} commands={commands} />}
      {found.intendedPath && <IntendedPath miss={found.intendedPath} view={view} commands={commands} />}
      <p className="caption">{pathSummary(current, words)}</p>
      {current.weak.map(({ entity, weakness }) => (
        <p key={entity.id} className="caption">
          {words.paths.weakVia(nameOf(entity), said(weakness, lang))}
        </p>
      ))}
      {doubtsOn(current, readings).map(({ entity, count }) => (
        <p key={entity.id} className="caption warn">
          {words.paths.doubtfulName(nameOf(entity), count)}
        </p>
      ))}
      <ol className="hops">
        {current.steps.map((step, at) => (
          <PathHop
            key={`${step.from.id} ${step.to.id}`}
            step={step}
            number={at + 1}
            path={current}
            selection={view.selection}
            onSelect={commands.select}
          />
        ))}
      </ol>
      {view.solidFirst && <PathCost path={current} />}
      {total > 1 && (
        <ol className="other-paths">
          {found.paths.map(
            (path, rank) => path !== current && <OtherPath key={rank} path={path} rank={rank} commands={commands} />,
          )}
        </ol>
      )}
      {found.truncated && <p className="caption warn">{words.paths.cut}</p>}
      {!found.truncated && total === MOST_PATHS && <p className="caption">{words.ties.most(total)}</p>}
      <Between
        path={current}
        without={index === 0 ? found.without : []}
        readings={readings}
        view={view}
        commands={commands}
      />
    </section>
  );
});

function OtherPath({ path, rank, commands }: { path: Path; rank: number; commands: Commands }) {
  const words = useWords();
  const between = path.entities.slice(1, -1).map(useNameOf());
  return (
    <li>
      <Button className="hop-button" onPress={() => commands.turnTo(rank)}>
        <span className="rank" aria-hidden="true">
          {rank + 1}
        </span>
        <span className="hop-text">
          <span>
            {between.length > 0 ? words.paths.viaNames(between.length, between.join(' → ')) : words.paths.via(0)}
          </span>
          {isWeak(path) && <span className="caption">{words.paths.weakShort}</span>}
          {path.leastReal !== 'operating' && <span className="caption">{words.modalities[path.leastReal]}</span>}
          {path.readings > 0 && <span className="caption warn">{words.paths.doubt}</span>}
        </span>
      </Button>
    </li>
  );
}

/** The names on a path that may mean others, with how many. */
function doubtsOn(path: Path, readings: readonly ReadingLite[]) {
  return path.entities
    .map((entity) => ({ entity, count: readings.filter((reading) => reading.from.id === entity.id).length }))
    .filter(({ count }) => count > 0);
}

import { Button } from 'react-aria-components';
import type { ReadingLite } from '../api/fragments.ts';
import type { Path, PathSet, PathStep } from '../api/paths.ts';
import { citation, said, sureWord, useLang, useWords } from '../locale/use-words.ts';
import { NoPath } from './no-path.tsx';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';

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
export function PathPanel({ found, current, readings, view, commands, narrow }: Props) {
  const words = useWords();
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
      <p className="caption">{summaryOf(current, words)}</p>
      {doubtsOn(current, readings).map(({ id, name, count }) => (
        <p key={id} className="caption warn">
          {words.paths.doubtfulName(name, count)}
        </p>
      ))}
      <ol className="hops">
        {current.steps.map((step, at) => (
          <Hop
            key={`${step.from.id} ${step.to.id}`}
            step={step}
            number={at + 1}
            path={current}
            view={view}
            commands={commands}
          />
        ))}
      </ol>
      {total > 1 && (
        <ol className="other-paths">
          {found.paths.map(
            (path, rank) => path !== current && <OtherPath key={rank} path={path} rank={rank} commands={commands} />,
          )}
        </ol>
      )}
      {found.truncated && <p className="caption warn">{words.paths.cut}</p>}
    </section>
  );
}

function Hop({
  step,
  number,
  path,
  view,
  commands,
}: {
  step: PathStep;
  number: number;
  path: Path;
  view: View;
  commands: Commands;
}) {
  const words = useWords();
  const lang = useLang();
  const first = step.relations[0];
  const id = step.reading?.id ?? first?.id ?? null;
  const [from, to] = [step.from.id, step.to.id].map(
    (end) => path.entities.find((entity) => entity.id === end)?.name ?? '',
  );
  const sentence = step.sentences[0];
  return (
    <li className={`hop ${step.reading ? 'warn' : ''}`}>
      <Button
        className="hop-button"
        aria-pressed={id !== null && id === view.selection}
        onPress={() => commands.select(id)}
      >
        <span className="disc" aria-hidden="true">
          {number}
        </span>
        <span className="hop-text">
          <span>{sentence ? said(sentence, lang) : words.paths.maybe(from ?? '', to ?? '')}</span>
          <span className="caption">
            {step.reading ? words.drawer.doubt : sourceLine(step, words, lang)}
            {step.relations.length > 1 && ` · ${words.paths.more(step.relations.length - 1)}`}
          </span>
        </span>
      </Button>
    </li>
  );
}

function OtherPath({ path, rank, commands }: { path: Path; rank: number; commands: Commands }) {
  const words = useWords();
  const between = path.entities.slice(1, -1).map((entity) => entity.name);
  return (
    <li>
      <Button className="hop-button" onPress={() => commands.turnTo(rank)}>
        <span className="rank" aria-hidden="true">
          {rank + 1}
        </span>
        <span className="hop-text">
          <span>
            {words.paths.via(between.length)}
            {between.length > 0 && ` ${between.join(' → ')}`}
          </span>
          {path.readings > 0 && <span className="caption warn">{words.paths.doubt}</span>}
        </span>
      </Button>
    </li>
  );
}

type WordsOf = ReturnType<typeof useWords>;

function summaryOf(path: Path, words: WordsOf): string {
  const parts = [words.paths.via(path.entities.length - 2)];
  if (path.readings > 0) parts.push(words.paths.doubt);
  else parts.push(words.paths.sourced, words.paths.sure(sureWord(path.confidence, words)));
  return parts.join(words.app.comma);
}

/** The names on a path that may mean others, with how many. */
function doubtsOn(path: Path, readings: readonly ReadingLite[]) {
  return path.entities
    .map(({ id, name }) => ({ id, name, count: readings.filter((reading) => reading.from.id === id).length }))
    .filter(({ count }) => count > 0);
}

function sourceLine(step: PathStep, words: WordsOf, lang: ReturnType<typeof useLang>): string {
  const relation = step.relations[0];
  const passage = relation?.provenance.statements.edges[0]?.node.evidence[0]?.passage;
  if (!relation || !passage) return '';
  const { source, locator } = passage;
  return `${citation({ cls: source.class, date: source.date, locator }, words, lang)} · ${words.paths.sure(sureWord(relation.confidence, words))}`;
}

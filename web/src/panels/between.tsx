import { Button } from 'react-aria-components';
import type { ReadingLite } from '../api/fragments.ts';
import type { Path, Without } from '../api/paths.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';
import { isWeak } from '../state/weak-tie.ts';
import { leftBy, type LeftBy } from '../state/without.ts';

type Props = {
  readonly path: Path;
  /** What is left without each of those between; none where the service told it of another path. */
  readonly without: readonly Without[];
  /** Those of the names that are drawn. */
  readonly readings: readonly ReadingLite[];
  readonly view: View;
  readonly commands: Commands;
};

/** Those between the ends: what connects the ends without each of them, and a way to pin or to ban it. */
export function Between({ path, without, readings, view, commands }: Props) {
  const words = useWords();
  const { ties } = words;
  const nameOf = useNameOf();
  const between = path.entities.slice(1, -1);
  if (between.length === 0) return null;
  return (
    <section className="between" aria-labelledby="between-title">
      <h3 id="between-title">{without.length > 0 ? ties.without : ties.conditions}</h3>
      {without.length > 0 && <p className="caption">{ties.withoutNote}</p>}
      <ul>
        {between.map((entity) => {
          const { id } = entity;
          const name = nameOf(entity);
          const left = without.find((one) => one.entity.id === id);
          return (
            <li key={id}>
              {left ? (
                <Outcome left={left} name={name} readings={readings} />
              ) : (
                <span className="sentence">{name}</span>
              )}
              <span className="between-do">
                <Button
                  className="link"
                  aria-label={
                    left?.path ? `${ties.withoutSee}${words.app.comma}${ties.bannedName(name)}` : ties.bannedName(name)
                  }
                  onPress={() => commands.ban(id, name)}
                >
                  {left?.path ? ties.withoutSee : ties.setBanned}
                </Button>
                <Button
                  className="link"
                  aria-label={ties.mustName(name)}
                  aria-pressed={view.must.includes(id)}
                  onPress={() => commands.must(id, name)}
                >
                  {ties.setMust}
                </Button>
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type OutcomeProps = {
  readonly left: Without;
  readonly name: string;
  readonly readings: readonly ReadingLite[];
};

/** One line, or one for each reading of a name in doubt: they may differ. */
function Outcome({ left, name, readings }: OutcomeProps) {
  const { ties } = useWords();
  const leftWords = useLeftWords();
  const [first, ...others] = leftBy(left, readings);
  if (!left.path || !first) {
    return <span className="sentence">{left.truncated ? ties.withoutCut(name) : ties.withoutNone(name)}</span>;
  }
  if (others.length === 0) return <span className="sentence">{ties.withoutLeft(name, leftWords(first))}</span>;
  return (
    <div className="sentence">
      {ties.withoutBy(name)}
      <ul className="without-readings">
        {[first, ...others].map((one) => (
          <li key={one.reading?.id}>{leftWords(one)}</li>
        ))}
      </ul>
    </div>
  );
}

/** What is left, by which reading, and that it is weak where it is. */
function useLeftWords(): (left: LeftBy) => string {
  const words = useWords();
  const lang = useLang();
  const nameOf = useNameOf();
  const { ties, paths, app } = words;
  return ({ reading, path }) => {
    const start = reading && ties.readAs(reading.rank, nameOf(reading.to));
    if (!path) return [start, ties.notFound].filter((part) => part !== null).join(app.colon);
    const parts = [ties.stillVia(path.entities.length - 2)];
    if (isWeak(path)) {
      const why = path.weak.map(({ entity, weakness }) => paths.weakVia(nameOf(entity), said(weakness, lang)));
      parts.push(ties.weakBecause(why.join(app.and)));
    }
    if (path.readings > 0 && !reading) parts.push(ties.withoutDoubt);
    return [start, parts.join(app.comma)].filter((part) => part !== null).join(app.colon);
  };
}

import { Button } from 'react-aria-components';
import type { Path, Without } from '../api/paths.ts';
import { useNameOf, useWords } from '../locale/use-words.ts';
import type { Words } from '../locale/zh.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';

type Props = {
  readonly path: Path;
  /** What is left without each of those between; none where the service told it of another path. */
  readonly without: readonly Without[];
  readonly view: View;
  readonly commands: Commands;
};

/** Those between the ends: what connects the ends without each of them, and a way to pin or to ban it. */
export function Between({ path, without, view, commands }: Props) {
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
              <span className="sentence">{left ? outcome(left, name, words) : name}</span>
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

function outcome({ path, truncated }: Without, name: string, { ties, app }: Words): string {
  if (!path) return truncated ? ties.withoutCut(name) : ties.withoutNone(name);
  const said = ties.withoutVia(name, path.entities.length - 2);
  return path.readings > 0 ? `${said}${app.comma}${ties.withoutDoubt}` : said;
}

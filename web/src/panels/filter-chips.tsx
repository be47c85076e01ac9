import { Button } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { chipsOf } from '../state/path-filters.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';

type Props = {
  readonly view: View;
  readonly commands: Commands;
  readonly nameOf: (id: string) => string | null;
};

/** The filters of paths that the tool row does not write out, each with a way to lift it. */
export function FilterChips({ view, commands, nameOf }: Props) {
  const words = useWords();
  const chips = chipsOf(view, nameOf, words);
  if (chips.length === 0) return null;
  return (
    <section aria-label={words.ties.conditions}>
      <ul className="filter-chips" aria-label={words.ties.conditions}>
        {chips.map(({ key, label, patch }) => (
          <li key={key} className="chip">
            {label}
            <Button
              className="plain cross"
              aria-label={words.ties.lift(label)}
              onPress={() => commands.draw(words.steps.filter, patch)}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

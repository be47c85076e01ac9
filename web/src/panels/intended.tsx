import { Button } from 'react-aria-components';
import type { Intended as IntendedTies, NearMiss } from '../api/paths.ts';
import { said, useLang, useNameOf, useWords } from '../locale/use-words.ts';
import { MODALITIES } from '../state/modalities.ts';
import type { Commands } from '../state/use-commands.ts';
import type { View } from '../state/url.ts';
import { changeOf, Offer } from './miss-offer.tsx';
import { useWhere } from './use-where.ts';

type Props = { readonly intended: IntendedTies; readonly view: View; readonly commands: Commands };

/** What is only planned or proposed between the ends, beside paths that are all weak: each with its source. */
export function Intended({ intended, view, commands }: Props) {
  const words = useWords();
  const lang = useLang();
  const where = useWhere();
  const { planned, proposed, relations, truncated, message } = intended;
  const [first] = relations;
  const more = planned + proposed - relations.length;
  return (
    <section className="intended">
      <p>{said(message, lang)}</p>
      <ul>
        {relations.map((relation) => (
          <li key={relation.id}>
            <Button
              className="hop-button"
              aria-pressed={relation.id === view.selection}
              onPress={() => commands.select(relation.id)}
            >
              <span className="hop-text">
                <span>{said(relation.sentence, lang)}</span>
                <span className="caption">{[where(relation), words.modalities[relation.modality]].join(' · ')}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="caption">{words.paths.moreIntended(more)}</p>}
      {truncated && <p className="caption warn">{words.paths.intendedCut}</p>}
      {first && <Ask tie={first} view={view} commands={commands} />}
    </section>
  );
}

/** The path that plans and proposals would give beside weak ones. */
export function IntendedPath({ miss, view, commands }: { readonly miss: NearMiss } & Omit<Props, 'intended'>) {
  const words = useWords();
  const lang = useLang();
  return (
    <section className="intended">
      <p className="sentence">{said(miss.message, lang)}</p>
      <Offer change={changeOf(miss, view, words)} commands={commands} />
    </section>
  );
}

type Tie = IntendedTies['relations'][number];

/** With plans and wishes a tie of both ends is the first path; one of what contains an end is a question of its own. */
function Ask({ tie: { from, to }, view, commands }: { readonly tie: Tie } & Omit<Props, 'intended'>) {
  const words = useWords();
  const nameOf = useNameOf();
  const ends = [view.a, view.b];
  const isOwn = ends.includes(from.id) && ends.includes(to.id);
  const label = isOwn ? words.paths.allowPlanned : words.paths.seeIntended(nameOf(from), nameOf(to));
  const patch = isOwn ? {} : { a: from.id, b: to.id };
  return (
    <Button
      className="link"
      onPress={() => commands.draw(words.steps.filter, { ...patch, modalities: MODALITIES, path: 0 })}
    >
      {label}
    </Button>
  );
}

import { Button } from 'react-aria-components';
import type { EntityFull } from '../api/entity.ts';
import { Told } from '../controls/told.tsx';
import { useLang, useWords } from '../locale/use-words.ts';
import { timelineOf } from '../state/timeline.ts';

type Props = { readonly entity: EntityFull; readonly onSelect: (id: string) => void };

/** What is dated, in order and as precise as the sources; absent where nothing is. */
export function Timeline({ entity, onSelect }: Props) {
  const words = useWords();
  const lang = useLang();
  const moments = timelineOf(entity, words, lang);
  if (moments.length === 0) return null;
  return (
    <section className="fact-group" aria-labelledby="timeline">
      <h3 id="timeline" className="with-note">
        {words.dossier.timeline}
        <span className="caption">{words.dossier.timelineNote}</span>
      </h3>
      <ol className="timeline">
        {moments.map(({ id, date, text, relation }) => (
          <li key={id}>
            <span className="timeline-date">{date}</span>
            {relation === null ? (
              <span>
                <Told>{text}</Told>
              </span>
            ) : (
              <Button className="link ink" onPress={() => onSelect(relation)}>
                {text}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

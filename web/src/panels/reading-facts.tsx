import { Button } from 'react-aria-components';
import type { EntityFull } from '../api/entity.ts';
import { KindMark } from '../canvas/kind-mark.tsx';
import { Name } from '../controls/name.tsx';
import { useWords } from '../locale/use-words.ts';
import { DoubtBand } from './doubt-band.tsx';

type Props = { readonly id: string; readonly entity: EntityFull; readonly onSelect: (id: string) => void };

/** A may-be reading: the name as printed, what it may mean and why, who left it open. Never a fact. */
export function ReadingFacts({ id, entity, onSelect }: Props) {
  const words = useWords();
  const reading = entity.readings.find((one) => one.id === id);
  const own = entity.readings.filter((one) => one.from.id === entity.id);
  return (
    <>
      <div className="stack doubtful">
        <p className="stack-end">
          <KindMark kind={entity.kind} coloured doubtful />
          <Button className="link ink warn strong" onPress={() => onSelect(entity.id)}>
            <Name of={entity} />
          </Button>
        </p>
        <p className="stack-link warn">
          {reading && reading.rank > 1 ? words.drawer.otherEdge : words.drawer.firstEdge}
        </p>
        {reading && (
          <p className="stack-end">
            <KindMark kind={reading.to.kind} coloured />
            <Button className="link ink" onPress={() => onSelect(reading.to.id)}>
              <Name of={reading.to} />
            </Button>
          </p>
        )}
      </div>
      <DoubtBand readings={own} onSelect={onSelect} />
      <p className="sentence">{words.drawer.readingNote}</p>
      {reading && <p className="caption">{words.drawer.decided(reading.decidedBy, reading.decidedAt)}</p>}
    </>
  );
}

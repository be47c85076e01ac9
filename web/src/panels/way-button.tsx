import { Button } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import { useView } from '../state/use-view.ts';

type Props = {
  readonly id: string;
  readonly name: string;
  readonly isChosen: boolean;
  readonly className?: string;
};

/** Chooses a candidate: the way of introduction to it is shown beside the lists. */
export function WayButton({ id, name, isChosen, className = 'link' }: Props) {
  const words = useWords();
  const { change } = useView();
  return (
    <Button
      className={className}
      aria-label={words.candidates.wayOf(name)}
      aria-pressed={isChosen}
      onPress={() => change({ candidate: id, selection: null }, { replace: true })}
    >
      {words.candidates.way}
    </Button>
  );
}

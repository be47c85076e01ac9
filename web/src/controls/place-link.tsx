import { Button } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';

type Props = {
  /** Where it stands, in one line. */
  readonly text: string;
  /** What it is the place of, for those who hear the button alone. */
  readonly of: string;
  /** Undefined: there is no drawer to open it in. */
  readonly onOpen: (() => void) | undefined;
};

/** A place in a source; where a drawer can show it, a press opens it. */
export function PlaceLink({ text, of, onOpen }: Props) {
  const words = useWords();
  if (text === '' || onOpen === undefined) return text;
  return (
    <Button className="link" aria-label={`${words.entity.source} ${of} ${text}`} onPress={onOpen}>
      {text}
    </Button>
  );
}

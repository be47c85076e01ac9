import { Button } from 'react-aria-components';
import { SearchBox } from '../controls/search-box.tsx';
import { useWords } from '../locale/use-words.ts';

type Props = {
  readonly letter: 'A' | 'B';
  readonly label: string;
  readonly id: string | null;
  /** Null while the name is not known yet. */
  readonly name: string | null;
  readonly version: number | null;
  /** Gets what of it takes the focus. */
  readonly boxRef: (box: HTMLElement | null) => void;
  readonly onChange: (id: string | null) => void;
};

/** One end of a path: its name with a way to clear it, or a search. */
export function EntityPicker({ letter, label, id, name, version, boxRef, onChange }: Props) {
  const words = useWords();
  if (id === null) {
    return (
      <SearchBox
        label={label}
        placeholder={words.explore.pick}
        version={version}
        onPick={(entity) => onChange(entity.id)}
        inputRef={boxRef}
        className="picker"
        prefix={letter}
      />
    );
  }
  return (
    <div className="picker picked" role="group" aria-label={label}>
      <b>{letter}</b>
      <span className="picker-name" title={name ?? undefined}>
        {name ?? '…'}
      </span>
      <Button
        ref={boxRef}
        className="plain cross"
        aria-label={`${words.explore.clear} ${label}`}
        onPress={() => onChange(null)}
      >
        ×
      </Button>
    </div>
  );
}

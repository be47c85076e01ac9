import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';

type Props<Key extends string> = {
  readonly label: string;
  readonly value: Key;
  /** `note`: why there is little to see there, shown under the pointer and the focus; it may be chosen all the same. */
  readonly options: readonly { readonly key: Key; readonly label: string; readonly note?: string | undefined }[];
  readonly onChange: (key: Key) => void;
};

/** One of a few, all of them in sight. */
export function Segments<Key extends string>({ label, value, options, onChange }: Props<Key>) {
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        const chosen = options.find((option) => option.key === key);
        if (chosen) onChange(chosen.key);
      }}
    >
      {options.map((option) => (
        <ToggleButton key={option.key} id={option.key} className={`segment ${option.note ? 'thin' : ''}`}>
          {option.label}
          {option.note && <span className="unseen segment-note">{option.note}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

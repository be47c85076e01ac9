import { Button, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';

type Props = {
  readonly label: string;
  readonly value: number;
  readonly options: readonly { readonly value: number; readonly label: string }[];
  readonly onChange: (value: number) => void;
};

/** A control that shows its label and its value written out. */
export function Choice({ label, value, options, onChange }: Props) {
  return (
    <Select className="choice" aria-label={label} value={value} onChange={(key) => onChange(Number(key))}>
      <Button className="button">
        {/* Both in the value: the name that a screen reader gives begins with what is seen. */}
        <SelectValue>
          {({ selectedText }) => (
            <>
              <span className="choice-label">{label}</span> {selectedText}
            </>
          )}
        </SelectValue>
        <svg width="8" height="6" viewBox="0 0 8 6" aria-hidden="true">
          <path d="M1 1.2 4 4.2 7 1.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="options">
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className="option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

import { Button, CheckboxGroup, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Tick } from './toggle.tsx';

type Props<Key extends string> = {
  readonly label: string;
  /** The value in words, on the button. */
  readonly said: string;
  readonly value: readonly Key[];
  readonly options: readonly { readonly key: Key; readonly label: string }[];
  readonly onChange: (value: readonly Key[]) => void;
};

/** A control that shows its label and its value written out; any number of its options may be on. */
export function ManyChoice<Key extends string>({ label, said, value, options, onChange }: Props<Key>) {
  return (
    <DialogTrigger>
      <Button className="button">
        <span className="choice-label">{label}</span> {said}
        <svg width="8" height="6" viewBox="0 0 8 6" aria-hidden="true">
          <path d="M1 1.2 4 4.2 7 1.2" fill="none" stroke="currentColor" strokeWidth="1.4" />
        </svg>
      </Button>
      <Popover className="popover" offset={4}>
        <Dialog className="dialog" aria-label={label}>
          <Ticks label={label} value={value} options={options} onChange={onChange} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

/** The options alone, each with its box. */
export function Ticks<Key extends string>({ label, value, options, onChange }: Omit<Props<Key>, 'said'>) {
  return (
    <CheckboxGroup
      className="ticks"
      aria-label={label}
      value={[...value]}
      onChange={(keys) => onChange(options.map(({ key }) => key).filter((key) => keys.includes(key)))}
    >
      {options.map((option) => (
        <Tick key={option.key} value={option.key}>
          {option.label}
        </Tick>
      ))}
    </CheckboxGroup>
  );
}

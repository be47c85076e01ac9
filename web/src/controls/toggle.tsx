import { Checkbox } from 'react-aria-components';
import type { ReactNode } from 'react';

type Props = {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  readonly children: ReactNode;
};

export function Toggle({ on, onChange, disabled = false, children }: Props) {
  return (
    <Checkbox className="toggle" isSelected={on} isDisabled={disabled} onChange={onChange}>
      <Box />
      {children}
    </Checkbox>
  );
}

/** One of a group of boxes; the group knows which are on. */
export function Tick({ value, children }: { readonly value: string; readonly children: ReactNode }) {
  return (
    <Checkbox className="toggle" value={value}>
      <Box />
      {children}
    </Checkbox>
  );
}

function Box() {
  return (
    <span className="box" aria-hidden="true">
      <svg width="10" height="10" viewBox="0 0 10 10">
        <path d="M1.5 5.2 4 7.6 8.6 2.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    </span>
  );
}

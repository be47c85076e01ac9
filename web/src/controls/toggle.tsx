import { Checkbox } from 'react-aria-components';
import type { ReactNode } from 'react';

type Props = { readonly on: boolean; readonly onChange: (on: boolean) => void; readonly children: ReactNode };

export function Toggle({ on, onChange, children }: Props) {
  return (
    <Checkbox className="toggle" isSelected={on} onChange={onChange}>
      <span className="box" aria-hidden="true">
        <svg width="10" height="10" viewBox="0 0 10 10">
          <path d="M1.5 5.2 4 7.6 8.6 2.4" fill="none" stroke="currentColor" strokeWidth="1.8" />
        </svg>
      </span>
      {children}
    </Checkbox>
  );
}

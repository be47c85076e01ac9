import { useId, useState } from 'react';
import { isDate } from '../state/is-date.ts';

type Props = {
  readonly label: string;
  readonly value: string;
  readonly help: string;
  readonly bad: string;
  /** Null: the field was emptied. */
  readonly onChange: (date: string | null) => void;
};

/** A day, a month or a year as text: a date picker would ask for a day that nobody knows. */
export function DateBox({ label, value, help, bad, onChange }: Props) {
  const [text, setText] = useState(value);
  const note = useId();
  const wanted = text.trim();
  const wrong = wanted !== '' && !isDate(wanted);

  function take(): void {
    if (!wrong && wanted !== value) onChange(wanted === '' ? null : wanted);
  }

  return (
    <label className="button date-box">
      <span className="choice-label">{label}</span>
      <input
        value={text}
        inputMode="numeric"
        size={10}
        aria-invalid={wrong}
        aria-describedby={note}
        onChange={(event) => setText(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <span id={note} className={wrong ? 'date-wrong danger' : 'unseen'}>
        {wrong ? bad : help}
      </span>
    </label>
  );
}

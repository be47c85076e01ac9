import { useWords, type Named } from '../locale/use-words.ts';
import { Name } from './name.tsx';

type Props = { readonly of: Named & { readonly readings: readonly { readonly id: string }[] } };

/** A name, and in words that it may mean another, or another it: wherever somebody could be picked by it. */
export function DoubtfulName({ of }: Props) {
  const words = useWords();
  return (
    <>
      <Name of={of} />
      {of.readings.length > 0 && <span className="warn caption">{` ${words.candidates.nameInDoubt}`}</span>}
    </>
  );
}

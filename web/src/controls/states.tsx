import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { useWords } from '../locale/use-words.ts';
import type { Answer } from '../state/use-answer.ts';
import { CopyButton } from './copy-button.tsx';

/** Blocks of true size after 200 ms; words and a stop after 500 ms. Nothing before: a flash is worse than a wait. */
export function Loading({ rows, onStop }: { readonly rows: number; readonly onStop?: () => void }) {
  const words = useWords();
  const waited = useWaited();
  if (waited === 'no') return null;
  return (
    <div className="loading" role="status">
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="block" />
      ))}
      {waited === 'long' && (
        <p className="caption">
          {words.states.loading}
          {onStop && (
            <Button className="link" onPress={onStop}>
              {words.states.stop}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

export function Failed({ answer }: { readonly answer: Pick<Answer<unknown>, 'code' | 'data' | 'retry' | 'status'> }) {
  const words = useWords();
  const code = answer.code ?? 'UNKNOWN';
  const stopped = answer.status === 'stopped';
  return (
    <div className="failed" role="alert">
      <p className={stopped ? '' : 'danger'}>{stopped ? words.states.stopped : reasonOf(code, words)}</p>
      <p className="caption">
        {answer.data !== null && <span>{words.states.kept} </span>}
        <Button className="link" onPress={answer.retry}>
          {words.states.retry}
        </Button>
        {!stopped && <CopyButton className="link" text={code} label={`${words.states.copy} ${code}`} />}
      </p>
    </div>
  );
}

function reasonOf(code: string, words: ReturnType<typeof useWords>): string {
  if (code === 'NETWORK') return words.states.network;
  return code === 'VERSION_UNKNOWN' ? words.states.noVersion : words.states.failed;
}

function useWaited(): 'no' | 'short' | 'long' {
  const [waited, setWaited] = useState<'no' | 'short' | 'long'>('no');
  useEffect(() => {
    const short = setTimeout(() => setWaited('short'), 200);
    const long = setTimeout(() => setWaited('long'), 500);
    return () => {
      clearTimeout(short);
      clearTimeout(long);
    };
  }, []);
  return waited;
}

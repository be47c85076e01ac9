import { useCallback, useEffect, useRef, useState } from 'react';
import { AskError } from '../api/client.ts';

/** What a question has come to. `data` is the last answer, kept while the next one is on its way. */
export type Answer<Data> = {
  readonly data: Data | null;
  readonly status: 'loading' | 'done' | 'failed' | 'stopped';
  /** Stable code of the failure. */
  readonly code: string | null;
  readonly retry: () => void;
  readonly stop: () => void;
};

type Held<Data> = {
  readonly key: string;
  readonly data: Data | null;
  readonly status: Answer<Data>['status'];
  readonly code: string | null;
};

/** Asks whenever the key changes; an answer that comes after the key has moved on is dropped. */
export function useAnswer<Data>(key: string, question: () => Promise<Data>): Answer<Data> {
  const [held, setHeld] = useState<Held<Data>>({ key: '', data: null, status: 'loading', code: null });
  const [turn, setTurn] = useState(0);
  // The key says all that the question depends on; the function itself is a new one at each render.
  const latest = useRef(question);

  useEffect(() => {
    latest.current = question;
  });

  useEffect(() => {
    let current = true;
    setHeld((before) => ({ ...before, key, status: 'loading', code: null }));
    latest.current().then(
      (data) => current && setHeld({ key, data, status: 'done', code: null }),
      (error: unknown) => {
        const code = error instanceof AskError ? error.code : 'UNKNOWN';
        if (current) setHeld((before) => ({ ...before, key, status: 'failed', code }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, turn]);

  const retry = useCallback(() => setTurn((before) => before + 1), []);
  const stop = useCallback(() => setHeld((before) => ({ ...before, status: 'stopped' })), []);
  const status = held.key === key ? held.status : 'loading';
  return { data: held.data, status, code: held.code, retry, stop };
}

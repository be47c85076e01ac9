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
  readonly turn: number;
  readonly data: Data | null;
  readonly status: Answer<Data>['status'];
  readonly code: string | null;
};

/** Asks whenever the key changes; an answer that comes after the key has moved on is dropped. */
export function useAnswer<Data>(key: string, question: () => Promise<Data>): Answer<Data> {
  const [held, setHeld] = useState<Held<Data>>({ key: '', turn: -1, data: null, status: 'loading', code: null });
  const [turn, setTurn] = useState(0);
  // The key says all that the question depends on; the function itself is a new one at each render.
  const latest = useRef(question);

  useEffect(() => {
    latest.current = question;
  });

  useEffect(() => {
    let current = true;
    latest.current().then(
      (data) => current && setHeld({ key, turn, data, status: 'done', code: null }),
      (error: unknown) => {
        const code = error instanceof AskError ? error.code : 'UNKNOWN';
        if (current) setHeld(({ data }) => ({ key, turn, data, status: 'failed', code }));
      },
    );
    return () => {
      current = false;
    };
  }, [key, turn]);

  const retry = useCallback(() => setTurn((before) => before + 1), []);
  const stop = useCallback(
    () => setHeld(({ data }) => ({ key, turn, data, status: 'stopped', code: null })),
    [key, turn],
  );
  // What is held of another key or turn is the answer before: that says, without a render of its own, that this one loads.
  const isCurrent = held.key === key && held.turn === turn;
  return {
    data: held.data,
    status: isCurrent ? held.status : 'loading',
    code: isCurrent ? held.code : null,
    retry,
    stop,
  };
}

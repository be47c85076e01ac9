import { useEffect, useState } from 'react';
import { ask } from '../api/client.ts';
import type { Kind } from '../api/fragments.ts';
import { searchQuery, type SearchAnswer } from '../api/search.ts';

const PAUSE_MS = 140;
const HITS = 12;

/** Hits for what is being typed; null before the first answer, after a pause and never out of order. */
export function useSearch(
  text: string,
  version: number | null,
  /** Entities of these kinds only; a list that stays the same from render to render. */
  kinds?: readonly Kind[],
): { readonly answer: SearchAnswer | null; readonly asked: string } {
  const [held, setHeld] = useState<{ answer: SearchAnswer | null; asked: string }>({ answer: null, asked: '' });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') return setHeld({ answer: null, asked: '' });
    let current = true;
    const timer = setTimeout(() => {
      searchNow(wanted, version, kinds).then(
        (answer) => current && setHeld({ answer, asked: wanted }),
        () => current && setHeld({ answer: null, asked: wanted }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, version, kinds]);

  return held;
}

export async function searchNow(text: string, version: number | null, kinds?: readonly Kind[]): Promise<SearchAnswer> {
  return (await ask(searchQuery, { text, first: HITS, version, kinds: kinds ? [...kinds] : null })).search;
}

/** `A → B` as two texts; null when it is one thing that is looked for. */
export function splitEnds(text: string): readonly [string, string] | null {
  const parts = text.split(/→|->|=>/u).map((part) => part.trim());
  const [a, b] = parts;
  return parts.length === 2 && a && b ? [a, b] : null;
}

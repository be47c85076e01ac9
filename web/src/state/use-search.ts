import { useEffect, useState } from 'react';
import { ask } from '../api/client.ts';
import { searchQuery, type SearchAnswer } from '../api/search.ts';

const PAUSE_MS = 140;
const HITS = 12;

/** Hits for what is being typed; null before the first answer, after a pause and never out of order. */
export function useSearch(
  text: string,
  version: number | null,
): { readonly answer: SearchAnswer | null; readonly asked: string } {
  const [held, setHeld] = useState<{ answer: SearchAnswer | null; asked: string }>({ answer: null, asked: '' });
  const wanted = text.trim();

  useEffect(() => {
    if (wanted === '') return setHeld({ answer: null, asked: '' });
    let current = true;
    const timer = setTimeout(() => {
      searchNow(wanted, version).then(
        (answer) => current && setHeld({ answer, asked: wanted }),
        () => current && setHeld({ answer: null, asked: wanted }),
      );
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, version]);

  return held;
}

export async function searchNow(text: string, version: number | null): Promise<SearchAnswer> {
  return (await ask(searchQuery, { text, first: HITS, version })).search;
}

/** `A → B` as two texts; null when it is one thing that is looked for. */
export function splitEnds(text: string): readonly [string, string] | null {
  const parts = text.split(/→|->|=>/u).map((part) => part.trim());
  const [a, b] = parts;
  return parts.length === 2 && a && b ? [a, b] : null;
}

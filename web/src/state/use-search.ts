import { useEffect, useState } from 'react';
import { ask } from '../api/client.ts';
import { allFigures } from '../api/figures.ts';
import type { Kind } from '../api/fragments.ts';
import { mayBeOf, NO_MAY_BE, type MayBe } from '../api/may-be.ts';
import { searchQuery, type SearchAnswer } from '../api/search.ts';
import { figuresLike, NO_FIGURES, type FiguresFound } from './figures-found.ts';

const PAUSE_MS = 140;
const HITS = 12;

type Found = {
  readonly answer: SearchAnswer | null;
  readonly asked: string;
  /** Only where nothing was found. */
  readonly mayBe: MayBe;
  /** Only where it is looked for. */
  readonly figures: FiguresFound;
};

const NOTHING = { answer: null, mayBe: NO_MAY_BE };

/** Hits for what is being typed; null before the first answer, after a pause and never out of order. */
export function useSearch(
  text: string,
  version: number | null,
  /** Entities of these kinds only; a list that stays the same from render to render. */
  kinds?: readonly Kind[],
  /** Figures by the name of their measure too. */
  withFigures = false,
): Found {
  const [held, setHeld] = useState<Omit<Found, 'figures'>>({ ...NOTHING, asked: '' });
  const [figures, setFigures] = useState(NO_FIGURES);
  const wanted = text.trim();

  useEffect(() => {
    setFigures(NO_FIGURES);
    if (wanted === '') return setHeld({ ...NOTHING, asked: '' });
    let current = true;
    const timer = setTimeout(() => {
      foundFor(wanted, version, kinds).then(
        (found) => current && setHeld({ ...found, asked: wanted }),
        () => current && setHeld({ ...NOTHING, asked: wanted }),
      );
      if (withFigures) void figuresFor(wanted, version).then((found) => current && setFigures(found));
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, version, kinds, withFigures]);

  return { ...held, figures };
}

/** Bodies are found though the figures cannot be read. */
export async function figuresFor(text: string, version: number | null): Promise<FiguresFound> {
  try {
    const { figures, whole } = await allFigures(version);
    return figuresLike(text, figures, whole);
  } catch {
    return NO_FIGURES;
  }
}

/** A search that finds nothing is no failure because what the text may mean cannot be told. */
async function foundFor(
  text: string,
  version: number | null,
  kinds?: readonly Kind[],
): Promise<Pick<Found, 'answer' | 'mayBe'>> {
  const answer = await searchNow(text, version, kinds);
  if (answer.edges.length > 0 || answer.truncated) return { answer, mayBe: NO_MAY_BE };
  return { answer, mayBe: await mayBeOf(text, version, kinds).catch(() => NO_MAY_BE) };
}

export async function searchNow(text: string, version: number | null, kinds?: readonly Kind[]): Promise<SearchAnswer> {
  return (await ask(searchQuery, { text, first: HITS, version, kinds: kinds ? [...kinds] : null })).search;
}

/** While `A → B` is being typed: calls for what its answer needs, and searches A, so that Enter finds both ends found. */
export function useEndsAhead(
  ends: readonly [string, string] | null,
  version: number | null,
  onEnds: (() => void) | undefined,
): void {
  const from = ends?.[0] ?? null;
  useEffect(() => {
    if (from === null) return;
    const timer = setTimeout(() => {
      onEnds?.();
      // The client keeps the answer; one that does not come is asked for again.
      searchNow(from, version).catch(() => undefined);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [from, version, onEnds]);
}

/** `A → B` as two texts; null when it is one thing that is looked for. */
export function splitEnds(text: string): readonly [string, string] | null {
  const parts = text.split(/→|->|=>/u).map((part) => part.trim());
  const [a, b] = parts;
  return parts.length === 2 && a && b ? [a, b] : null;
}

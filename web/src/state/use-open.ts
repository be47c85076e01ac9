import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useWords } from '../locale/use-words.ts';
import { say } from './live.ts';
import { passageAddress, type Placed } from './figure-address.ts';
import { drawnOf, remember } from './history.ts';
import { awaitPaths } from './path-arrival.ts';
import { EMPTY_VIEW } from './url.ts';
import { addressOf, carried, useView } from './use-view.ts';
import { figuresFor, searchNow, splitEnds } from './use-search.ts';

/**
 * What a search leads to: on the graph the entity is added to what is drawn, elsewhere its page opens; where no name
 * is found, the first figure of such a measure;
 * `A → B` opens the paths between the first hits of both.
 */
export function useOpenText(): {
  readonly openEntity: (id: string) => void;
  /** Where a figure stands, with its passage open. */
  readonly openFigure: (figure: Placed) => void;
  /** @returns the part that nothing was found for, or null. */
  readonly openText: (text: string) => Promise<string | null>;
} {
  const words = useWords();
  const { view, change } = useView();
  const [location, navigate] = useLocation();

  const openEntity = useCallback(
    (id: string) => {
      if (location !== '/explore') {
        navigate(addressOf(`/entity/${id}`, { ...EMPTY_VIEW, ...carried(view) }));
        return;
      }
      remember(words.steps.add, drawnOf(view));
      change({ seeds: [...new Set([...view.seeds, id])], selection: id });
    },
    [location, navigate, view, change, words],
  );

  const openFigure = useCallback((figure: Placed) => navigate(passageAddress(figure, view)), [navigate, view]);

  const openText = useCallback(
    async (text: string) => {
      const ends = splitEnds(text);
      const wanted = ends ?? [text];
      const answers = await Promise.all(wanted.map((part) => searchNow(part.trim(), view.version).catch(() => null)));
      const ids = answers.map((answer) => answer?.edges[0]?.node.entity.id ?? null);
      const lost = ids.indexOf(null);
      const [figure] = lost >= 0 && !ends ? (await figuresFor(text, view.version)).shown : [];
      if (figure) {
        openFigure(figure);
        return null;
      }
      if (lost >= 0) {
        const part = wanted[lost] ?? text;
        say(words.search.none(part));
        return part;
      }
      const [a = null, b = null] = ids;
      if (ends) {
        const from = location === '/explore' ? drawnOf(view) : null;
        if (from) remember(words.steps.ends, from);
        navigate(addressOf('/explore', { ...EMPTY_VIEW, ...carried(view), a, b }));
        awaitPaths();
      } else if (a !== null) {
        openEntity(a);
      }
      return null;
    },
    [location, navigate, openEntity, openFigure, view, words],
  );

  return { openEntity, openFigure, openText };
}

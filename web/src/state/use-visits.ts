import { useWords } from '../locale/use-words.ts';
import { withVisit } from './candidate-face.ts';
import { say } from './live.ts';
import { MAX_VISITS } from './url.ts';
import { useView } from './use-view.ts';

/** The visiting list that the link holds; every change of it is spoken. */
export function useVisits(): {
  readonly has: (id: string) => boolean;
  readonly isFull: boolean;
  readonly toggle: (id: string, name: string) => void;
} {
  const words = useWords();
  const { view, change } = useView();
  const has = (id: string) => view.visits.includes(id);
  return {
    has,
    isFull: view.visits.length >= MAX_VISITS,
    toggle(id, name) {
      const next = withVisit(view, id);
      change(next, { replace: true });
      say((has(id) ? words.candidates.removed : words.candidates.added)(name, next.visits.length, MAX_VISITS));
    },
  };
}

import { useLocation } from 'wouter';
import { useWords } from '../locale/use-words.ts';

/** The first stop of Tab on every screen: past the bar, on the graph to the list that says what the canvas draws. */
export function SkipLink() {
  const words = useWords();
  const [location] = useLocation();
  const onGraph = location === '/explore';
  return (
    <a
      className="skip"
      href={onGraph ? '#list' : '#main'}
      onClick={(event) => {
        event.preventDefault();
        const goal = document.querySelector<HTMLElement>(onGraph ? '#list' : 'main');
        // A region takes the focus only when told that it may.
        goal?.setAttribute('tabindex', '-1');
        goal?.focus();
      }}
    >
      {onGraph ? words.app.skipToList : words.app.skipToMain}
    </a>
  );
}

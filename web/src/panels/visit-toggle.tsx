import { Toggle } from '../controls/toggle.tsx';
import { useWords } from '../locale/use-words.ts';
import { useVisits } from '../state/use-visits.ts';

/** Puts a candidate on the visiting list, or takes it off. */
export function VisitToggle({ id, name }: { readonly id: string; readonly name: string }) {
  const words = useWords();
  const { has, isFull, toggle } = useVisits();
  const isListed = has(id);
  return (
    <Toggle on={isListed} disabled={!isListed && isFull} onChange={() => toggle(id, name)}>
      <span aria-hidden="true">{words.candidates.visit}</span>
      <span className="unseen">{words.candidates.visitOf(name)}</span>
    </Toggle>
  );
}

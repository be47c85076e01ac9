import { useLive } from '../state/live.ts';

/** Where counts and results are spoken, once each, without moving the focus. */
export function LiveRegion() {
  const { text, turn } = useLive();
  return (
    <div className="unseen" role="status" aria-live="polite" data-turn={turn}>
      <span key={turn}>{text}</span>
    </div>
  );
}

import { useNameOf, useWords, type Named } from '../locale/use-words.ts';

/** That others on the page may be this very body: it is not to be spoken to twice. */
export function CandidateTwins({ twins }: { readonly twins: readonly Named[] }) {
  const words = useWords();
  const nameOf = useNameOf();
  if (twins.length === 0) return null;
  return <p className="caption warn">{words.candidates.maySame(twins.map(nameOf).join(words.app.and))}</p>;
}

import type { Measured } from '../api/candidate-near.ts';
import { said, useLang, useWords } from '../locale/use-words.ts';
import { percent } from '../state/candidate-face.ts';

/** What is known of a rate: it may still be on its way, or could not be asked for. */
export type Rate = Measured | 'asking' | null;

/** How often a ranking finds what was hidden from it, beside the plain number; or that nobody measured it, and why. */
export function CandidateRate({ measured }: { readonly measured: Rate }) {
  const words = useWords();
  const lang = useLang();
  if (measured === null) return null;
  if (measured === 'asking') return <span className="caption">{words.candidates.measuring}</span>;
  const { label, reasonLabel, groups, hidden, drawnFrom, hit, plain } = measured;
  if (hit === null || plain === null) {
    const why = reasonLabel === null ? '' : said(reasonLabel, lang);
    return <span className="caption">{words.candidates.unmeasured(said(label, lang), why, groups)}</span>;
  }
  return (
    <span className="caption candidate-rate">
      {words.candidates.rate(percent(hit.value), String(hit.low / 10), percent(hit.high))}
      {words.candidates.plainRate(said(plain.label, lang), percent(plain.hit.value))}
      {words.candidates.hidden(hidden ?? 0, groups ?? 0, drawnFrom)}
    </span>
  );
}

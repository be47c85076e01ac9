import { foldName } from '#graph-model/names.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { compareText } from '#graph-model/text.ts';

const SHOWN = 3;
/** Share of characters and pairs of characters that two words must have in common to be offered for each other. */
const ENOUGH = 0.45;

/** “Did you mean”, in both languages, ready to follow a sentence; empty when nothing is near. */
export function didYouMean(word: string, candidates: Iterable<string>): Label {
  const words = nearest(word, candidates);
  if (words.length === 0) return { zh: '', en: '' };
  const quoted = words.map((near) => `“${near}”`);
  return { zh: `；是不是${quoted.join('、')}？`, en: `; did you mean ${quoted.join(' or ')}?` };
}

/** The candidates most like a word, best first, at most three. Equal after folding comes before everything. */
export function nearest(word: string, candidates: Iterable<string>): readonly string[] {
  const parts = partsOf(foldName(word));
  const scored: { candidate: string; score: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const score = likeness(parts, partsOf(foldName(candidate)));
    if (score >= ENOUGH) scored.push({ candidate, score });
  }
  scored.sort((a, b) => b.score - a.score || compareText(a.candidate, b.candidate));
  return scored.slice(0, SHOWN).map(({ candidate }) => candidate);
}

/** Characters and neighbouring pairs; a repeated part counts once. */
function partsOf(text: string): ReadonlySet<string> {
  const characters = [...text];
  const pairs = characters.slice(1).map((character, i) => (characters[i] ?? '') + character);
  return new Set([...characters, ...pairs]);
}

/** Dice coefficient, 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const part of a) if (b.has(part)) common++;
  return (2 * common) / (a.size + b.size);
}

import type { Term } from '../api/candidate-rankings.ts';

export type { Term } from '../api/candidate-rankings.ts';

/** The terms of a ranking, in the order of its columns. */
export const TERMS = [
  'fit',
  'complement',
  'closeness',
  'projects',
  'signals',
  'evidence',
] as const satisfies readonly Term[];

/** Thousandths; one left out keeps its own. */
export type Weights = { readonly [T in Term]?: number };

export const MOST_WEIGHT = 1000;

/** `fit.500,signals.0`; null when that is not what the text says. */
export function readWeights(text: string): Weights | null {
  const weights: { [T in Term]?: number } = {};
  for (const part of text.split(',')) {
    const [, name, digits] = /^([a-z]+)\.(\d{1,4})$/.exec(part) ?? [];
    const term = TERMS.find((one) => one === name);
    const weight = Number(digits);
    if (term === undefined || term in weights || weight > MOST_WEIGHT) return null;
    weights[term] = weight;
  }
  return weights;
}

/** In the order of the columns; null when none is set. */
export function writeWeights(weights: Weights): string | null {
  const parts = TERMS.flatMap((term) => (weights[term] === undefined ? [] : [`${term}.${weights[term]}`]));
  return parts.length > 0 ? parts.join(',') : null;
}

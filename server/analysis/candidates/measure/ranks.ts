/** How a hidden thing was ranked: among those scored alike, as it comes out on average when they are put in any order. */
export type Outcome = {
  /** What was hidden with it: figures count each of these once, intervals draw them anew. */
  readonly group: string;
  /** Infinity: it is not named at all. */
  readonly better: number;
  readonly equal: number;
  /** Chance to stand before a wrong one that is tied to as many, one half where they are scored alike. */
  readonly auc: number | undefined;
};

export const HITS = [1, 5, 10, 20] as const;
export type Figure = `hit@${(typeof HITS)[number]}` | 'MRR' | 'AUC';
export const FIGURES: readonly Figure[] = [...HITS.map((k) => `hit@${k}` as const), 'MRR', 'AUC'];

export function valueOf({ better, equal, auc }: Outcome, figure: Figure): number | undefined {
  if (figure === 'AUC') return auc;
  if (figure === 'MRR') {
    let sum = 0;
    for (let n = 1; n <= equal; n++) sum += 1 / (better + n);
    return sum / equal;
  }
  const k = Number(figure.slice('hit@'.length));
  return Math.max(0, Math.min(1, (k - better) / equal));
}

/**
 * Ranks a hidden candidate. `scores` of all, −∞ of whom the ranking does not name; `wrong` those others that could be
 * named, `peers` those of them that it is compared with for AUC.
 */
export function outcome(
  group: string,
  scores: Float64Array,
  wrong: ArrayLike<number>,
  hidden: number,
  peers: readonly number[],
): Outcome {
  const score = scores[hidden] ?? 0;
  const wins = peers.map((at) => ((scores[at] ?? 0) < score ? 1 : (scores[at] ?? 0) === score ? 0.5 : 0));
  const auc = wins.length === 0 ? undefined : wins.reduce((a: number, b) => a + b, 0) / wins.length;
  if (score === -Infinity) return { group, better: Infinity, equal: 1, auc };
  let better = 0;
  let equal = 1;
  for (let n = 0; n < wrong.length; n++) {
    const other = scores[wrong[n] ?? 0] ?? 0;
    if (other > score) better++;
    else if (other === score) equal++;
  }
  return { group, better, equal, auc };
}

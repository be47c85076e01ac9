/** How a hidden thing was ranked: among those scored alike, as it comes out on average when they are put in any order. */
export type Outcome = {
  /** What was hidden with it: figures count each of these once, intervals draw them anew. */
  readonly group: string;
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
    for (let rank = better + 1; rank <= better + equal; rank++) sum += 1 / rank;
    return sum / equal;
  }
  const k = Number(figure.slice('hit@'.length));
  return Math.max(0, Math.min(1, (k - better) / equal));
}

/**
 * Ranks a hidden candidate. `scores` of all, `open` those that could be named (the hidden one among them), `peers` the
 * wrong ones that it is compared with for AUC.
 */
export function outcome(
  group: string,
  scores: Float64Array,
  open: readonly number[],
  hidden: number,
  peers: readonly number[],
): Outcome {
  const score = scores[hidden] ?? 0;
  let better = 0;
  let equal = 0;
  for (const at of open) {
    const other = scores[at] ?? 0;
    if (other > score) better++;
    else if (other === score) equal++;
  }
  const wins = peers.map((at) => ((scores[at] ?? 0) < score ? 1 : (scores[at] ?? 0) === score ? 0.5 : 0));
  const auc = wins.length === 0 ? undefined : wins.reduce((a: number, b) => a + b, 0) / wins.length;
  return { group, better, equal, auc };
}

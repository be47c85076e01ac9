import { TERM_NAMES, type Term, type Weights } from './score-table.ts';

/** Thousandths, or nothing where no source speaks of it. */
export type Values = Readonly<Partial<Record<Term, number>>>;

export type WeighedTerm = {
  readonly term: Term;
  /** Undefined: missing, which is not 0. */
  readonly value: number | undefined;
  /** As given. */
  readonly weight: number;
  /** Its share of the weights times the value, thousandths, rounded before the sum. */
  readonly contribution: number;
};

export type Ranked<Id> = {
  readonly body: Id;
  /** Equal totals share a rank. */
  readonly rank: number;
  /** Of all the ranks when each weight alone is halved, or half as much again. */
  readonly best: number;
  readonly worst: number;
  readonly total: number;
  readonly terms: readonly WeighedTerm[];
};

type Ranking<Id> = {
  readonly ranked: readonly Ranked<Id>[];
  /** Left out because a required term is missing, by the first such term. */
  readonly dropped: ReadonlyMap<Term, number>;
};

export type Valued<Id> = { readonly body: Id; readonly values: Values };

/** By total, then by id. Only the shares of the weights count: all of them times a number give the same. */
export function rankingOf<Id extends string | number>(
  all: readonly Valued<Id>[],
  weights: Weights,
  required: readonly Term[] = [],
): Ranking<Id> {
  const dropped = new Map<Term, number>();
  const kept = all.filter(({ values }) => {
    const lacking = TERM_NAMES.find((term) => required.includes(term) && values[term] === undefined);
    if (lacking !== undefined) dropped.set(lacking, (dropped.get(lacking) ?? 0) + 1);
    return lacking === undefined;
  });
  const ranks = ranksOf(kept, weights);
  const others = moved(weights).map((tried) => ranksOf(kept, tried));
  const ranked = kept.map(({ body, values }, i): Ranked<Id> => {
    const seen = [ranks, ...others].map((one) => one[i] ?? 0);
    const terms = weighed(values, weights);
    return {
      body,
      rank: ranks[i] ?? 0,
      best: Math.min(...seen),
      worst: Math.max(...seen),
      total: totalOf(terms),
      terms,
    };
  });
  ranked.sort((a, b) => b.total - a.total || (a.body < b.body ? -1 : 1));
  return { ranked, dropped };
}

/** In the order of the table; only terms that have a weight. */
export function weighed(values: Values, weights: Weights): readonly WeighedTerm[] {
  const sum = TERM_NAMES.reduce((all, term) => all + weights[term], 0);
  return TERM_NAMES.filter((term) => weights[term] > 0).map((term) => {
    const value = values[term];
    const contribution = value === undefined ? 0 : Math.round((value * weights[term]) / sum);
    return { term, value, weight: weights[term], contribution };
  });
}

function totalOf(terms: readonly WeighedTerm[]): number {
  return terms.reduce((sum, { contribution }) => sum + contribution, 0);
}

/** In the order given. */
function ranksOf(all: readonly { readonly values: Values }[], weights: Weights): readonly number[] {
  const totals = all.map(({ values }) => totalOf(weighed(values, weights)));
  const inOrder = totals.toSorted((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [i, total] of inOrder.entries()) if (!first.has(total)) first.set(total, i + 1);
  return totals.map((total) => first.get(total) ?? 0);
}

/** Each weight alone halved, and half as much again; all doubled, so that they stay whole. */
function moved(weights: Weights): readonly Weights[] {
  const doubled = Object.fromEntries(TERM_NAMES.map((term) => [term, weights[term] * 2])) as Record<Term, number>;
  return TERM_NAMES.filter((term) => weights[term] > 0).flatMap((term) => [
    { ...doubled, [term]: weights[term] },
    { ...doubled, [term]: weights[term] * 3 },
  ]);
}

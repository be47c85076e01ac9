import { FIGURES, valueOf, type Figure, type Outcome } from './ranks.ts';

export type Interval = { readonly value: number; readonly low: number; readonly high: number };
export type Ranked = Readonly<Record<string, readonly Outcome[]>>;
export type Judged = {
  readonly groups: number;
  readonly hidden: number;
  readonly figures: Readonly<Record<string, Readonly<Record<Figure, Interval | undefined>>>>;
  /** hit@10 of ours over that of the best other, both drawn together. */
  readonly ratio: Interval & { readonly over: string };
};

const DRAWS = 1000;

/**
 * Figures of each ranking, every group counting once: the mean over groups of the mean in a group. Intervals hold 95 % of
 * so many draws of the groups with replacement. `ours` names the ranking that is judged; the ratio is to the best of
 * `others`, chosen anew in each draw.
 * @param wanted the others are left undefined; hit@10 is always wanted
 */
export function judge(
  ranked: Ranked,
  ours: string,
  others: readonly string[],
  random: () => number,
  wanted: readonly Figure[] = FIGURES,
): Judged {
  const groups = [...new Set((ranked[ours] ?? []).map(({ group }) => group))];
  const means: Readonly<Record<string, ReadonlyMap<Figure, readonly (number | undefined)[]>>> = Object.fromEntries(
    Object.entries(ranked).map(([name, outcomes]) => [
      name,
      new Map(wanted.map((figure) => [figure, groupMeans(outcomes, groups, figure)] as const)),
    ]),
  );
  const draws = Array.from({ length: DRAWS }, () => groups.map(() => Math.floor(random() * groups.length)));
  const all = groups.map((_, n) => n);
  const at = (name: string, figure: Figure, drawn: readonly number[]) => mean(means[name]?.get(figure) ?? [], drawn);
  const best = (drawn: readonly number[]) => Math.max(...others.map((name) => at(name, 'hit@10', drawn) ?? 0));
  const over = others.find((name) => (at(name, 'hit@10', all) ?? 0) === best(all)) ?? '';
  const ratios = draws.map((drawn) => (at(ours, 'hit@10', drawn) ?? 0) / best(drawn));
  return {
    groups: groups.length,
    hidden: ranked[ours]?.length ?? 0,
    figures: Object.fromEntries(
      Object.keys(ranked).map((name) => [
        name,
        Object.fromEntries(
          wanted.map((figure) => {
            const value = at(name, figure, all);
            const drawn = draws.flatMap((draw) => at(name, figure, draw) ?? []);
            return [figure, value === undefined ? undefined : { value, ...middle(drawn) }];
          }),
        ) as Record<Figure, Interval | undefined>,
      ]),
    ),
    ratio: { value: (at(ours, 'hit@10', all) ?? 0) / best(all), ...middle(ratios), over },
  };
}

function groupMeans(outcomes: readonly Outcome[], groups: readonly string[], figure: Figure): (number | undefined)[] {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const each of outcomes) {
    const value = valueOf(each, figure);
    if (value === undefined) continue;
    const { sum, count } = sums.get(each.group) ?? { sum: 0, count: 0 };
    sums.set(each.group, { sum: sum + value, count: count + 1 });
  }
  return groups.map((group) => {
    const of = sums.get(group);
    return of === undefined ? undefined : of.sum / of.count;
  });
}

function mean(values: readonly (number | undefined)[], drawn: readonly number[]): number | undefined {
  let sum = 0;
  let count = 0;
  for (const at of drawn) {
    const value = values[at];
    if (value === undefined) continue;
    sum += value;
    count++;
  }
  return count === 0 ? undefined : sum / count;
}

function middle(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

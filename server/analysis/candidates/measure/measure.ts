import { setImmediate } from 'node:timers/promises';
import { seeded } from '#graph-model/seeded.ts';
import { partnerScores } from '../partners/scores.ts';
import type { PartnerView } from '../partners/view.ts';
import { segmentModel, type SegmentView } from '../relatedness.ts';
import { judge, type Interval, type Ranked } from './figures.ts';
import { hideMemberships, severalOf, type Side } from './hide-memberships.ts';
import { hideable, hideTies, type TieSample } from './hide-ties.ts';
import { PLAIN, plainScores, type Plain } from './plain-scores.ts';
import { outcome, type Outcome } from './ranks.ts';
import type { Unmeasured } from './words.ts';

/** Shares of what was hidden, in thousandths; 95 % of draws lie from `low` to `high`. */
export type Rate = Interval;

/** How often a ranking finds among its first ten what was hidden from it, on this very data; or why nobody knows. */
export type Measured =
  | {
      readonly measure: 'measured';
      readonly hit: Rate;
      /** The plain index that does best, and how often that does. */
      readonly plain: { readonly index: Plain; readonly hit: Rate };
      /** What was to be found again, and how many groups it was hidden in: each of these counts once. */
      readonly hidden: number;
      readonly groups: number;
      /** Groups that those were drawn from, where not all could be looked at: bodies with several, or ties. */
      readonly drawnFrom: number | undefined;
    }
  | { readonly measure: 'not_measured'; readonly reason: Unmeasured; readonly groups: number | undefined };

export const NO_MEASURE: Measured = { measure: 'not_measured', reason: 'no_measure', groups: undefined };

/** Of fewer groups a rate says nothing. */
export const LEAST_GROUPS = 20;

const SEED = 1;
const MOST_HIDDEN = 400;
const FOLDS = 10;
/** Of a region so large that it is sampled; for each, all of it is looked through once more. */
const DRAWN_FOLDS = 4;

/**
 * Memberships hidden times memberships looked through: of more, fewer are hidden. `cn-28-chains` asks for 2.8 million
 * (7,098 memberships, 400 hidden); on two shared cores it takes 1.1 to 1.6 s in a process that just started, 0.5 s later.
 */
export const MOST_MEMBERSHIP_WORK = 3_000_000;

/**
 * Members asked times bodies weighed and, as a twentieth of one, pairs of a tie: of more, ties are drawn. A made region
 * of 400 bodies and 150 ties (744 members) asks for 0.5 million.
 */
export const MOST_TIE_WORK = 600_000;
const PAIRS_A_BODY = 20;
/** Of a tie that is drawn so many members are asked, and each for so many who join it. */
const DRAWN_MEMBERS = 4;
/** Bodies weighed for the ties that are drawn: a made region of 90,000 bodies and 3,000 ties takes 3 s. */
const MOST_DRAWN_WORK = 30_000_000;

/**
 * Hides one membership each of bodies that have several, and ranks the segments for the body or the bodies for it. Others
 * have their turn in between.
 */
export async function measureMemberships(
  view: SegmentView,
  side: Side,
  mostWork = MOST_MEMBERSHIP_WORK,
): Promise<Measured> {
  const model = segmentModel(view);
  const several = severalOf(model).length;
  if (several < LEAST_GROUPS) return tooFew(several);
  const most = Math.max(LEAST_GROUPS, Math.min(MOST_HIDDEN, Math.floor(mostWork / model.memberships)));
  const { graph, cases } = hideMemberships(view, most, seeded(SEED));
  const popularity = Float64Array.from(graph.neighbours, ({ size }) => size);
  const ranked = { ours: [] as Outcome[], popularity: [] as Outcome[] };
  for (const { group, hidden, wrong, scores } of cases([side])) {
    ranked.ours.push(outcome(group, scores, wrong, hidden, []));
    ranked.popularity.push(outcome(group, popularity, wrong, hidden, []));
    await setImmediate();
  }
  return judged(ranked, ['popularity'], several > most ? several : undefined);
}

/**
 * Hides whole ties, a tenth at a time, and ranks for each member who joins it there; of a large region, a sample of them.
 * Others have their turn in between.
 */
export async function measurePartners(
  view: PartnerView,
  mostWork = MOST_TIE_WORK,
  mostDrawn = MOST_DRAWN_WORK,
): Promise<Measured> {
  const ties = hideable(view).length;
  if (ties < LEAST_GROUPS) return tooFew(ties);
  const sample = sampleOf(view, mostWork, mostDrawn);
  const folds = sample === undefined ? FOLDS : DRAWN_FOLDS;
  const ranked: Record<'ours' | Plain, Outcome[]> = {
    ours: [],
    popularity: [],
    'common neighbours': [],
    'Adamic–Adar': [],
    Katz: [],
    'degree product': [],
  };
  for (const { model, graph, popularity, cases } of hideTies(view, folds, seeded(SEED), sample)) {
    for (const { group, from, fresh, wrong } of cases) {
      const scores = { ...plainScores(graph, from, popularity), ours: partnerScores(model, from) };
      for (const to of fresh) {
        for (const name of ['ours', ...PLAIN] as const) ranked[name].push(outcome(group, scores[name], wrong, to, []));
      }
      await setImmediate();
    }
  }
  const groups = new Set(ranked.ours.map(({ group }) => group)).size;
  return groups < LEAST_GROUPS ? tooFew(groups) : judged(ranked, PLAIN, sample === undefined ? undefined : ties);
}

function sampleOf({ bodies, ties }: PartnerView, mostWork: number, mostDrawn: number): TieSample | undefined {
  const asked = ties.reduce((sum, { members }) => sum + members.length, 0);
  const pairs = ties.reduce((sum, { members }) => sum + members.length ** 2, 0);
  if (asked * (bodies.length + pairs / PAIRS_A_BODY) <= mostWork) return undefined;
  const most = Math.floor(mostDrawn / bodies.length / DRAWN_MEMBERS ** 2);
  return { ties: Math.max(2 * LEAST_GROUPS, most), members: DRAWN_MEMBERS };
}

function tooFew(groups: number): Measured {
  return { measure: 'not_measured', reason: 'too_few', groups };
}

function judged(ranked: Ranked, plain: readonly Plain[], drawnFrom: number | undefined): Measured {
  const { figures, ratio, hidden, groups } = judge(ranked, 'ours', plain, seeded(SEED), ['hit@10']);
  const index = plain.find((name) => name === ratio.over) ?? 'popularity';
  return {
    measure: 'measured',
    hit: thousandths(figures['ours']?.['hit@10']),
    plain: { index, hit: thousandths(figures[index]?.['hit@10']) },
    hidden,
    groups,
    drawnFrom,
  };
}

function thousandths({ value, low, high }: Interval = { value: 0, low: 0, high: 0 }): Rate {
  return { value: Math.round(1000 * value), low: Math.round(1000 * low), high: Math.round(1000 * high) };
}

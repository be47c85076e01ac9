import { likeness, type Likeness } from './likeness.ts';
import { partnerNumbers, type PartnerNumbers } from './numbers.ts';
import { REASON_NAMES, type Reason } from './reasons.ts';
import { learnShares, type Shares } from './shares.ts';
import type { PartnerView } from './view.ts';
import { between } from './walk.ts';

/** Goes up with every change that changes a ranking: a measured rate is of one version. */
export const PARTNER_SCORER = 1;

export type PartnerModel = PartnerNumbers & {
  /** Of all partners, the share that is come by in each way. */
  readonly shares: Shares;
};

/** What partners are ranked by, and what that was made of: from it the rate is measured. */
export type PartnerGround = { readonly model: PartnerModel; readonly view: PartnerView };

export type PartnerTerm = {
  readonly term: Reason;
  /** Thousandths, weighted: 1,000 in all is as likely as an average body by chance. */
  readonly value: number;
  /** Something is known of both; where not, the value is nought if of the one asked for, else that of chance. */
  readonly known: boolean;
  /** What it rests on, in order of id: its ties, go-betweens, segments or places of the partner. */
  readonly rests: readonly string[];
};
export type PartnerScore = {
  readonly body: string;
  /** The sum of the terms. */
  readonly score: number;
  readonly terms: readonly PartnerTerm[];
};
export type PartnerWeights = Readonly<Partial<Record<Reason, number>>>;
export type PartnerQuestion = {
  readonly body: string;
  readonly first: number;
  /** Percent of each term's value; 100 where none is said. */
  readonly weights?: PartnerWeights;
  /** Who may not be named; those that are in a tie with the one asked for never are. */
  readonly leaveOut?: (body: string) => boolean;
};

export function partnerModel(view: PartnerView): PartnerModel {
  const numbers = partnerNumbers(view);
  return { ...numbers, shares: learnShares(numbers) };
}

/** The best partners of a body that it is not yet in a tie with, best first, equals by id. */
export function partnersOf(model: PartnerModel, question: PartnerQuestion): readonly PartnerScore[] {
  const from = model.numberOf.get(question.body);
  if (from === undefined) return [];
  const seen = likeness(model, from);
  const value = valuing(model, seen, question.weights);
  const scored: { readonly at: number; readonly score: number }[] = [];
  for (const [at, id] of model.bodies.entries()) {
    if (seen.together.has(at) || question.leaveOut?.(id) === true) continue;
    scored.push({ at, score: value.inAll(at) });
  }
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored.slice(0, question.first).map(({ at, score }) => ({
    body: model.bodies[at] as string,
    score,
    terms: REASON_NAMES.map((term) => ({ term, value: value.by(term, at), ...groundsOf(model, seen, from, at, term) })),
  }));
}

/** The scores of all bodies as partners of one, by number; −∞ of those that it is in a tie with, itself too. */
export function partnerScores(model: PartnerModel, from: number): Float64Array {
  const seen = likeness(model, from);
  const value = valuing(model, seen);
  return Float64Array.from(model.bodies, (_, at) => (seen.together.has(at) ? -Infinity : value.inAll(at)));
}

/** What a body is worth as a partner: in all, and by each reason, in thousandths. */
function valuing(model: PartnerModel, seen: Likeness, weights: PartnerWeights = {}) {
  const known = REASON_NAMES.filter((reason) => seen.known.has(reason));
  const open = known.reduce((sum, reason) => sum + model.shares[reason], 0);
  const activeOf = (at: number) => ((model.activity[at] ?? 0) * model.bodies.length) / model.allActivity;
  const value = (reason: Reason, at: number, active: number) =>
    Math.round((10 * (weights[reason] ?? 100) * model.shares[reason] * seen.of(reason, at) * active) / open);
  return {
    by: (reason: Reason, at: number) => (seen.known.has(reason) ? value(reason, at, activeOf(at)) : 0),
    inAll(at: number): number {
      const active = activeOf(at);
      let sum = 0;
      for (const reason of known) sum += value(reason, at, active);
      return sum;
    },
  };
}

function groundsOf(
  model: PartnerModel,
  seen: Likeness,
  from: number,
  to: number,
  reason: Reason,
): Pick<PartnerTerm, 'known' | 'rests'> {
  const known = seen.known.has(reason);
  if (reason === 'anyone') return { known, rests: [] };
  if (reason === 'activity') return { known, rests: (model.tiesOf[to] ?? []).map((tie) => model.ties[tie] as string) };
  if (reason === 'closeness') return { known, rests: between(model, from, to).map((at) => model.bodies[at] as string) };
  const table = model.traits[reason === 'flow' ? 'segment' : reason];
  const mine = table.of(from);
  const sought = new Set(reason === 'flow' ? mine.flatMap((segment) => model.flows[segment] ?? []) : mine);
  const theirs = table.of(to);
  const rests = theirs.filter((trait) => sought.has(trait)).map((trait) => table.names[trait] as string);
  return { known: known && theirs.length > 0, rests };
}

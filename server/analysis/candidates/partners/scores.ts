import { placedWith, tiedTo, type Unlisted } from './ground.ts';
import { likeness, type Likeness } from './likeness.ts';
import { partnerNumbers, type PartnerNumbers } from './numbers.ts';
import { REASON_NAMES, type Reason } from './reasons.ts';
import { learnShares, type Shares } from './shares.ts';
import type { PartnerView } from './view.ts';
import { between } from './walk.ts';

/** Goes up with every change that changes a ranking: a measured rate is of one version. */
export const PARTNER_SCORER = 2;

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
  /** Who is not weighed; nor is whoever is in a tie with the one asked for. */
  readonly leaveOut?: ReadonlySet<string>;
  /** Of all that are ranked, these; a score does not depend on who else is given. */
  readonly only?: ReadonlySet<string>;
};
export type PartnerRanking = {
  readonly partners: readonly PartnerScore[];
  /** Of whom there is a ground, and who come after those. */
  readonly cut: number;
  /** Bodies that were weighed: whoever is ranked, and whoever is counted below. */
  readonly weighed: number;
  readonly unlisted: Readonly<Record<Unlisted, number>>;
};

export function partnerModel(view: PartnerView): PartnerModel {
  const numbers = partnerNumbers(view);
  return { ...numbers, shares: learnShares(numbers) };
}

/** The best partners of a body of whom there is a ground, best first, equals by id. */
export function partnersOf(model: PartnerModel, question: PartnerQuestion): PartnerRanking {
  const from = model.numberOf.get(question.body);
  if (from === undefined) return { partners: [], cut: 0, weighed: 0, unlisted: { only_place: 0, no_ground: 0 } };
  const seen = likeness(model, from);
  const value = valuing(model, seen, question.weights);
  const out = new Set(seen.together);
  for (const id of question.leaveOut ?? []) {
    const at = model.numberOf.get(id);
    if (at !== undefined) out.add(at);
  }
  const tied = tiedTo(model, seen, out);
  const placed = [...placedWith(seen)].filter((at) => !tied.has(at) && !out.has(at)).length;
  const weighed = model.bodies.length - out.size;
  const scored = [...tied]
    .filter((at) => question.only?.has(model.bodies[at] as string) !== false)
    .map((at) => ({ at, score: value.inAll(at) }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  const first = scored.slice(0, question.first);
  return {
    partners: first.map(({ at, score }) => ({
      body: model.bodies[at] as string,
      score,
      terms: REASON_NAMES.map((term) => ({
        term,
        value: value.by(term, at),
        ...restsOf(model, seen, from, at, term),
      })),
    })),
    cut: scored.length - first.length,
    weighed,
    unlisted: { only_place: placed, no_ground: weighed - tied.size - placed },
  };
}

/** By number, the scores of bodies as partners of one; −∞ of whoever has no ground or is in a tie with it, itself too. */
export function partnerScores(model: PartnerModel, from: number): Float64Array {
  const seen = likeness(model, from);
  const value = valuing(model, seen);
  const scores = new Float64Array(model.bodies.length).fill(-Infinity);
  for (const at of tiedTo(model, seen, seen.together)) scores[at] = value.inAll(at);
  return scores;
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

function restsOf(
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
  const common = theirs.filter((trait) => sought.has(trait));
  const told = reason === 'place' ? narrowest(common, table.having) : common;
  return { known: known && theirs.length > 0, rests: told.map((trait) => table.names[trait] as string) };
}

/** Of common places those that hold no smaller one of them: a city, not its province and its country too. */
function narrowest(common: readonly number[], having: readonly (readonly number[])[]): readonly number[] {
  const members = common.map((trait) => new Set(having[trait]));
  const isWithin = (inner: ReadonlySet<number>, outer: ReadonlySet<number>) =>
    inner.size < outer.size && [...inner].every((body) => outer.has(body));
  return common.filter((_, at) => !members.some((inner) => isWithin(inner, members[at] ?? inner)));
}

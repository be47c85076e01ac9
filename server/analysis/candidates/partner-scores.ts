import type { PartnerModel, TraitTable } from './partner-model.ts';
import { TRAITS, type Trait } from './partner-view.ts';

/**
 * Numbers of the ranking, the same for all data. `stranger` is the share of partners that come from nowhere near: what
 * the walk over earlier partners does not reach stays possible. `newcomer` is how many ties a body without any is
 * counted as having.
 */
export const PARTNER = { stranger: 0.3, newcomer: 0.5, long: 0.5 };

export type PartnerTermName = 'activity' | 'closeness' | Trait;

/** What a partner's score is added up from: natural logarithms of how many times likelier than by chance. */
export type PartnerTerm = {
  readonly term: PartnerTermName;
  /** Thousandths, weighted; none where nothing is known of one of the two: unknown, not against it. */
  readonly value: number | undefined;
  /** What the term rests on, in order of id: its ties, go-betweens, or the traits of the partner. */
  readonly rests: readonly string[];
};

export type PartnerScore = {
  readonly body: string;
  /** The sum of the terms. */
  readonly score: number;
  readonly terms: readonly PartnerTerm[];
};

export type PartnerQuestion = {
  readonly body: string;
  readonly first: number;
  /** Percent of each term's value; 100 where none is said. */
  readonly weights?: Readonly<Partial<Record<PartnerTermName, number>>>;
  /** A body that may not be named; those that are in a tie with the one asked for never are. */
  readonly leaveOut?: (body: string) => boolean;
};

type Values = Readonly<Record<PartnerTermName, (body: number) => number | undefined>>;

/** The best partners of a body that it is not yet in a tie with, best first, equals by id. */
export function partnersOf(model: PartnerModel, question: PartnerQuestion): readonly PartnerScore[] {
  const { body, first, weights = {}, leaveOut = () => false } = question;
  const from = model.bodies.indexOf(body);
  const together = new Set(model.tiesOf[from]?.flatMap((tie) => model.membersOf[tie] ?? []));
  const values = valuesFrom(model, from);
  const scored: { at: number; score: number }[] = [];
  const weighted = (name: PartnerTermName, at: number) => {
    const value = values[name](at);
    return value === undefined ? undefined : Math.round(value * 10 * (weights[name] ?? 100));
  };
  for (const [at, id] of model.bodies.entries()) {
    if (at === from || together.has(at) || leaveOut(id)) continue;
    scored.push({ at, score: TERM_NAMES.reduce((sum, name) => sum + (weighted(name, at) ?? 0), 0) });
  }
  scored.sort((a, b) => b.score - a.score || a.at - b.at);
  return scored.slice(0, first).map(({ at, score }) => ({
    body: model.bodies[at] as string,
    score,
    terms: TERM_NAMES.map((term) => ({ term, value: weighted(term, at), rests: [] })),
  }));
}

export const TERM_NAMES: readonly PartnerTermName[] = ['activity', 'closeness', ...TRAITS];

function valuesFrom(model: PartnerModel, from: number): Values {
  const activity = (at: number) => (model.tiesOf[at]?.length ?? 0) + PARTNER.newcomer;
  const all = model.bodies.reduce((sum, _, at) => sum + activity(at), 0);
  const reached = walk(model, from);
  const byTrait = Object.fromEntries(TRAITS.map((trait) => [trait, lifts(model.traits[trait], from)])) as Record<
    Trait,
    (at: number) => number | undefined
  >;
  return {
    activity: (at) => Math.log((activity(at) * model.bodies.length) / all),
    closeness: (at) =>
      reached === undefined
        ? undefined
        : Math.log(((1 - PARTNER.stranger) * (reached[at] ?? 0) * all) / activity(at) + PARTNER.stranger),
    ...byTrait,
  };
}

/** Where two steps over ties lead from a body: each step to a tie of the body, then to another member of it. */
function walk({ bodies, tiesOf, membersOf }: PartnerModel, from: number): Float64Array | undefined {
  let now = new Map([[from, 1]]);
  const out = new Float64Array(bodies.length);
  if ((tiesOf[from]?.length ?? 0) === 0) return undefined;
  const together = new Set(tiesOf[from]?.flatMap((tie) => membersOf[tie] ?? []));
  for (let step = 0; step < 3; step++) {
    const next = new Map<number, number>();
    for (const [at, weight] of now) {
      const ties = tiesOf[at] ?? [];
      for (const tie of ties) {
        const members = membersOf[tie] ?? [];
        const each = weight / ties.length / Math.max(1, members.length - 1);
        for (const to of members) if (to !== at) next.set(to, (next.get(to) ?? 0) + each);
      }
    }
    now = next;
    const w = step === 1 ? 1 : step === 2 ? PARTNER.long : 0;
    if (w > 0) for (const [at, weight] of now) if (!together.has(at)) out[at] = (out[at] ?? 0) + w * weight;
  }
  const sum = out.reduce((a, b) => a + b, 0);
  return sum === 0 ? undefined : out.map((w) => w / sum);
}

function lifts({ names, of, affinity }: TraitTable, from: number): (at: number) => number | undefined {
  const mine = of[from] ?? [];
  if (mine.length === 0) return () => undefined;
  const row = new Float64Array(names.length);
  for (const s of mine) {
    const each = affinity.row(s);
    for (let t = 0; t < row.length; t++) row[t] = (row[t] ?? 0) + (each[t] ?? 0) / mine.length;
  }
  return (at) => {
    const theirs = of[at] ?? [];
    if (theirs.length === 0) return undefined;
    return Math.log(theirs.reduce((sum, t) => sum + (row[t] ?? 0), 0) / theirs.length);
  };
}

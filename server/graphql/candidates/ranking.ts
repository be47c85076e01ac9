import { NO_MEASURE } from '#server/analysis/candidates/measure/measure.ts';
import { LACKS, type CandidateRanking, type Lack } from '#server/analysis/candidates/rank-segment.ts';
import { MOST_WEIGHT, TERM_NAMES, TERMS, type Term, type Weights } from '#server/analysis/candidates/score-table.ts';
import type { WeighedTerm } from '#server/analysis/candidates/weigh.ts';
import { builder } from '../builder.ts';
import { entitiesAt, relationsAt } from '../entity.ts';
import { vocabulary } from '../enums.ts';
import { invalidConstraint, outside } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef, labelOnly } from '../label.ts';
import { EntityRef, RelationRef, SourceRef } from '../refs.ts';
import type { View } from '../view.ts';
import { MeasuredRef } from './measured.ts';

export const TermEnum = vocabulary('CandidateTermName', TERMS);
const LackEnum = vocabulary('CandidateLackName', LACKS);

type WeightsInput = { readonly [T in Term]?: number | null };

export const WeightsInput = builder.inputRef<WeightsInput>('CandidateWeights').implement({
  description: `How much each term counts, 0 to ${MOST_WEIGHT}: only their shares do. One left out keeps its own.`,
  fields: (t) => ({
    fit: t.int(),
    complement: t.int(),
    closeness: t.int(),
    projects: t.int(),
    signals: t.int(),
    evidence: t.int(),
  }),
});

/** The weights asked for, or why they cannot be. */
export function weightsOf(input: WeightsInput | null | undefined, usual: Weights) {
  const weights: Record<Term, number> = { ...usual };
  for (const term of TERM_NAMES) {
    const weight = input?.[term] ?? usual[term];
    const wrong = outside(`weights.${term}`, weight, 0, MOST_WEIGHT);
    if (wrong !== undefined) return wrong;
    weights[term] = weight;
  }
  if (TERM_NAMES.some((term) => weights[term] > 0)) return weights;
  return invalidConstraint('weights', '至少一项权重大于 0', 'At least one weight above 0.');
}

const ScoreTermRef = builder.objectRef<WeighedTerm>('CandidateTerm').implement({
  fields: (t) => ({
    term: t.field({ type: TermEnum, resolve: ({ term }) => term }),
    label: t.field({ type: LabelRef, resolve: ({ term }) => labelOnly(TERMS[term]) }),
    value: t.int({
      nullable: true,
      description: 'Thousandths; null where no source speaks of it, which is not 0.',
      resolve: ({ value }) => value,
    }),
    weight: t.exposeInt('weight'),
    contribution: t.exposeInt('contribution', {
      description: 'Thousandths: the value times the share of the weight. These add up to the total.',
    }),
  }),
});

type RankedShape = {
  readonly at: View;
  readonly one: CandidateRanking['ranked'][number];
  readonly contacts: readonly string[];
};
type RankingShape = {
  readonly at: View;
  readonly ranking: CandidateRanking;
  readonly contacts: ReadonlyMap<string, readonly string[]>;
};

const RankedRef = builder.objectRef<RankedShape>('RankedCandidate').implement({
  fields: (t) => ({
    rank: t.int({ description: 'Equal totals share one.', resolve: ({ one }) => one.rank }),
    best: t.int({
      description: 'Of its ranks when each weight alone is halved, or half as much again.',
      resolve: ({ one }) => one.best,
    }),
    worst: t.int({ resolve: ({ one }) => one.worst }),
    body: t.field({ type: EntityRef, resolve: ({ at, one }) => found(at, 'entity', one.body) }),
    products: t.field({
      type: [EntityRef],
      description: 'Named products that make the fit, in order of id.',
      resolve: ({ at, one }) => entitiesAt(at, one.products),
    }),
    terms: t.field({
      type: [ScoreTermRef],
      description: 'Those that have a weight, in the order of the table.',
      resolve: ({ one }) => [...one.terms],
    }),
    total: t.int({ description: 'Thousandths.', resolve: ({ one }) => one.total }),
    contacts: t.field({
      type: [RelationRef],
      description: 'What the office’s own ledger says of it, in order of id.',
      resolve: ({ at, contacts }) => relationsAt(at, contacts),
    }),
  }),
});

const TermWeightRef = builder
  .objectRef<{ readonly term: Term; readonly weight: number }>('CandidateTermWeight')
  .implement({
    fields: (t) => ({
      term: t.field({ type: TermEnum, resolve: ({ term }) => term }),
      label: t.field({ type: LabelRef, resolve: ({ term }) => labelOnly(TERMS[term]) }),
      weight: t.exposeInt('weight'),
    }),
  });

const DroppedRef = builder.objectRef<readonly [term: Term, count: number]>('CandidatesDropped').implement({
  fields: (t) => ({
    term: t.field({ type: TermEnum, resolve: ([term]) => term }),
    count: t.int({ resolve: ([, count]) => count }),
  }),
});

export const RankingRef = builder.objectRef<RankingShape>('CandidateRanking').implement({
  description: 'By total, then by id.',
  fields: (t) => ({
    rows: t.field({
      type: [RankedRef],
      resolve: ({ at, ranking, contacts }) =>
        ranking.ranked.map((one) => ({ at, one, contacts: contacts.get(one.body) ?? [] })),
    }),
    terms: t.field({
      type: [TermWeightRef],
      description: 'Every term with its weight, in the order of the table; also where nobody is left to rank.',
      resolve: ({ ranking }) => TERM_NAMES.map((term) => ({ term, weight: ranking.weights[term] })),
    }),
    cut: t.int({ description: 'Rows beyond the limit.', resolve: ({ ranking }) => ranking.cut }),
    dropped: t.field({
      type: [DroppedRef],
      description: 'How many lack a required term, by the first such term.',
      resolve: ({ ranking }) =>
        TERM_NAMES.flatMap((term) => {
          const count = ranking.dropped.get(term);
          return count === undefined ? [] : [[term, count] as const];
        }),
    }),
    measured: t.field({ type: MeasuredRef, resolve: () => NO_MEASURE }),
    carriedBy: t.field({
      type: [SourceRef],
      description: 'Registers and lists of firms and products that carry it, in order of id.',
      resolve: ({ at, ranking }) => Promise.all(ranking.carriedBy.map((id) => found(at, 'source', id))),
    }),
  }),
});

type LackShape = {
  readonly lack: Lack;
  /** Of what is too large to be looked at, or to be read. */
  readonly count?: number;
  readonly most?: number;
};

export const LackRef = builder.objectRef<LackShape>('CandidateLack').implement({
  description: 'What a ranking would need.',
  fields: (t) => ({
    lack: t.field({ type: LackEnum, resolve: ({ lack }) => lack }),
    label: t.field({ type: LabelRef, resolve: ({ lack }) => labelOnly(LACKS[lack]) }),
    count: t.int({
      nullable: true,
      description:
        'Of too much for one question: bodies, projects, segments and products of this version; of what is not in ' +
        'memory: entities and relationships.',
      resolve: ({ count }) => count ?? null,
    }),
    most: t.int({
      nullable: true,
      description: 'And how many are looked at, or read.',
      resolve: ({ most }) => most ?? null,
    }),
  }),
});

import type { Label } from '#graph-model/ontology/label.ts';
import { mayBeSameWords } from '#server/analysis/may-be-same.ts';
import type { IntendedById, MissById, NoPathById, PathById, StepById } from '#server/analysis/path-answers.ts';
import { HOP_COST, HUB_COST, MODALITY_COST, SHARED_COST, type HopCost } from '#server/analysis/path-cost.ts';
import { builder } from './builder.ts';
import { ModalityEnum, NoPathReasonEnum } from './enums.ts';
import { entitiesAt, relationsAt } from './entity.ts';
import { found } from './found.ts';
import { LabelRef } from './label.ts';
import { nameLabel } from './name.ts';
import { EntityRef, ReadingRef, RelationRef } from './refs.ts';
import { relationSentence } from './relation.ts';
import type { View } from './view.ts';
import { MERELY_SHARED, WHY_WEAK } from './weakness.ts';

export type StepShape = { readonly at: View; readonly step: StepById };
export type PathShape = { readonly at: View; readonly path: PathById };
export type WithoutShape = {
  readonly at: View;
  readonly entity: string;
  readonly path: PathById | undefined;
  readonly otherReadings: () => Promise<readonly PathById[]>;
  readonly truncated: boolean;
};
export type MissShape = { readonly at: View; readonly miss: MissById; readonly message: () => Promise<Label> };
export type NoPathShape = {
  readonly none: NoPathById;
  readonly misses: readonly MissShape[];
  readonly message: () => Promise<Label>;
};
export type IntendedShape = { readonly at: View; readonly of: IntendedById; readonly message: Label };

const HopCostRef = builder.objectRef<HopCost>('HopCost').implement({
  description:
    'Why a hop costs what it costs, in thousandths of a hop; the terms add up. By its cheapest relationship.',
  fields: (t) => ({
    total: t.exposeInt('total'),
    hop: t.exposeInt('hop', { description: `${HOP_COST}, whatever it is.` }),
    evidence: t.exposeInt('evidence', { description: '1000 less the confidence of the relationship.' }),
    modality: t.exposeInt('modality', {
      description: Object.entries(MODALITY_COST)
        .map(([word, cost]) => `${word} ${cost}`)
        .join(', '),
    }),
    hub: t.exposeInt('hub', {
      description: `${HUB_COST} for each doubling of the neighbours of what the hop leads to, unless the path ends there.`,
    }),
    shared: t.exposeInt('shared', {
      description: `${SHARED_COST} where it leads on through a ${MERELY_SHARED}.`,
    }),
  }),
});

const PathStepRef = builder.objectRef<StepShape>('PathStep').implement({
  description: 'One hop with all relationships between its two ends, or a may-be reading (then `relations` is empty).',
  fields: (t) => ({
    from: t.field({ type: EntityRef, resolve: ({ at, step }) => found(at, 'entity', step.from) }),
    to: t.field({ type: EntityRef, resolve: ({ at, step }) => found(at, 'entity', step.to) }),
    relations: t.field({
      type: [RelationRef],
      description: 'The more real first, then by type and id.',
      resolve: ({ at, step }) => relationsAt(at, step.relations),
    }),
    reading: t.field({
      type: ReadingRef,
      nullable: true,
      resolve: ({ at, step }) => (step.reading === undefined ? null : found(at, 'reading', step.reading)),
    }),
    cost: t.field({
      type: HopCostRef,
      nullable: true,
      description: 'null of a may-be reading, which is no hop.',
      resolve: ({ step }) => step.cost ?? null,
    }),
    sentences: t.field({
      type: [LabelRef],
      description: 'One a relationship, as read along the path; of a may-be reading, its doubt.',
      resolve: stepSentences,
    }),
  }),
});

const WeakTieRef = builder
  .objectRef<{ readonly at: View; readonly tie: PathById['weak'][number] }>('WeakTie')
  .implement({
    description: 'An entity that a path passes, and why sharing it is no tie worth the name.',
    fields: (t) => ({
      entity: t.field({ type: EntityRef, resolve: ({ at, tie }) => found(at, 'entity', tie.entity) }),
      weakness: t.field({ type: LabelRef, description: WHY_WEAK, resolve: ({ tie }) => tie.weakness }),
    }),
  });

export const PathRef = builder.objectRef<PathShape>('Path').implement({
  fields: (t) => ({
    hops: t.int({ resolve: ({ path }) => path.hops }),
    readings: t.int({ description: 'May-be readings at its ends: 0, 1 or 2.', resolve: ({ path }) => path.readings }),
    confidence: t.int({
      description: 'Least confidence of its hops, thousandths; that of a hop is the greatest of its relationships.',
      resolve: ({ path }) => path.confidence,
    }),
    cost: t.int({ description: 'Sum of its hops, thousandths of a hop.', resolve: ({ path }) => path.cost }),
    leastReal: t.field({
      type: ModalityEnum,
      description: 'Of its hops the least real; that of a hop is the most real of its relationships.',
      resolve: ({ path }) => path.leastReal,
    }),
    weak: t.field({
      type: [WeakTieRef],
      description: 'What it passes that is merely shared, or a hub, in its order.',
      resolve: ({ at, path }) => path.weak.map((tie) => ({ at, tie })),
    }),
    entities: t.field({ type: [EntityRef], resolve: ({ at, path }) => entitiesAt(at, path.entities) }),
    steps: t.field({ type: [PathStepRef], resolve: ({ at, path }) => path.steps.map((step) => ({ at, step })) }),
  }),
});

export const WithoutRef = builder.objectRef<WithoutShape>('Without').implement({
  description: 'What connects the ends when an entity on the way is gone, under the same filters.',
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, entity }) => found(at, 'entity', entity) }),
    path: t.field({
      type: PathRef,
      nullable: true,
      description: 'The best that is left; null: none, or (see truncated) none was found.',
      resolve: ({ at, path }) => (path === undefined ? null : { at, path }),
    }),
    otherReadings: t.field({
      type: [PathRef],
      description:
        'Where `path` reads a name in doubt at an end: the best by every other reading of it that is found to connect them, best first.',
      resolve: async ({ at, otherReadings }) => (await otherReadings()).map((path) => ({ at, path })),
    }),
    truncated: t.exposeBoolean('truncated', { description: 'The budget ended the search for `path`.' }),
  }),
});

export const NearMissRef = builder.objectRef<MissShape>('NearMiss').implement({
  description: 'The path that would be found if some filters were lifted, or more hops allowed. It is no answer.',
  fields: (t) => ({
    filters: t.stringList({
      description: 'The input fields that stand in the way, together. Empty: only its length does.',
      resolve: ({ miss }) => miss.filters.map((filter) => (filter === 'types' ? 'relationTypes' : filter)),
    }),
    path: t.field({ type: PathRef, resolve: ({ at, miss }) => ({ at, path: miss.path }) }),
    message: t.field({ type: LabelRef, resolve: ({ message }) => message() }),
  }),
});

export const NoPathRef = builder.objectRef<NoPathShape>('NoPath').implement({
  fields: (t) => ({
    reason: t.field({ type: NoPathReasonEnum, resolve: ({ none }) => none.reason }),
    message: t.field({
      type: LabelRef,
      description: 'What may be the same first, then which no it is, then its misses.',
      resolve: ({ message }) => message(),
    }),
    misses: t.field({
      type: [NearMissRef],
      description:
        'FILTERED: one for each filter that stands in the way alone or, where none does, for each smallest set that does together (of sets of more than three, for one); where all that do alone lead through a place, also the first past all places, by one filter or by two together. TOO_FAR: one. Those through a place last, not weak first, then by readings and hops; the modalities first of equals.',
      resolve: ({ misses }) => [...misses],
    }),
    cut: t.boolean({
      description: 'The budget ended the search: other filters may stand in the way too, and misses be nearer.',
      resolve: ({ none }) => none.cut,
    }),
  }),
});

/** Relationships of one answer that are given. */
const MOST_INTENDED = 10;

export const IntendedTiesRef = builder.objectRef<IntendedShape>('IntendedTies').implement({
  description:
    'Relationships between the ends that are only planned or proposed; of an asked place or park also with what it lies in. None of them is a tie yet.',
  fields: (t) => ({
    planned: t.int({ resolve: ({ of }) => of.planned }),
    proposed: t.int({ resolve: ({ of }) => of.proposed }),
    message: t.field({ type: LabelRef, resolve: ({ message }) => message }),
    relations: t.field({
      type: [RelationRef],
      description: `Planned before proposed, then by id; at most ${MOST_INTENDED}.`,
      resolve: ({ at, of }) => relationsAt(at, of.relations.slice(0, MOST_INTENDED)),
    }),
    truncated: t.boolean({
      description: 'The budget ended the search: there may be more.',
      resolve: ({ of }) => of.truncated,
    }),
  }),
});

type Explain = {
  readonly algorithm: string;
  readonly expanded: number;
  readonly budget: number;
  readonly tieBreak: string;
};

export const PathExplainRef = builder.objectRef<Explain>('PathExplain').implement({
  fields: (t) => ({
    algorithm: t.exposeString('algorithm'),
    expanded: t.exposeInt('expanded', { description: 'Half-edges looked at.' }),
    budget: t.exposeInt('budget', { description: 'Half-edges one search may look at.' }),
    tieBreak: t.exposeString('tieBreak'),
  }),
});

async function stepSentences({ at, step }: StepShape): Promise<Label[]> {
  if (step.reading === undefined) {
    const rows = await relationsAt(at, step.relations);
    return Promise.all(rows.map(({ row }) => relationSentence(at, row, row.from !== step.from)));
  }
  return [mayBeSameWords(await nameLabel(at, step.from), await nameLabel(at, step.to), undefined)];
}

import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import type { CommonNeighbour } from '#server/analysis/ties/common-neighbours.ts';
import { commonNeighboursOf, type CommonById } from '#server/analysis/ties/tie-answers.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { askedAt, idsOf, outsideCount } from '../asked.ts';
import { builder } from '../builder.ts';
import { relationsAt } from '../entity.ts';
import { EntityNotFoundRef, invalidConstraint, InvalidConstraintRef, outside } from '../expected-outcomes.ts';
import { found } from '../found.ts';
import { LabelRef } from '../label.ts';
import { EntityRef, RelationRef, type EntityShape } from '../refs.ts';
import { filterRefused, RelationFilterInput } from '../relation-filter.ts';
import type { View } from '../view.ts';
import { WHY_WEAK } from '../weakness.ts';
import { AS_IT_IS } from './as-it-is.ts';

const MOST_ASKED = 20;
const MOST_GIVEN = 100;

type NeighbourShape = { readonly at: View; readonly neighbour: CommonNeighbour<string, string> };
type TieShape = { readonly at: View; readonly tie: NeighbourShape['neighbour']['ties'][number] };

const CommonTieRef = builder.objectRef<TieShape>('CommonTie').implement({
  fields: (t) => ({
    of: t.field({
      type: EntityRef,
      description: 'One of the asked.',
      resolve: ({ at, tie }) => found(at, 'entity', tie.of),
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'The more real first, then by type and id.',
      resolve: ({ at, tie }) => relationsAt(at, tie.relations),
    }),
  }),
});

const CommonNeighbourRef = builder.objectRef<NeighbourShape>('CommonNeighbour').implement({
  fields: (t) => ({
    entity: t.field({ type: EntityRef, resolve: ({ at, neighbour }) => found(at, 'entity', neighbour.entity) }),
    count: t.int({
      description: 'How many of the asked it is tied to.',
      resolve: ({ neighbour }) => neighbour.ties.length,
    }),
    ties: t.field({
      type: [CommonTieRef],
      description: 'In the order asked.',
      resolve: ({ at, neighbour }) => neighbour.ties.map((tie) => ({ at, tie })),
    }),
    weakness: t.field({
      type: LabelRef,
      nullable: true,
      description: WHY_WEAK,
      resolve: ({ neighbour }) => neighbour.weakness ?? null,
    }),
  }),
});

type CommonShape = CommonById & {
  readonly outcome: 'CommonNeighbours';
  readonly at: View;
  readonly entities: readonly EntityShape[];
};

const CommonNeighboursRef = builder.objectRef<CommonShape>('CommonNeighbours').implement({
  description: 'What is tied directly to several entities, which may be one of them itself.',
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'The asked in the order asked, each once.',
      resolve: ({ entities }) => [...entities],
    }),
    neighbours: t.field({
      type: [CommonNeighbourRef],
      description: 'Tied to more of the asked first, not weak before weak, lower degree first, then by id.',
      resolve: ({ at, neighbours }) => neighbours.map((neighbour) => ({ at, neighbour })),
    }),
    omitted: t.exposeInt('omitted', { description: 'How many more there are.' }),
    truncated: t.exposeBoolean('truncated', {
      description: 'The budget ended the search: what is given holds, there may be more, and rarer.',
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const CommonNeighboursResult = builder.unionType('CommonNeighboursResult', {
  types: [CommonNeighboursRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

type Input = {
  readonly ids: readonly string[];
  readonly atLeast?: number | null;
  readonly filter?: RelationFilter | null;
  readonly first?: number | null;
};

const CommonNeighboursInput = builder.inputRef<Input>('CommonNeighboursInput').implement({
  fields: (t) => ({
    ids: t.idList({ required: true, description: `2 to ${MOST_ASKED}.` }),
    atLeast: t.int({ description: 'Tied to so many of them: 2 or more; all of them where not said.' }),
    filter: t.field({ type: RelationFilterInput, defaultValue: AS_IT_IS, description: 'Taken whole as given.' }),
    first: t.int({ defaultValue: 20, description: `1 to ${MOST_GIVEN}.` }),
  }),
});

builder.queryField('commonNeighbours', (t) =>
  t.field({
    type: CommonNeighboursResult,
    description: 'What several entities have in common: to what they are tied directly, and by what.',
    args: { input: t.arg({ type: CommonNeighboursInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const first = input.first ?? 20;
      const refused =
        outsideCount('ids', input.ids, 2, MOST_ASKED) ??
        outside('first', first, 1, MOST_GIVEN) ??
        filterRefused(input.filter);
      if (refused !== undefined) return refused;
      const at = await view(version);
      const { entities, missing } = await askedAt(at, input.ids);
      if (missing !== undefined) return missing;
      if (entities.length < 2) {
        return invalidConstraint('ids', '这些编号是同一个实体', 'These ids are one and the same entity.');
      }
      const atLeast = input.atLeast ?? entities.length;
      const unfit = outside('atLeast', atLeast, 2, entities.length);
      if (unfit !== undefined) return unfit;
      const question = { entities: idsOf(entities), atLeast, filter: input.filter ?? {}, first };
      const common = await commonNeighboursOf(at.topology, question);
      return { ...common, outcome: 'CommonNeighbours' as const, at, entities };
    },
  }),
);

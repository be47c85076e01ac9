import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import type { Ring } from '#server/analysis/ties/rings.ts';
import { ringsAround } from '#server/analysis/ties/tie-answers.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { askedAt, idsOf, outsideCount } from '../asked.ts';
import { builder } from '../builder.ts';
import { KindCountRef, RelationTypeCountRef } from '../dataset.ts';
import { entitiesAt } from '../entity.ts';
import { EntityNotFoundRef, InvalidConstraintRef, outside } from '../expected-outcomes.ts';
import { EntityRef, type EntityShape } from '../refs.ts';
import { filterRefused, RelationFilterInput } from '../relation-filter.ts';
import type { View } from '../view.ts';
import { AS_IT_IS } from './as-it-is.ts';

const MOST_ASKED = 5;
const MOST_RINGS = 4;
const MOST_GIVEN = 100;

type RingShape = { readonly at: View; readonly ring: Ring<string> };

const RingRef = builder.objectRef<RingShape>('Ring').implement({
  description: 'What is so many hops from the nearest of the asked.',
  fields: (t) => ({
    distance: t.int({ resolve: ({ ring }) => ring.distance }),
    count: t.int({ description: 'Entities.', resolve: ({ ring }) => ring.count }),
    kinds: t.field({
      type: [KindCountRef],
      description: 'Kinds that occur, in the order of the ontology.',
      resolve: ({ ring }) => [...ring.kinds],
    }),
    relationCount: t.int({
      description: 'Relationships that lead to it from the ring before.',
      resolve: ({ ring }) => ring.relationCount,
    }),
    relationTypes: t.field({
      type: [RelationTypeCountRef],
      description: 'Their types, in the order of the ontology.',
      resolve: ({ ring }) => [...ring.relationTypes],
    }),
    entities: t.field({
      type: [EntityRef],
      description: 'Those to which most of these relationships lead, then by id.',
      resolve: ({ at, ring }) => entitiesAt(at, ring.entities),
    }),
    omitted: t.int({
      description: 'Entities that the limit left out.',
      resolve: ({ ring }) => ring.count - ring.entities.length,
    }),
  }),
});

type RingsShape = {
  readonly outcome: 'Rings';
  readonly at: View;
  readonly entities: readonly EntityShape[];
  readonly rings: readonly RingShape[];
  readonly truncated: boolean;
};

const RingsRef = builder.objectRef<RingsShape>('Rings').implement({
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'The asked in the order asked, each once.',
      resolve: ({ entities }) => [...entities],
    }),
    rings: t.field({
      type: [RingRef],
      description: 'From distance 1 on, as far as there is anything.',
      resolve: ({ rings }) => [...rings],
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'The budget ended the search: the rings given are whole, the next is not told.',
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const RingsResult = builder.unionType('RingsResult', {
  types: [RingsRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

type Input = {
  readonly ids: readonly string[];
  readonly hops?: number | null;
  readonly filter?: RelationFilter | null;
  readonly places?: boolean | null;
  readonly limit?: number | null;
};

const RingsInput = builder.inputRef<Input>('RingsInput').implement({
  fields: (t) => ({
    ids: t.idList({ required: true, description: `1 to ${MOST_ASKED}.` }),
    hops: t.int({ defaultValue: 2, description: `1 to ${MOST_RINGS}.` }),
    filter: t.field({
      type: RelationFilterInput,
      defaultValue: AS_IT_IS,
      description: 'Of every step outwards; taken whole as given.',
    }),
    places: t.boolean({
      defaultValue: false,
      description: 'Also through places and policies, which are counted but not passed otherwise.',
    }),
    limit: t.int({ defaultValue: 5, description: `Most entities of a ring, 0 to ${MOST_GIVEN}.` }),
  }),
});

builder.queryField('rings', (t) =>
  t.field({
    type: RingsResult,
    description: 'What lies around some entities, counted by its distance.',
    args: { input: t.arg({ type: RingsInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const { hops, limit } = { hops: input.hops ?? 2, limit: input.limit ?? 5 };
      const refused =
        outsideCount('ids', input.ids, 1, MOST_ASKED) ??
        outside('hops', hops, 1, MOST_RINGS) ??
        outside('limit', limit, 0, MOST_GIVEN) ??
        filterRefused(input.filter);
      if (refused !== undefined) return refused;
      const at = await view(version);
      const { entities, missing } = await askedAt(at, input.ids);
      if (missing !== undefined) return missing;
      const question = {
        entities: idsOf(entities),
        hops,
        filter: input.filter ?? {},
        places: input.places ?? false,
        limit,
      };
      const { rings, truncated } = await ringsAround(at.topology, question);
      return { outcome: 'Rings' as const, at, entities, rings: rings.map((ring) => ({ at, ring })), truncated };
    },
  }),
);

import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import { neighbourhood } from '#server/analysis/neighbourhood.ts';
import type { RelationFilter } from '#server/analysis/relation-filter.ts';
import { AnswerCoverageRef, coverageOfAnswer } from './answer-coverage.ts';
import { askedAt } from './asked.ts';
import { builder } from './builder.ts';
import { relationsAt } from './entity.ts';
import { EntityNotFoundRef, invalidConstraint, InvalidConstraintRef, outside } from './expected-outcomes.ts';
import { found } from './found.ts';
import { readingsOf } from './reading.ts';
import { EntityRef, ReadingRef, RelationRef, type EntityShape } from './refs.ts';
import { filterRefused, RelationFilterInput } from './relation-filter.ts';
import type { View } from './view.ts';

/** Entities of one question; relationships of one answer. */
const MOST_ASKED = 100;
const MOST_RELATIONS = 2000;

type NeighbourhoodShape = {
  readonly outcome: 'Neighbourhood';
  readonly at: View;
  readonly entities: readonly EntityShape[];
  readonly relations: readonly string[];
  readonly readings: readonly RowOf<'reading'>[];
  readonly omitted: number;
};

const NeighbourhoodRef = builder.objectRef<NeighbourhoodShape>('Neighbourhood').implement({
  fields: (t) => ({
    entities: t.field({
      type: [EntityRef],
      description: 'The asked ones in the order asked, then the others by id: all ends of relations and readings.',
      resolve: ({ entities }) => [...entities],
    }),
    relations: t.field({
      type: [RelationRef],
      description: 'Between two asked entities first, then by modality, type and id.',
      resolve: ({ at, relations }) => relationsAt(at, relations),
    }),
    readings: t.field({
      type: [ReadingRef],
      description: 'May-be readings that touch an asked entity.',
      resolve: ({ at, readings }) => readings.map((row) => ({ at, row })),
    }),
    omitted: t.exposeInt('omitted', { description: 'Relationships that the limit left out.' }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const NeighbourhoodResult = builder.unionType('NeighbourhoodResult', {
  types: [NeighbourhoodRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

type Input = {
  readonly ids: readonly string[];
  readonly filter?: RelationFilter | null;
  readonly limit?: number | null;
  readonly within?: boolean | null;
};

const NeighbourhoodInput = builder.inputRef<Input>('NeighbourhoodInput').implement({
  fields: (t) => ({
    ids: t.idList({ required: true, description: `1 to ${MOST_ASKED}.` }),
    filter: t.field({ type: RelationFilterInput }),
    limit: t.int({
      defaultValue: 200,
      description: `Most relationships, 1 to ${MOST_RELATIONS.toLocaleString('en')}.`,
    }),
    within: t.boolean({ defaultValue: false, description: 'Only relationships between two of the ids.' }),
  }),
});

builder.queryField('neighbourhood', (t) =>
  t.field({
    type: NeighbourhoodResult,
    args: { input: t.arg({ type: NeighbourhoodInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const limit = input.limit ?? 200;
      const refused = outside('limit', limit, 1, MOST_RELATIONS) ?? filterRefused(input.filter);
      if (refused !== undefined) return refused;
      if (input.ids.length < 1 || input.ids.length > MOST_ASKED) {
        return invalidConstraint('ids', `应给 1 到 ${MOST_ASKED} 个编号`, `Give 1 to ${MOST_ASKED} ids.`);
      }
      const at = await view(version);
      const { entities, missing } = await askedAt(at, input.ids);
      if (missing !== undefined) return missing;
      const asked = new Map(entities.map((entity): [string, EntityShape] => [entity.row.id, entity]));
      return answer(at, asked, input.filter ?? {}, limit, input.within ?? false);
    },
  }),
);

async function answer(
  at: View,
  asked: ReadonlyMap<string, EntityShape>,
  filter: RelationFilter,
  limit: number,
  within: boolean,
): Promise<NeighbourhoodShape> {
  const reached = await at.topology.analyse([...asked.keys()], (projection) => {
    const entities = [...asked.keys()].map((id) => projection.entities.indexOf(id));
    const answered = neighbourhood(projection, { entities, filter, limit, within });
    return {
      entities: answered.entities.map((entity) => projection.entities.at(entity)),
      relations: answered.relations.map((row) => projection.relations.ids.at(row)),
      omitted: answered.omitted,
    };
  });
  const readings = (await readingsOf(at, [...asked.keys()])).filter(
    ({ from, to }) => !within || (asked.has(from) && asked.has(to)),
  );
  const ids = new Set(reached.entities);
  const doubtful = new Set(readings.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id)));
  const others = [...[...ids].slice(asked.size), ...doubtful].sort(compareText);
  return {
    outcome: 'Neighbourhood',
    at,
    entities: [...asked.values(), ...(await Promise.all(others.map((id) => found(at, 'entity', id))))],
    relations: reached.relations,
    readings,
    omitted: reached.omitted,
  };
}

import type { DistanceQuestion } from '#server/analysis/ties/distances.ts';
import { distancesBetween, type DistancesById } from '#server/analysis/ties/tie-answers.ts';
import { AnswerCoverageRef, coverageOfAnswer } from '../answer-coverage.ts';
import { askedAt, idsOf, outsideCount } from '../asked.ts';
import { builder } from '../builder.ts';
import { EntityNotFoundRef, invalidConstraint, InvalidConstraintRef, outside } from '../expected-outcomes.ts';
import { MOST_EXCLUDED, MOST_HOPS, ruleFields, rulesOf, rulesRefused, type RulesInput } from '../path-rules.ts';
import { EntityRef, type EntityShape } from '../refs.ts';
import type { View } from '../view.ts';
import { DistanceRef, IntermediaryRef, type DistanceShape, type IntermediaryShape } from './distance-types.ts';

const MOST_ENDS = 20;

type DistancesShape = Omit<DistancesById, 'pairs' | 'intermediaries'> & {
  readonly outcome: 'Distances';
  readonly at: View;
  readonly from: readonly EntityShape[];
  readonly to: readonly EntityShape[];
  readonly pairs: readonly DistanceShape[];
  readonly intermediaries: readonly IntermediaryShape[];
};

const DistancesRef = builder.objectRef<DistancesShape>('Distances').implement({
  description: 'How far two sets of entities are from each other, and what lies between. May-be readings are not used.',
  fields: (t) => ({
    from: t.field({
      type: [EntityRef],
      description: 'In the order asked, each once.',
      resolve: ({ from }) => [...from],
    }),
    to: t.field({ type: [EntityRef], resolve: ({ to }) => [...to] }),
    pairs: t.field({
      type: [DistanceRef],
      description: 'All of `to` for the first of `from`, then for the second, and so on.',
      resolve: ({ pairs }) => [...pairs],
    }),
    intermediaries: t.field({
      type: [IntermediaryRef],
      description: 'What stands on a shortest path of some pairs and is no end of them: by pairs, most first, then id.',
      resolve: ({ intermediaries }) => [...intermediaries],
    }),
    omitted: t.exposeInt('omitted', { description: 'Intermediaries beyond those given.' }),
    truncated: t.exposeBoolean('truncated', {
      description: 'The budget ended the search: what is given holds, pairs may be CUT, intermediaries serve more.',
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const DistancesResult = builder.unionType('DistancesResult', {
  types: [DistancesRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

type Input = RulesInput & {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly maxHops?: number | null;
  readonly exclude?: readonly string[] | null;
};

const DistancesInput = builder.inputRef<Input>('DistancesInput').implement({
  description: 'Filtered as paths are.',
  fields: (t) => ({
    from: t.idList({ required: true, description: `1 to ${MOST_ENDS}.` }),
    to: t.idList({ required: true, description: `1 to ${MOST_ENDS}; they may be in from too.` }),
    maxHops: t.int({ defaultValue: 4, description: `1 to ${MOST_HOPS}.` }),
    ...ruleFields(t),
    exclude: t.idList({ description: `At most ${MOST_EXCLUDED}, none of them an end.` }),
  }),
});

builder.queryField('distances', (t) =>
  t.field({
    type: DistancesResult,
    description: 'Hops of the shortest path of every pair of two sets of entities, and what lies between them.',
    args: { input: t.arg({ type: DistancesInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const refused =
        outsideCount('from', input.from, 1, MOST_ENDS) ??
        outsideCount('to', input.to, 1, MOST_ENDS) ??
        outside('maxHops', input.maxHops ?? 4, 1, MOST_HOPS) ??
        outsideCount('exclude', input.exclude ?? [], 0, MOST_EXCLUDED) ??
        rulesRefused(input);
      if (refused !== undefined) return refused;
      const at = await view(version);
      const [from, to, exclude] = await Promise.all(
        [input.from, input.to, input.exclude ?? []].map((ids) => askedAt(at, ids)),
      );
      const missing = from?.missing ?? to?.missing ?? exclude?.missing;
      if (missing !== undefined) return missing;
      return answer(at, input, from?.entities ?? [], to?.entities ?? [], idsOf(exclude?.entities ?? []));
    },
  }),
);

async function answer(
  at: View,
  input: Input,
  from: readonly EntityShape[],
  to: readonly EntityShape[],
  exclude: readonly string[],
) {
  const question: DistanceQuestion<string> = {
    from: idsOf(from),
    to: idsOf(to),
    exclude,
    maxHops: input.maxHops ?? 4,
    ...rulesOf(input),
  };
  if (exclude.some((id) => question.from.includes(id) || question.to.includes(id))) {
    return invalidConstraint('exclude', '不能排除起点或终点', 'An end cannot be excluded.');
  }
  const found = await distancesBetween(at.topology, question);
  return {
    ...found,
    outcome: 'Distances' as const,
    at,
    from,
    to,
    pairs: found.pairs.map((distance) => ({ at, distance, maxHops: question.maxHops })),
    intermediaries: found.intermediaries.map((intermediary) => ({ at, intermediary })),
  };
}

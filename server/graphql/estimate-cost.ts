import { builder } from './builder.ts';
import { invalidConstraint, InvalidConstraintRef } from './expected-outcomes.ts';
import { LabelRef } from './label.ts';
import type { CostEstimate, MeasuredLimit } from './view.ts';

const LimitRef = builder.objectRef<MeasuredLimit>('MeasuredLimit').implement({
  description: 'One limit of the service and how much of it an operation asks for.',
  fields: (t) => ({
    limit: t.exposeString('limit', {
      description: 'As in `extensions.limit` of a refusal; docs/graphql.md lists them.',
    }),
    label: t.field({ type: LabelRef, resolve: ({ label }) => label }),
    asked: t.exposeInt('asked'),
    allowed: t.exposeInt('allowed'),
    code: t.exposeString('code', { description: 'The error code of a refusal by this limit.' }),
    refused: t.boolean({ resolve: ({ asked, allowed }) => asked > allowed }),
  }),
});

type EstimateShape = {
  readonly outcome: 'CostEstimate';
  readonly measured: readonly MeasuredLimit[];
  readonly tooLarge: boolean;
};

const CostEstimateRef = builder.objectRef<EstimateShape>('CostEstimate').implement({
  description: 'What the limits of this service say of an operation that is not run.',
  fields: (t) => ({
    refused: t.boolean({
      description: 'It would not be run: some limit is passed, or it is too large to be measured.',
      resolve: ({ measured, tooLarge }) => tooLarge || measured.some(({ asked, allowed }) => asked > allowed),
    }),
    tooLarge: t.exposeBoolean('tooLarge', {
      description: 'Not all could be measured: too many tokens to be read, or too many fields to be counted.',
    }),
    limits: t.field({
      type: [LimitRef],
      description: 'In the order in which they are checked: the first that is passed is the one a refusal names.',
      resolve: ({ measured }) => [...measured],
    }),
  }),
});

const EstimateResult = builder.unionType('EstimateResult', {
  types: [CostEstimateRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('estimateCost', (t) =>
  t.field({
    type: EstimateResult,
    description: 'A dry run of the limits: the operation is read, checked and measured, and nothing of it is executed.',
    args: {
      operation: t.arg.string({ required: true, description: 'A document with one operation.' }),
      variables: t.arg.string({ description: 'A JSON object.' }),
    },
    resolve: (_, { operation, variables }, { estimateCost }) => answer(estimateCost(operation, variables ?? undefined)),
  }),
);

function answer(estimate: CostEstimate) {
  if (!('invalid' in estimate)) return { outcome: 'CostEstimate' as const, ...estimate };
  const { invalid, because } = estimate;
  return invalid === 'operation'
    ? invalidConstraint('operation', `这个问题不成立：${because}`, `Not an operation of this schema: ${because}`)
    : invalidConstraint('variables', `变量不对：${because}`, `Wrong variables: ${because}`);
}

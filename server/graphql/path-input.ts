import type { PathQuestion, PathWeight } from '#server/analysis/path-question.ts';
import { askedAt, idsOf, outsideCount } from './asked.ts';
import { builder } from './builder.ts';
import { PathWeightEnum } from './enums.ts';
import { invalidConstraint, outside } from './expected-outcomes.ts';
import { MOST_EXCLUDED, MOST_HOPS, ruleFields, rulesOf, rulesRefused, type RulesInput } from './path-rules.ts';
import type { View } from './view.ts';

const MOST_ENDS = 5;
const MOST_PATHS = 50;
const MOST_PASSED = 3;

type Input = RulesInput & {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly k?: number | null;
  readonly maxHops?: number | null;
  readonly weight?: PathWeight | null;
  readonly disjoint?: boolean | null;
  readonly exclude?: readonly string[] | null;
  readonly mustPass?: readonly string[] | null;
};

export const PathInput = builder.inputRef<Input>('PathInput').implement({
  fields: (t) => ({
    from: t.idList({ required: true, description: `1 to ${MOST_ENDS}.` }),
    to: t.idList({ required: true, description: `1 to ${MOST_ENDS}, none of them also in from.` }),
    k: t.int({ defaultValue: 5, description: `1 to ${MOST_PATHS}.` }),
    maxHops: t.int({ defaultValue: 4, description: `1 to ${MOST_HOPS}.` }),
    weight: t.field({ type: PathWeightEnum, defaultValue: 'HOPS' }),
    disjoint: t.boolean({
      defaultValue: false,
      description: 'Each path the best of those that share nothing with the ones before it but the ends.',
    }),
    ...ruleFields(t),
    exclude: t.idList({ description: `At most ${MOST_EXCLUDED}.` }),
    mustPass: t.idList({
      description: `At most ${MOST_PASSED}, in any order and of any kind; none of them an end or excluded.`,
    }),
  }),
});

/** The question by the ids that the entities have in this version, or why it cannot be asked. */
export async function questionOf(at: View, input: Input) {
  const refused = countsRefused(input) ?? rulesRefused(input);
  if (refused !== undefined) return refused;
  const named = [input.from, input.to, input.exclude ?? [], input.mustPass ?? []];
  const sets = await Promise.all(named.map((ids) => askedAt(at, ids)));
  for (const { missing } of sets) if (missing !== undefined) return missing;
  const [from = [], to = [], exclude = [], mustPass = []] = sets.map(({ entities }) => idsOf(entities ?? []));
  const question: PathQuestion<string> = {
    from,
    to,
    k: input.k ?? 5,
    maxHops: input.maxHops ?? 4,
    weight: input.weight ?? 'HOPS',
    disjoint: input.disjoint ?? false,
    ...rulesOf(input),
    exclude,
    mustPass,
  };
  return clashOf(question) ?? question;
}

function countsRefused({ from, to, k, maxHops, exclude, mustPass }: Input) {
  return (
    outsideCount('from', from, 1, MOST_ENDS) ??
    outsideCount('to', to, 1, MOST_ENDS) ??
    outside('k', k ?? 5, 1, MOST_PATHS) ??
    outside('maxHops', maxHops ?? 4, 1, MOST_HOPS) ??
    outsideCount('exclude', exclude ?? [], 0, MOST_EXCLUDED) ??
    outsideCount('mustPass', mustPass ?? [], 0, MOST_PASSED)
  );
}

function clashOf({ from, to, exclude, mustPass }: PathQuestion<string>) {
  const isEnd = (one: string) => from.includes(one) || to.includes(one);
  if (from.some((one) => to.includes(one))) {
    return invalidConstraint('to', '起点和终点里有同一个实体', 'An entity stands at both ends.');
  }
  if (exclude.some(isEnd)) return invalidConstraint('exclude', '不能排除起点或终点', 'An end cannot be excluded.');
  if (mustPass.some((one) => isEnd(one) || exclude.includes(one))) {
    return invalidConstraint(
      'mustPass',
      '必须经过的不能是起点、终点或排除的实体',
      'What must be passed is no end and is not excluded.',
    );
  }
  return undefined;
}

import { intendedWords } from '#server/analysis/intended-words.ts';
import {
  intendedBetween,
  intendedPathBetween,
  noPathBetween,
  pathsBetween,
  type PathById,
} from '#server/analysis/path-answers.ts';
import type { PathQuestion, PathWeight } from '#server/analysis/path-question.ts';
import { PATH_BUDGET } from '#server/analysis/paths.ts';
import { AnswerCoverageRef, coverageOfAnswer } from './answer-coverage.ts';
import { builder } from './builder.ts';
import { EntityNotFoundRef, InvalidConstraintRef } from './expected-outcomes.ts';
import { MayBeSameRef, sameEnds } from './may-be-same.ts';
import { missShape, noPathInWords } from './no-path-in-words.ts';
import { PathInput, questionOf } from './path-input.ts';
import {
  IntendedTiesRef,
  NearMissRef,
  NoPathRef,
  PathExplainRef,
  PathRef,
  WithoutRef,
  type IntendedShape,
  type MissShape,
  type NoPathShape,
  type PathShape,
  type WithoutShape,
} from './path-types.ts';
import type { View } from './view.ts';
import { writtenOf, WrittenOfRef } from './written-of.ts';

type PathSetShape = {
  readonly outcome: 'PathSet';
  readonly at: View;
  readonly question: PathQuestion<string>;
  readonly paths: readonly PathShape[];
  readonly none: NoPathShape | null;
  readonly truncated: boolean;
  readonly expanded: number;
};

const PathSetRef = builder.objectRef<PathSetShape>('PathSet').implement({
  fields: (t) => ({
    paths: t.field({
      type: [PathRef],
      description:
        'By readings, hops (or cost, then hops), then the list of ids: a path through a may-be reading comes after all others.',
      resolve: ({ paths }) => [...paths],
    }),
    without: t.field({
      type: [WithoutRef],
      description: 'For each entity that the first path passes, in its order: what connects the ends without it.',
      resolve: withoutEach,
    }),
    none: t.field({
      type: NoPathRef,
      nullable: true,
      description: 'Why there is none; null when there is one, or when the search was cut before that was known.',
      resolve: ({ none }) => none,
    }),
    intended: t.field({
      type: IntendedTiesRef,
      nullable: true,
      description:
        'Where every path given is weak, or there is none: what is only planned or proposed between the ends. null: nothing is.',
      resolve: intendedBeside,
    }),
    intendedPath: t.field({
      type: NearMissRef,
      nullable: true,
      description:
        'Where every path given is weak: the path that is there with what is only planned or proposed, of more than one hop, if it has fewer hops than any given, or is not weak. null: none is found.',
      resolve: intendedPathBeside,
    }),
    writtenOf: t.field({
      type: WrittenOfRef,
      nullable: true,
      description:
        'Where every path given is weak, or there is none: what the records of the ends write of each other without its being a relationship. null: nothing is found.',
      resolve: (set) => (isWeakOrNone(set) ? writtenOf(set.at, set.question) : null),
    }),
    mayBeSame: t.field({
      type: [MayBeSameRef],
      description: 'How unconfirmed readings alone join the ends: they may be the same, or one name may mean either.',
      resolve: async ({ at, question }) => [...(await sameEnds(at, question))],
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'The budget ended the search, or paths of fewer hops only were looked for: there may be others.',
    }),
    explain: t.field({
      type: PathExplainRef,
      resolve: ({ expanded, question }) => ({ ...EXPLAINED[question.weight], expanded, budget: PATH_BUDGET }),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

/** Of a name in doubt, beside the best. */
const MOST_READINGS = 4;

const EXPLAINED: Readonly<Record<PathWeight, { readonly algorithm: string; readonly tieBreak: string }>> = {
  HOPS: {
    algorithm: 'bidirectional breadth-first levels, then depth-first pruned by exact distances; simple paths by hops',
    tieBreak: 'readings, hops, id list by code point',
  },
  COST: {
    algorithm: 'bidirectional breadth-first levels, least costs by hops gone, then best first; simple paths by cost',
    tieBreak: 'readings, cost, hops, id list by code point',
  },
};

const PathResult = builder.unionType('PathResult', {
  types: [PathSetRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

builder.queryField('paths', (t) =>
  t.field({
    type: PathResult,
    description: 'The k best simple paths between two sets of entities, or why there is none.',
    args: { input: t.arg({ type: PathInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const at = await view(version);
      const question = await questionOf(at, input);
      return 'outcome' in question ? question : answer(at, question);
    },
  }),
);

async function answer(at: View, question: PathQuestion<string>): Promise<PathSetShape> {
  const { paths, truncated, expanded } = await pathsBetween(at.topology, question);
  const shape = { outcome: 'PathSet', at, question } as const;
  if (paths.length > 0 || truncated) {
    return { ...shape, paths: paths.map((path) => ({ at, path })), none: null, truncated, expanded };
  }
  const why = await noPathBetween(at.topology, question);
  return {
    ...shape,
    paths: [],
    none: why.none === undefined ? null : noPathInWords(at, why.none, question),
    truncated: why.none === undefined,
    expanded: expanded + why.expanded,
  };
}

function isWeakOrNone({ paths }: PathSetShape): boolean {
  return paths.every(({ path }) => path.weak.length > 0);
}

/** Only beside weak ties, or none: a plan or a wish then says more of the two than what they merely share. */
async function intendedBeside(set: PathSetShape): Promise<IntendedShape | null> {
  if (!isWeakOrNone(set)) return null;
  const of = await intendedBetween(set.at.topology, set.question);
  const message = intendedWords(of);
  return message === undefined ? null : { at: set.at, of, message };
}

async function intendedPathBeside(set: PathSetShape): Promise<MissShape | null> {
  const { at, question, paths } = set;
  if (paths.length === 0 || !isWeakOrNone(set)) return null;
  const shortest = Math.min(...paths.map(({ path }) => path.hops));
  const miss = await intendedPathBetween(at.topology, question, shortest);
  return miss === undefined ? null : missShape(at, miss);
}

/** What the best path passes, one after the other taken away: each look costs a share of what a question may. */
function withoutEach({ at, question, paths }: PathSetShape): Promise<readonly WithoutShape[]> {
  const passed = paths[0]?.path.entities.slice(1, -1) ?? [];
  const budget = Math.floor(PATH_BUDGET / Math.max(1, passed.length));
  return Promise.all(
    passed.map(async (entity): Promise<WithoutShape> => {
      const left = {
        ...question,
        k: 1,
        exclude: [...question.exclude, entity],
        mustPass: question.mustPass.filter((one) => one !== entity),
      };
      const { paths: others, truncated, expanded } = await pathsBetween(at.topology, left, budget);
      const otherReadings = () => byOtherReadings(at, left, others[0], budget - expanded);
      return { at, entity, path: others[0], otherReadings, truncated };
    }),
  );
}

/** Each the best of those that read the first end in doubt as nothing that the ones before it read it as. */
async function byOtherReadings(
  at: View,
  question: PathQuestion<string>,
  best: PathById | undefined,
  budget: number,
): Promise<readonly PathById[]> {
  const others: PathById[] = [];
  const unread: string[] = [];
  let left = budget;
  for (let last = best; last !== undefined && last.readings > 0 && others.length < MOST_READINGS && left > 0;) {
    const isAtStart = last.steps[0]?.reading !== undefined;
    unread.push(...last.entities.slice(isAtStart ? 1 : -2, isAtStart ? 2 : -1));
    const { paths, expanded } = await pathsBetween(at.topology, { ...question, unread }, left);
    left -= expanded;
    last = paths[0];
    if (last !== undefined) others.push(last);
  }
  return others;
}

import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality } from '#graph-model/ontology/vocabulary.ts';
import { noPathWords } from '#server/analysis/no-path-words.ts';
import { noPathBetween, pathsBetween, type NoPathById } from '#server/analysis/path-answers.ts';
import type { PathQuestion } from '#server/analysis/path-question.ts';
import { PATH_BUDGET } from '#server/analysis/paths.ts';
import type { Direction } from '#server/analysis/relation-filter.ts';
import { AnswerCoverageRef, coverageOfAnswer } from './answer-coverage.ts';
import { builder } from './builder.ts';
import { entitiesAt } from './entity.ts';
import { DirectionEnum, ModalityEnum, RelationTypeEnum } from './enums.ts';
import {
  entityNotFound,
  EntityNotFoundRef,
  invalidConstraint,
  InvalidConstraintRef,
  outside,
} from './expected-outcomes.ts';
import { entityAt } from './nodes.ts';
import { NoPathRef, PathExplainRef, PathRef, type NoPathShape, type PathShape } from './path-types.ts';
import type { View } from './view.ts';

const MOST_ENDS = 5;
const MOST_PATHS = 50;
const MOST_HOPS = 8;
const MOST_EXCLUDED = 100;

type PathSetShape = {
  readonly outcome: 'PathSet';
  readonly at: View;
  readonly paths: readonly PathShape[];
  readonly none: NoPathShape | null;
  readonly truncated: boolean;
  readonly expanded: number;
};

const PathSetRef = builder.objectRef<PathSetShape>('PathSet').implement({
  fields: (t) => ({
    paths: t.field({
      type: [PathRef],
      description: 'By readings, hops, then the list of ids: a path through a may-be reading comes after all others.',
      resolve: ({ paths }) => [...paths],
    }),
    none: t.field({
      type: NoPathRef,
      nullable: true,
      description: 'Why there is none; null when there is one, or when the search was cut before that was known.',
      resolve: ({ none }) => none,
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'The budget ended the search: the paths are real, but there may be others.',
    }),
    explain: t.field({
      type: PathExplainRef,
      resolve: ({ expanded }) => ({
        algorithm:
          'bidirectional breadth-first levels, then depth-first pruned by exact distances; simple paths by hops',
        expanded,
        budget: PATH_BUDGET,
        tieBreak: 'readings, hops, id list by code point',
      }),
    }),
    coverage: t.field({ type: AnswerCoverageRef, resolve: ({ at }) => coverageOfAnswer(at) }),
  }),
});

const PathResult = builder.unionType('PathResult', {
  types: [PathSetRef, EntityNotFoundRef, InvalidConstraintRef],
  resolveType: ({ outcome }) => outcome,
});

type Input = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly k?: number | null;
  readonly maxHops?: number | null;
  readonly direction?: Direction | null;
  readonly relationTypes?: readonly RelationshipType[] | null;
  readonly modalities?: readonly Modality[] | null;
  readonly ended?: boolean | null;
  readonly exclude?: readonly string[] | null;
  readonly places?: boolean | null;
};

const PathInput = builder.inputRef<Input>('PathInput').implement({
  fields: (t) => ({
    from: t.idList({ required: true, description: `1 to ${MOST_ENDS}.` }),
    to: t.idList({ required: true, description: `1 to ${MOST_ENDS}, none of them also in from.` }),
    k: t.int({ defaultValue: 5, description: `1 to ${MOST_PATHS}.` }),
    maxHops: t.int({ defaultValue: 4, description: `1 to ${MOST_HOPS}.` }),
    direction: t.field({
      type: DirectionEnum,
      defaultValue: 'ANY',
      description: 'As walked from `from` to `to`.',
    }),
    relationTypes: t.field({ type: [RelationTypeEnum] }),
    modalities: t.field({
      type: [ModalityEnum],
      defaultValue: ['operating', 'building'],
      description: 'null: all.',
    }),
    ended: t.boolean({ defaultValue: false, description: 'Also through what its sources say has ended.' }),
    exclude: t.idList({ description: `At most ${MOST_EXCLUDED}.` }),
    places: t.boolean({ defaultValue: false, description: 'Also through places and policies.' }),
  }),
});

builder.queryField('paths', (t) =>
  t.field({
    type: PathResult,
    description: 'The k best simple paths between two sets of entities, or why there is none.',
    args: { input: t.arg({ type: PathInput, required: true }), version: t.arg.int() },
    resolve: async (_, { input, version }, { view }) => {
      const refused = refusal(input);
      if (refused !== undefined) return refused;
      const at = await view(version);
      const named = [input.from, input.to, input.exclude ?? []];
      const sets = await Promise.all(named.map((ids) => Promise.all(ids.map((id) => entityAt(at, id)))));
      for (const [side, set] of sets.entries()) {
        const missing = set.indexOf(undefined);
        if (missing >= 0) return entityNotFound(named[side]?.[missing] ?? '');
      }
      const [from = [], to = [], exclude = []] = sets.map((set) => [
        ...new Set(set.map((entity) => entity?.row.id ?? '')),
      ]);
      if (from.some((one) => to.includes(one))) {
        return invalidConstraint('to', '起点和终点里有同一个实体', 'An entity stands at both ends.');
      }
      if (exclude.some((one) => from.includes(one) || to.includes(one))) {
        return invalidConstraint('exclude', '不能排除起点或终点', 'An end cannot be excluded.');
      }
      return answer(at, {
        from,
        to,
        exclude,
        k: input.k ?? 5,
        maxHops: input.maxHops ?? 4,
        direction: input.direction ?? 'ANY',
        types: input.relationTypes ?? undefined,
        modalities: input.modalities ?? undefined,
        ended: input.ended ?? false,
        places: input.places ?? false,
      });
    },
  }),
);

function refusal({ from, to, k, maxHops, exclude }: Input) {
  return (
    outsideCount('from', from, MOST_ENDS, 1) ??
    outsideCount('to', to, MOST_ENDS, 1) ??
    outside('k', k ?? 5, 1, MOST_PATHS) ??
    outside('maxHops', maxHops ?? 4, 1, MOST_HOPS) ??
    outsideCount('exclude', exclude ?? [], MOST_EXCLUDED, 0)
  );
}

function outsideCount(field: string, ids: readonly string[], most: number, least: number) {
  if (ids.length >= least && ids.length <= most) return undefined;
  return invalidConstraint(field, `${field} 应有 ${least} 到 ${most} 个编号`, `${field}: ${least} to ${most} ids.`);
}

async function answer(at: View, question: PathQuestion<string>): Promise<PathSetShape> {
  const { paths, truncated, expanded } = await pathsBetween(at.topology, question);
  const shapes = paths.map((path): PathShape => ({ at, path }));
  if (paths.length > 0 || truncated) return { outcome: 'PathSet', at, paths: shapes, none: null, truncated, expanded };
  const why = await noPathBetween(at.topology, question);
  return {
    outcome: 'PathSet',
    at,
    paths: [],
    none: why.none === undefined ? null : inWords(at, why.none, question),
    truncated: why.none === undefined,
    expanded: expanded + why.expanded,
  };
}

function inWords(at: View, none: NoPathById, question: PathQuestion<string>): NoPathShape {
  const spoken = none.nearest?.entities ?? (none.end === undefined ? [] : question[none.end]);
  const message = async () => {
    const named = await entitiesAt(at, spoken);
    return noPathWords(
      none,
      named.map(({ row }) => row.name),
      question.maxHops,
    );
  };
  return { at, none, message };
}

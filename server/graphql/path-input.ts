import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { PathQuestion, PathWeight } from '#server/analysis/path-question.ts';
import type { Direction } from '#server/analysis/relation-filter.ts';
import { builder } from './builder.ts';
import { DirectionEnum, KindEnum, ModalityEnum, PathWeightEnum, RelationTypeEnum, SourceClassEnum } from './enums.ts';
import { entityNotFound, invalidConstraint, outside } from './expected-outcomes.ts';
import { entityAt } from './nodes.ts';
import { wrongDate } from './version-date.ts';
import type { View } from './view.ts';

const MOST_ENDS = 5;
const MOST_PATHS = 50;
const MOST_HOPS = 8;
const MOST_EXCLUDED = 100;
const MOST_PASSED = 3;

type Input = {
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly k?: number | null;
  readonly maxHops?: number | null;
  readonly weight?: PathWeight | null;
  readonly disjoint?: boolean | null;
  readonly direction?: Direction | null;
  readonly relationTypes?: readonly RelationshipType[] | null;
  readonly modalities?: readonly Modality[] | null;
  readonly sourceClasses?: readonly SourceClass[] | null;
  readonly minConfidence?: number | null;
  readonly asOf?: PartialDate | null;
  readonly ended?: boolean | null;
  readonly kinds?: readonly Kind[] | null;
  readonly places?: boolean | null;
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
    sourceClasses: t.field({ type: [SourceClassEnum], description: 'At least one of these supports a relationship.' }),
    minConfidence: t.int({ description: 'Of each relationship, thousandths, 0 to 1000.' }),
    asOf: t.string({
      description:
        'Only through what can have held on this date: no source says that it began later or ended before. As precise as known, 2024 or 2024-03.',
    }),
    ended: t.boolean({
      defaultValue: false,
      description: 'Also through what its sources say has ended. With asOf, what has ended since then counts anyway.',
    }),
    kinds: t.field({
      type: [KindEnum],
      description: 'Kinds that a path may pass between its ends. Not given: all, but see places.',
    }),
    places: t.boolean({ defaultValue: false, description: 'Also through places and policies; of no use with kinds.' }),
    exclude: t.idList({ description: `At most ${MOST_EXCLUDED}.` }),
    mustPass: t.idList({
      description: `At most ${MOST_PASSED}, in any order and of any kind; none of them an end or excluded.`,
    }),
  }),
});

type Refusal = ReturnType<typeof entityNotFound> | ReturnType<typeof invalidConstraint>;

/** The question by the ids that the entities have in this version, or why it cannot be asked. */
export async function questionOf(at: View, input: Input): Promise<PathQuestion<string> | Refusal> {
  const refused = countsRefused(input) ?? wrongDate(input.asOf, 'asOf');
  if (refused !== undefined) return refused;
  const named = [input.from, input.to, input.exclude ?? [], input.mustPass ?? []];
  const sets: string[][] = [];
  for (const ids of named) {
    const entities = await Promise.all(ids.map((id) => entityAt(at, id)));
    const missing = entities.indexOf(undefined);
    if (missing >= 0) return entityNotFound(ids[missing] ?? '');
    sets.push([...new Set(entities.flatMap((entity) => entity?.row.id ?? []))]);
  }
  const [from = [], to = [], exclude = [], mustPass = []] = sets;
  const clash = clashOf({ from, to, exclude, mustPass });
  if (clash !== undefined) return clash;
  return {
    from,
    to,
    exclude,
    mustPass,
    k: input.k ?? 5,
    maxHops: input.maxHops ?? 4,
    weight: input.weight ?? 'HOPS',
    disjoint: input.disjoint ?? false,
    direction: input.direction ?? 'ANY',
    types: input.relationTypes ?? undefined,
    modalities: input.modalities ?? undefined,
    sourceClasses: input.sourceClasses ?? undefined,
    minConfidence: input.minConfidence ?? 0,
    asOf: input.asOf ?? undefined,
    ended: input.ended ?? false,
    kinds: input.kinds ?? undefined,
    places: input.places ?? false,
  };
}

function countsRefused({ from, to, k, maxHops, minConfidence, exclude, mustPass }: Input) {
  return (
    outsideCount('from', from, MOST_ENDS, 1) ??
    outsideCount('to', to, MOST_ENDS, 1) ??
    outside('k', k ?? 5, 1, MOST_PATHS) ??
    outside('maxHops', maxHops ?? 4, 1, MOST_HOPS) ??
    outside('minConfidence', minConfidence ?? 0, 0, 1000) ??
    outsideCount('exclude', exclude ?? [], MOST_EXCLUDED, 0) ??
    outsideCount('mustPass', mustPass ?? [], MOST_PASSED, 0)
  );
}

function outsideCount(field: string, ids: readonly string[], most: number, least: number) {
  if (ids.length >= least && ids.length <= most) return undefined;
  return invalidConstraint(field, `${field} 应有 ${least} 到 ${most} 个编号`, `${field}: ${least} to ${most} ids.`);
}

function clashOf({ from, to, exclude, mustPass }: Pick<PathQuestion<string>, 'from' | 'to' | 'exclude' | 'mustPass'>) {
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

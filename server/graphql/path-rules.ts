import type { PartialDate } from '#graph-model/dates.ts';
import type { Kind } from '#graph-model/ontology/kinds.ts';
import type { RelationshipType } from '#graph-model/ontology/relationships.ts';
import type { Modality, SourceClass } from '#graph-model/ontology/vocabulary.ts';
import type { PathRules } from '#server/analysis/path-question.ts';
import type { Direction } from '#server/analysis/relation-filter.ts';
import type { SchemaTypes } from './builder.ts';
import { DirectionEnum, KindEnum, ModalityEnum, RelationTypeEnum, SourceClassEnum } from './enums.ts';
import { outside } from './expected-outcomes.ts';
import { wrongDate } from './version-date.ts';

/** Of every question about paths and distances. */
export const MOST_HOPS = 8;
export const MOST_EXCLUDED = 100;

/** What a path may use, as it is asked for. */
export type RulesInput = {
  readonly direction?: Direction | null;
  readonly relationTypes?: readonly RelationshipType[] | null;
  readonly modalities?: readonly Modality[] | null;
  readonly sourceClasses?: readonly SourceClass[] | null;
  readonly minConfidence?: number | null;
  readonly asOf?: PartialDate | null;
  readonly ended?: boolean | null;
  readonly kinds?: readonly Kind[] | null;
  readonly places?: boolean | null;
};

export function ruleFields(t: PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'InputObject'>) {
  return {
    direction: t.field({ type: DirectionEnum, defaultValue: 'ANY', description: 'As walked from `from` to `to`.' }),
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
  };
}

export function rulesRefused({ minConfidence, asOf }: RulesInput) {
  return outside('minConfidence', minConfidence ?? 0, 0, 1000) ?? wrongDate(asOf, 'asOf');
}

export function rulesOf(input: RulesInput): Omit<PathRules, 'exclude' | 'mustPass'> {
  return {
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

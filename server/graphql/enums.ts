import { ATTRIBUTES, ATTRIBUTE_NAMES, type AttributeName } from '#graph-model/ontology/attributes.ts';
import { KINDS, KIND_NAMES, type Kind } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { RELATIONSHIPS, RELATIONSHIP_TYPES, type RelationshipType } from '#graph-model/ontology/relationships.ts';
import {
  EXTENTS,
  FIGURES,
  MODALITIES,
  NAME_TYPES,
  SOURCE_CLASSES,
  STANCES,
  VISIBILITIES,
  wordsOf,
} from '#graph-model/ontology/vocabulary.ts';
import type { PathWeight } from '#server/analysis/path-question.ts';
import { builder } from './builder.ts';

/** Enums are the ontology's own words, in the order of its tables, described by their labels. */
function words<Word extends string>(name: string, list: readonly Word[], labelOf: (word: Word) => Label) {
  const values = list.map((word) => {
    const { zh, en } = labelOf(word);
    return [word, { value: word, description: `${zh} / ${en}` }];
  });
  return builder.enumType<string, Record<Word, { value: Word }>>(name, { values: Object.fromEntries(values) });
}

/** An enum of a table of labels. */
export function vocabulary<T extends Record<string, Label>>(name: string, table: T) {
  return words<keyof T & string>(name, wordsOf(table), (word) => table[word] as Label);
}

export const KindEnum = words<Kind>('Kind', KIND_NAMES, (word) => KINDS[word]);
export const RelationTypeEnum = words<RelationshipType>(
  'RelationType',
  RELATIONSHIP_TYPES,
  (word) => RELATIONSHIPS[word].label,
);
export const AttributeNameEnum = words<AttributeName>('AttributeName', ATTRIBUTE_NAMES, (word) => ATTRIBUTES[word]);
export const ModalityEnum = vocabulary('Modality', MODALITIES);
export const SourceClassEnum = vocabulary('SourceClass', SOURCE_CLASSES);
export const VisibilityEnum = vocabulary('Visibility', VISIBILITIES);
export const ExtentEnum = vocabulary('Extent', EXTENTS);
export const NameTypeEnum = vocabulary('NameType', NAME_TYPES);
export const FigureEnum = vocabulary('Figure', FIGURES);
export const StanceEnum = vocabulary('Stance', STANCES);

export const DirectionEnum = builder.enumType('Direction', {
  description: 'Seen from the entity asked about. A relationship without direction is found by all three.',
  values: ['OUT', 'IN', 'ANY'] as const,
});
export const PathWeightEnum = builder.enumType('PathWeight', {
  values: {
    HOPS: { description: 'By hops.' },
    COST: {
      description:
        'By cost, which passing a hub, or what is merely shared, a less sure relationship and one that is not yet real add to; see HopCost.',
    },
  } as const satisfies Record<PathWeight, unknown>,
});
export const MatchEnum = builder.enumType('Match', {
  values: {
    EXACT: { description: 'The name is the text.' },
    PREFIX: { description: 'The name begins with the text.' },
    SUBSTRING: { description: 'The name holds the text.' },
    PINYIN: { description: 'The pinyin of the name, or its initials, begins with the text.' },
  } as const,
});
export const NoPathReasonEnum = builder.enumType('NoPathReason', {
  values: {
    NO_RELATIONS: { description: 'One end has no relationship in the graph. Records may write of it all the same.' },
    FILTERED: { description: 'There is a path, but not under these filters.' },
    TOO_FAR: { description: 'There is a path, but with more hops.' },
    NOT_CONNECTED: { description: 'No relationships join the ends, whatever the filters.' },
  } as const,
});

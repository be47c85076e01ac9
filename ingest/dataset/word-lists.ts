import { ATTRIBUTE_NAMES } from '#graph-model/ontology/attributes.ts';
import { KIND_NAMES } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { RELATIONSHIP_TYPES } from '#graph-model/ontology/relationships.ts';
import { FIGURES, MODALITIES, STANCES, wordsOf } from '#graph-model/ontology/vocabulary.ts';

export type WordList = { readonly what: Label; readonly words: readonly string[] };

/** The closed vocabularies that a mapping or a cell must choose from. */
export const WORD_LISTS = {
  kind: { what: { zh: '类别', en: 'kind' }, words: KIND_NAMES },
  relationship: { what: { zh: '关系', en: 'relationship' }, words: RELATIONSHIP_TYPES },
  attribute: { what: { zh: '属性', en: 'attribute' }, words: ATTRIBUTE_NAMES },
  modality: { what: { zh: '虚实', en: 'modality' }, words: wordsOf(MODALITIES) },
  stance: { what: { zh: '支持与否', en: 'stance' }, words: wordsOf(STANCES) },
  figure: { what: { zh: '数字性质', en: 'figure' }, words: wordsOf(FIGURES) },
  ended: { what: { zh: '是否结束', en: 'word for ended' }, words: ['true', 'false'] },
} as const satisfies Record<string, WordList>;

import { ATTRIBUTES, type AttributeSpec } from '#graph-model/ontology/attributes.ts';
import { EXPECTED, EXPECTED_OF, type Expected } from '#graph-model/ontology/expected.ts';
import { KIND_NAMES, KINDS, KIND_SETS } from '#graph-model/ontology/kinds.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { QUALIFIER_NAMES, QUALIFIERS } from '#graph-model/ontology/qualifiers.ts';
import { RELATIONSHIP_TYPES, specOf } from '#graph-model/ontology/relationships.ts';
import {
  CHAIN_STAGES,
  DISPUTES,
  ENGAGEMENTS,
  EXTENTS,
  FIGURES,
  MODALITIES,
  NAME_TYPES,
  PRODUCT_STAGES,
  SOURCE_CLASSES,
  STANCES,
  VERDICTS,
  VISIBILITIES,
} from '#graph-model/ontology/vocabulary.ts';
import { table } from './page.ts';

const WORD_LISTS: readonly (readonly [string, Record<string, Label>])[] = [
  ['modality 情态', MODALITIES],
  ['source class 资料类别', SOURCE_CLASSES],
  ['visibility 可见性', VISIBILITIES],
  ['extent 覆盖程度', EXTENTS],
  ['stance 支持与否', STANCES],
  ['dispute 争议', DISPUTES],
  ['name type 名称类型', NAME_TYPES],
  ['figure 数值性质', FIGURES],
  ['position 链上位置', CHAIN_STAGES],
  ['product stage 产品阶段', PRODUCT_STAGES],
  ['verdict 判断', VERDICTS],
  ['engagement 对接进展', ENGAGEMENTS],
];

/** The ontology as tables, in the order of its own tables. */
export function ontologyTables(): string[] {
  return [
    ...section('实体类型 Kinds', ['kind', '中文', 'family'], KIND_NAMES.map(kindRow)),
    '',
    ...Object.entries(KIND_SETS).map(([name, kinds]) => `*${name}* = ${kinds.join(', ')}.`),
    '',
    ...section(
      '关系 Relationships',
      ['relationship', '中文', 'from → to', 'identity beside ends and modality', 'also carries'],
      RELATIONSHIP_TYPES.map(relationshipRow),
    ),
    '',
    ...section('限定 Qualifiers', ['qualifier', '中文', 'value', 'one at a time'], QUALIFIER_NAMES.map(qualifierRow)),
    '',
    ...section(
      '属性 Attributes',
      ['attribute', '中文', 'value', 'one at a time', 'details'],
      Object.entries(ATTRIBUTES).map(([name, spec]) => attributeRow(name, spec)),
    ),
    '',
    ...section(
      '先问什么 Asked first',
      ['kind', 'what is asked', 'told by'],
      Object.entries(EXPECTED_OF).map(([kind, words]) => [
        `\`${kind}\``,
        words.map((word) => `\`${word}\` ${EXPECTED[word].zh}`).join(' · '),
        [...new Set(words.flatMap((word) => EXPECTED[word].told.map(toldBy)))].join(', '),
      ]),
    ),
    '',
    ...section(
      '词表 Vocabulary',
      ['list', 'words'],
      WORD_LISTS.map(([name, words]) => [name, wordsOf(words)]),
    ),
  ];
}

function toldBy(told: Expected['told'][number]): string {
  if ('place' in told) return 'a place';
  return 'relationship' in told ? `\`${told.relationship}\`` : `\`${told.attribute}\``;
}

function section(title: string, head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return [`## ${title}`, '', ...table(head, rows)];
}

function kindRow(kind: (typeof KIND_NAMES)[number]): string[] {
  return [`\`${kind}\``, KINDS[kind].zh, KINDS[kind].family];
}

function relationshipRow(type: (typeof RELATIONSHIP_TYPES)[number]): string[] {
  const spec = specOf(type);
  const ends = `${spec.from.join(', ')} ${spec.symmetric ? '↔' : '→'} ${spec.sameKind ? 'same kind' : spec.to.join(', ')}`;
  return [
    `\`${type}\``,
    `${spec.label.zh} / ${spec.inverse.zh}`,
    ends,
    spec.identity.join(', '),
    spec.carries.join(', '),
  ];
}

function qualifierRow(name: (typeof QUALIFIER_NAMES)[number]): string[] {
  const spec = QUALIFIERS[name];
  return [`\`${name}\``, spec.zh, valueOf(spec.value), 'functional' in spec ? 'yes' : ''];
}

function attributeRow(name: string, spec: AttributeSpec): string[] {
  return [`\`${name}\``, spec.zh, valueOf(spec.value), spec.functional ? 'yes' : '', spec.details.join(', ')];
}

function valueOf(value: { type: string; words?: Record<string, Label>; kinds?: readonly string[] }): string {
  if (value.words) return wordsOf(value.words);
  return value.kinds ? value.kinds.join(', ') : value.type;
}

function wordsOf(words: Record<string, Label>): string {
  return Object.entries(words)
    .map(([word, label]) => `\`${word}\` ${label.zh}`)
    .join(' · ');
}

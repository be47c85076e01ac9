import { ATTRIBUTES, type AttributeName } from '#graph-model/ontology/attributes.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { QUALIFIERS, type Qualifier } from '#graph-model/ontology/qualifiers.ts';
import { inOwnWords } from '#graph-model/ontology/quoted.ts';
import { compareText } from '#graph-model/text.ts';
import { builder } from './builder.ts';

export const LabelRef = builder.objectRef<Label>('Label').implement({
  description: 'Said in both languages, Chinese first.',
  fields: (t) => ({ zh: t.exposeString('zh'), en: t.exposeString('en') }),
});

type DetailShape = { readonly name: string; readonly value: string };

export const DetailRef = builder.objectRef<DetailShape>('Detail').implement({
  description: 'What a fact says beside its ends or its value.',
  fields: (t) => ({
    name: t.exposeString('name'),
    label: t.field({ type: LabelRef, resolve: ({ name }) => labelOfDetail(name) }),
    value: t.exposeString('value'),
    valueLabel: t.field({
      type: LabelRef,
      description: 'The value in words where it is a word of a vocabulary, else as it is; English quotes Chinese.',
      resolve: ({ name, value }) => valueLabel(name, value),
    }),
  }),
});

/** Details of an attribute are named in the ontology but carry no labels of their own there. */
const ATTRIBUTE_DETAILS: Readonly<Record<string, Label>> = {
  type: { zh: '类型', en: 'type' },
  lang: { zh: '语言', en: 'language' },
  scheme: { zh: '编码', en: 'scheme' },
  issuer: { zh: '认定单位', en: 'issuer' },
  batch: { zh: '批次', en: 'batch' },
  date: { zh: '日期', en: 'date' },
  revoked: { zh: '撤销', en: 'revoked' },
};

function labelOfDetail(name: string): Label {
  if (name in QUALIFIERS) return labelOnly(QUALIFIERS[name as Qualifier]);
  return ATTRIBUTE_DETAILS[name] ?? { zh: name, en: name };
}

export function valueLabel(name: string, value: string): Label {
  const spec = name in QUALIFIERS ? QUALIFIERS[name as Qualifier].value : undefined;
  return wordIn(spec, value);
}

export function attributeValueLabel(name: AttributeName, value: string): Label {
  return wordIn(ATTRIBUTES[name].value, value);
}

export function detailsOf(values: Readonly<Record<string, string | undefined>>): DetailShape[] {
  const list: DetailShape[] = [];
  for (const [name, value] of Object.entries(values)) if (value !== undefined) list.push({ name, value });
  return list.sort((a, b) => compareText(a.name, b.name));
}

/** The two languages alone, out of a line of a table. */
export function labelOnly({ zh, en }: Label): Label {
  return { zh, en };
}

function wordIn(spec: { readonly type: string; readonly words?: object } | undefined, value: string): Label {
  const words = (spec?.words ?? {}) as Readonly<Record<string, Label>>;
  return Object.hasOwn(words, value) ? labelOnly(words[value] as Label) : inOwnWords(value);
}

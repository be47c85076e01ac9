import type { Label } from '#graph-model/ontology/label.ts';
import type { SOURCE_CLASSES } from '#graph-model/ontology/vocabulary.ts';

export type SourceClass = keyof typeof SOURCE_CLASSES;

/** What a list of a segment or a chain is called, or of a body. */
export const LIST_NAMES = {
  region: {
    named: { zh: '资料点名', en: 'Named by sources' },
    ties: { zh: '在本地或有联系', en: 'Here or tied to it' },
    results: { zh: '可转化成果', en: 'Results to transfer' },
  },
  body: {
    named: { zh: '规划或建议的合作', en: 'Planned or proposed' },
    ties: { zh: '已有联系', en: 'Tied to it already' },
    results: { zh: '可转化成果', en: 'Results to transfer' },
  },
} as const satisfies Record<string, Record<string, Label>>;
export type ListName = keyof (typeof LIST_NAMES)['region'];

/** By what sort of paper somebody is named: a plan binds, a speech proposes, news tell. The weightiest counts. */
const NAMED_BY = {
  policy: { zh: '规划点名', en: 'Named by plans' },
  official_news: { zh: '报道点名', en: 'Named by news' },
  proposal: { zh: '建议点名', en: 'Named by proposals' },
  other: { zh: '别的资料点名', en: 'Named by other sources' },
} as const satisfies Record<string, Label>;
type NamedBy = keyof typeof NAMED_BY;
const WEIGHTIEST_FIRST = Object.keys(NAMED_BY) as readonly NamedBy[];

export function namedBy(classes: readonly SourceClass[]): Label {
  return NAMED_BY[sortOf(classes)];
}

/** What a list of the named is called: by the one sort of paper that names all of it, else each sort with its count. */
export function namedLabel(rows: readonly { readonly saidBy: readonly SourceClass[] }[]): Label {
  const counts = WEIGHTIEST_FIRST.map((sort) => {
    return [sort, rows.filter(({ saidBy }) => sortOf(saidBy) === sort).length] as const;
  }).filter(([, count]) => count > 0);
  const [first, ...others] = counts;
  if (first === undefined) return LIST_NAMES.region.named;
  if (others.length === 0) return NAMED_BY[first[0]];
  return {
    zh: counts.map(([sort, count]) => `${NAMED_BY[sort].zh} ${count}`).join('、'),
    en: counts.map(([sort, count]) => `${NAMED_BY[sort].en}: ${count}`).join('; '),
  };
}

function sortOf(classes: readonly SourceClass[]): NamedBy {
  return WEIGHTIEST_FIRST.find((sort) => classes.some((one) => one === sort)) ?? 'other';
}

import type { Label } from '#graph-model/ontology/label.ts';
import type { Plain } from './plain-scores.ts';

export const MEASURES = {
  measured: { zh: '命中率测过', en: 'the hit rate is measured on this data' },
  not_measured: { zh: '命中率没有测过', en: 'the hit rate is not measured on this data' },
} as const satisfies Record<string, Label>;

/** Why a rate is not known. */
export const UNMEASURED = {
  no_measure: { zh: '没有可以先隐去再找的已知例子', en: 'nothing that could be hidden and found again' },
  too_few: { zh: '可以先隐去再找的已知例子不足 20 组', en: 'fewer than 20 groups that could be hidden' },
} as const satisfies Record<string, Label>;
export type Unmeasured = keyof typeof UNMEASURED;

/** What a ranking would be that knows nothing but one plain number. */
export const PLAIN_LABELS: Readonly<Record<Plain, Label>> = {
  popularity: { zh: '只按多少排', en: 'by number alone' },
  'common neighbours': { zh: '只按共同伙伴的多少排', en: 'by common partners alone' },
  'Adamic–Adar': { zh: '只按共同伙伴排，伙伴多的少算（Adamic–Adar）', en: 'by Adamic–Adar alone' },
  Katz: { zh: '只按几步之内有多少条路排（Katz）', en: 'by Katz alone' },
  'degree product': { zh: '只按双方伙伴数的乘积排', en: 'by the product of degrees alone' },
};

import type { Label } from './label.ts';

/**
 * How real a relationship is said to be. Part of its identity: the four never mix. The words are true of any
 * relationship, a membership as well as a product: “in production” is said of makers alone.
 */
export const MODALITIES = {
  operating: { zh: '现有', en: 'existing' },
  building: { zh: '在建', en: 'building' },
  planned: { zh: '规划', en: 'planned' },
  proposed: { zh: '建议', en: 'proposed' },
} as const satisfies Record<string, Label>;

/** What sort of paper a source is. */
export const SOURCE_CLASSES = {
  policy: { zh: '政策', en: 'policy' },
  register: { zh: '名录', en: 'register' },
  statistics: { zh: '统计', en: 'statistics' },
  official_news: { zh: '官方新闻', en: 'official news' },
  proposal: { zh: '建言', en: 'proposal' },
  company_statement: { zh: '企业说明', en: 'company statement' },
  paper: { zh: '论文', en: 'paper' },
  project_note: { zh: '项目笔记', en: 'project note' },
} as const satisfies Record<string, Label>;

/** Whether everyone may see a source. A public store refuses internal ones. */
export const VISIBILITIES = {
  public: { zh: '公开', en: 'public' },
  internal: { zh: '内部', en: 'internal' },
} as const satisfies Record<string, Label>;

/** How much of a chain or segment a source claims to cover. */
export const EXTENTS = {
  register: { zh: '名录', en: 'register' },
  list: { zh: '名单', en: 'list' },
  mention: { zh: '提及', en: 'mention' },
} as const satisfies Record<string, Label>;

/** What a name is. `weak` names (abbreviations too short to identify) find, but never merge. */
export const NAME_TYPES = {
  legal: { zh: '全称', en: 'legal' },
  short: { zh: '简称', en: 'short' },
  former: { zh: '曾用名', en: 'former' },
  english: { zh: '英文名', en: 'English' },
  weak: { zh: '过短的名称', en: 'weak' },
} as const satisfies Record<string, Label>;

/** What kind of figure an indicator is. */
export const FIGURES = {
  actual: { zh: '实际', en: 'actual' },
  target: { zh: '目标', en: 'target' },
  baseline: { zh: '基数', en: 'baseline' },
  estimate: { zh: '预计', en: 'estimate' },
} as const satisfies Record<string, Label>;

/** Where a segment stands in its chain. */
export const CHAIN_STAGES = {
  upstream: { zh: '上游', en: 'upstream' },
  midstream: { zh: '中游', en: 'midstream' },
  downstream: { zh: '下游', en: 'downstream' },
  service: { zh: '服务', en: 'service' },
} as const satisfies Record<string, Label>;

/** How far a product is. Part of the identity of PRODUCES and DEVELOPS. */
export const PRODUCT_STAGES = {
  research: { zh: '研究', en: 'research' },
  pilot: { zh: '中试', en: 'pilot' },
  registered: { zh: '注册', en: 'registered' },
  mass: { zh: '量产', en: 'mass' },
} as const satisfies Record<string, Label>;

/** What a source says is lacking, for a place. */
export const VERDICTS = {
  missing: { zh: '空白', en: 'missing' },
  sole: { zh: '独家', en: 'sole' },
  weak: { zh: '薄弱', en: 'weak' },
} as const satisfies Record<string, Label>;

/** Does a passage speak for a statement or against it? */
export const STANCES = {
  supports: { zh: '支持', en: 'supports' },
  refutes: { zh: '反对', en: 'refutes' },
} as const satisfies Record<string, Label>;

/** How sources are at odds over a fact: a passage denies what another supports, or a functional thing has two values. */
export const DISPUTES = {
  denied: { zh: '有否认', en: 'denied' },
  differing: { zh: '说法不一', en: 'differing' },
} as const satisfies Record<string, Label>;

/** How far an office has come with a firm. Internal. */
export const ENGAGEMENTS = {
  talking: { zh: '洽谈', en: 'talking' },
  signed: { zh: '签约', en: 'signed' },
  landed: { zh: '落地', en: 'landed' },
} as const satisfies Record<string, Label>;

export type Modality = keyof typeof MODALITIES;
export type Dispute = keyof typeof DISPUTES;
export type SourceClass = keyof typeof SOURCE_CLASSES;
export type Visibility = keyof typeof VISIBILITIES;
export type NameType = keyof typeof NAME_TYPES;

/** The keys of a vocabulary as the non-empty tuple that `z.enum` asks for. */
export function wordsOf<T extends Record<string, Label>>(vocabulary: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(vocabulary) as [keyof T & string, ...(keyof T & string)[]];
}

import type { SourceClass } from '#graph-model/ontology/vocabulary.ts';

/**
 * Every number that a state rests on, in one place, with its reason. All strengths are whole thousandths. They are the
 * same for all chains and regions: a threshold that is tuned to a chain says nothing about it.
 */
export const TERMS = {
  /** A strength from here on is 优势: at least four actors with research behind them, or five with fresh sources. */
  strongFrom: 700,
  /** Below this one or two actors are 薄弱: neither research nor a recognised actor stands behind them. */
  weakBelow: 400,
  /** As many operating actors are few enough to be 薄弱. */
  fewActors: 2,
  /** One publisher alone makes no 优势 without a register: newspapers of one group repeat each other. */
  publishersForStrong: 2,
  /** A register older than this many years no longer covers: a trade fair's cycle, and the yearly report of firms. */
  registerYears: 2,
  /** Each operating actor, and how many count: the sixth firm adds less than the first five. */
  actor: { each: 100, most: 5 },
  /** Each operating actor with a recognition that has not been revoked. */
  recognised: { each: 100, most: 2 },
  /** Each body whose research stands behind the segment. */
  research: { each: 100, most: 2 },
  /** The newest source on what operates: of the last year, of the last three years. */
  fresh: { year: 100, threeYears: 50 },
} as const;

/** Whose word that something is weak, held by one firm or missing sets a state. What others say is shown as said. */
export const JUDGES: readonly SourceClass[] = ['policy', 'register', 'statistics', 'official_news'];

/** In the order of the table of states: the first that holds is the state. */
export const STATES = {
  missing: { zh: '空白', en: 'missing' },
  strong: { zh: '优势', en: 'strong' },
  weak: { zh: '薄弱', en: 'weak' },
  present: { zh: '有基础', en: 'present' },
  unsurveyed: { zh: '待摸底', en: 'to be surveyed' },
} as const;
export type State = keyof typeof STATES;

export const GAP_KINDS = {
  supply: { zh: '供应链缺口', en: 'supply gap' },
  technology: { zh: '技术缺口', en: 'technology gap' },
  upstream: { zh: '上游缺口', en: 'upstream gap' },
  downstream: { zh: '下游缺口', en: 'downstream gap' },
} as const;
export type GapKind = keyof typeof GAP_KINDS;

export const ACTIONS = {
  build: { zh: '建链', en: 'build the chain' },
  fill: { zh: '补链', en: 'fill the gap' },
  strengthen: { zh: '强链', en: 'strengthen' },
  extend: { zh: '延链', en: 'extend' },
  upgrade: { zh: '升链', en: 'upgrade' },
} as const;
export type Action = keyof typeof ACTIONS;

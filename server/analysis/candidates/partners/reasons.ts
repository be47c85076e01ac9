/**
 * Why a body joins another in a consortium, as ways in which a partner may have been come by. Each way would name bodies
 * with a probability of its own; `reasons` gives it over the probability of being met by activity alone, so that 1 is by
 * chance. The walk is Newman's: a tie of n members gives each of the others 1/(n − 1) (doi 10.1103/PhysRevE.64.016132).
 */
export const REASONS = {
  anyone: { zh: '任何单位', en: 'anyone' },
  activity: { zh: '参加过的联合体、项目多', en: 'takes part often' },
  closeness: { zh: '伙伴的伙伴', en: 'partner of partners' },
  segment: { zh: '同一环节', en: 'same segment' },
  flow: { zh: '上下游环节', en: 'feeds or is fed' },
  stage: { zh: '相邻环节', en: 'segment beside it' },
  chain: { zh: '同一产业链', en: 'same chain' },
  kind: { zh: '这类单位常参加', en: 'a kind often sought' },
  place: { zh: '同一地方', en: 'same place' },
} as const;
export type Reason = keyof typeof REASONS;
export const REASON_NAMES = Object.keys(REASONS) as readonly Reason[];

/** Reasons that speak of the two: the others say of the one what they would say of anybody. */
export type PairReason = Exclude<Reason, 'anyone' | 'activity' | 'kind'>;

/** A body with no tie is counted as having so many, all others as so many more: who never took part may still join. */
export const NEWCOMER = 2;

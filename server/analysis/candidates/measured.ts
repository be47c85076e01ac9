/** How well a ranking finds again what was hidden, on this very data. */
export const MEASURES = {
  not_measured: { zh: '命中率没有测过', en: 'the hit rate is not measured on this data' },
} as const;
export type Measure = keyof typeof MEASURES;

export const LEDGERS = {
  not_loaded: {
    zh: '没有导入接触台账，是否接触过不知道',
    en: 'no ledger is loaded: whether there was contact is unknown',
  },
  loaded: { zh: '已导入接触台账', en: 'a ledger is loaded' },
} as const;
export type LedgerState = keyof typeof LEDGERS;

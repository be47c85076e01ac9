export const LEDGERS = {
  not_loaded: {
    zh: '没有导入接触台账，是否接触过不知道',
    en: 'no ledger is loaded: whether there was contact is unknown',
  },
  loaded: { zh: '已导入接触台账', en: 'a ledger is loaded' },
} as const;
export type LedgerState = keyof typeof LEDGERS;

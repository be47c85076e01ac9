import type { Label } from '#graph-model/ontology/label.ts';

type Form = { readonly what: Label; readonly example: string; test(text: string): boolean };

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** How numbers of each sort are written. */
export const VALUE_FORMS = {
  decimal: {
    what: { zh: '十进制数', en: 'a decimal' },
    example: '2442、8.4',
    test: (text) => DECIMAL.test(text),
  },
  amount: {
    what: { zh: '数额（数字带单位）', en: 'an amount (number and unit)' },
    example: '8.4亿元、1.2 万吨/年',
    test: (text) => /^\d+(\.\d+)? ?[^\d\s.,，\-－—~～].*$/.test(text),
  },
  percent: {
    what: { zh: '0 到 100 的百分数', en: 'a percentage from 0 to 100' },
    example: '51、33.4',
    test: (text) => DECIMAL.test(text) && Number(text) >= 0 && Number(text) <= 100,
  },
  year: { what: { zh: '年份', en: 'a year' }, example: '2024', test: (text) => /^[12]\d{3}$/.test(text) },
  order: { what: { zh: '次序', en: 'an order' }, example: '1、20', test: (text) => /^\d{1,6}$/.test(text) },
  confidence: {
    what: { zh: '0 到 1 的可信度，至多三位小数', en: 'a confidence from 0 to 1, at most three decimals' },
    example: '0.95',
    test: (text) => /^(0(\.\d{1,3})?|1(\.0{1,3})?)$/.test(text),
  },
} as const satisfies Record<string, Form>;

export type ValueForm = keyof typeof VALUE_FORMS;

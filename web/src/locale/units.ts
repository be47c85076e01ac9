import type { Lang } from '../state/url.ts';

/** Units of Chinese statistics in English, powers of ten written out; what is not here stays as its source has it. */
const ENGLISH: Readonly<Record<string, string>> = {
  亿元: '× 100 million yuan',
  '亿元/年': '× 100 million yuan a year',
  万元: '× 10,000 yuan',
  元: 'yuan',
  亿美元: '× 100 million US dollars',
  万美元: '× 10,000 US dollars',
  个: 'units',
  家: 'bodies',
  户: 'firms',
  项: 'items',
  名: 'people',
  人: 'people',
  位: 'people',
  万人: '× 10,000 people',
  万户: '× 10,000 households',
  倍: 'times',
  年: 'years',
  件: 'pieces',
  批次: 'batches',
  次: 'times held',
  期: 'phases',
  所: 'institutions',
  套: 'sets',
  场次: 'sessions',
  例: 'cases',
  吨: 'tonnes',
  万吨: '× 10,000 tonnes',
  '万吨/年': '× 10,000 tonnes a year',
  万台: '× 10,000 machines',
  平方米: 'm²',
  万平方米: '× 10,000 m²',
  万标准机柜: '× 10,000 standard racks',
  百分点: 'percentage points',
  个百分点: 'percentage points',
  万千瓦: '× 10,000 kW',
  亩: 'mu',
  公里: 'km',
};

/** Units that English counts in another power of ten, and by how many digits the point moves to the left. */
const SHIFTED: Readonly<Record<string, readonly [unit: string, digits: number]>> = {
  亿元: ['billion yuan', 1],
  '亿元/年': ['billion yuan a year', 1],
  亿美元: ['billion US dollars', 1],
};

/** A value and its unit in the reader's language: the same amount, to the last digit that is printed. */
export function amountIn(value: string, unit: string, lang: Lang): readonly [value: string, unit: string] {
  const shift = lang === 'en' ? SHIFTED[unit] : undefined;
  const match = /^([-−]?)(\d+)(?:\.(\d+))?$/.exec(value);
  if (shift === undefined || !match) return [value, unitIn(unit, lang)];
  const [, sign = '', whole = '', part = ''] = match;
  const digits = whole.padStart(shift[1] + 1, '0');
  const decimals = (digits.slice(-shift[1]) + part).replace(/0+$/, '');
  return [`${sign}${digits.slice(0, -shift[1])}${decimals === '' ? '' : `.${decimals}`}`, shift[0]];
}

/** A unit in the reader's language. */
export function unitIn(unit: string, lang: Lang): string {
  return lang === 'en' ? (ENGLISH[unit] ?? unit) : unit;
}

/** The unit of a difference of two figures: shares differ by points, never by percent. */
export function differenceUnit(unit: string): string {
  return unit === '%' ? '个百分点' : unit;
}

import { amountIn } from '../locale/units.ts';
import type { Lang } from './url.ts';

/** Thousands with a comma; decimals exactly as the source has them. */
export function grouped(value: string): string {
  const match = /^([-−]?)(\d+)(\.\d+)?$/.exec(value);
  if (!match) return value;
  const whole = (match[2] ?? '').replace(/\B(?=(\d{3})+$)/g, ',');
  return `${match[1] ? '−' : ''}${whole}${match[3] ?? ''}`;
}

/** A figure with its unit in the reader's language; a percent sign stands close. */
export function measured(value: string, unit: string, lang: Lang): string {
  const [amount, word] = amountIn(value, unit, lang);
  return `${grouped(amount)}${unit === '%' || unit === '‰' ? '' : ' '}${word}`;
}

/**
 * What is computed, as finely as the figures it comes from, and no finer; of what would be nothing then, the first
 * digit that is not.
 */
export function asFineAs(value: string, figures: readonly string[]): string {
  const decimals = Math.max(0, ...figures.map((one) => one.split('.')[1]?.length ?? 0));
  const rounded = (+value).toFixed(decimals);
  return +rounded === 0 && +value !== 0 ? String(+(+value).toPrecision(1)) : rounded;
}

/** Thousandths as a percentage of at most one decimal. */
export function percent(thousandths: number): string {
  return `${grouped(String(thousandths / 10))}%`;
}

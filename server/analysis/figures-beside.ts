import type { RowOf } from '#graph-model/rows.ts';
import { compareText } from '#graph-model/text.ts';
import type { Area } from './area.ts';
import { decimalsOf, timeOf } from './pace.ts';

type Figure = RowOf<'indicator'>;

/**
 * The figures that make up another one: of the uppermost parts that have one of the same measure, unit, period and
 * sort. Each part has an area, and so a scope, of its own: that together they are the whole is known only where they
 * add up to it exactly. Otherwise, with fewer than two, or where sources disagree: none.
 * @param figures of the parts
 * @returns the greatest first, then in order of id
 */
export function compositionOf(whole: Figure, { parts }: Area, figures: readonly Figure[]): readonly Figure[] {
  if (parts === undefined || whole.dispute !== undefined) return [];
  const alike = figures.filter(
    ({ measure, unit, period, figure }) =>
      measure === whole.measure && unit === whole.unit && period === whole.period && figure === whole.figure,
  );
  const having = new Set<string>(alike.map(({ entity }) => entity));
  const isUppermost = ({ entity }: Figure) => !isBelow(entity, having, parts);
  const upper = alike.filter(isUppermost);
  const once = new Set(upper.map(({ entity }) => entity)).size === upper.length;
  if (upper.length < 2 || !once || upper.some(({ dispute }) => dispute !== undefined)) return [];
  const decimals = Math.max(decimalsOf(whole.value), ...upper.map(({ value }) => decimalsOf(value)));
  const sum = upper.reduce((total, { value }) => total + +value, 0);
  if (sum.toFixed(decimals) !== (+whole.value).toFixed(decimals)) return [];
  return upper.sort((a, b) => +b.value - +a.value || compareText(a.id, b.id));
}

function isBelow(part: string, having: ReadonlySet<string>, parts: ReadonlyMap<string, readonly string[]>): boolean {
  const passed = new Set([part]);
  const open = [part];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const whole of parts.get(next) ?? []) {
      if (passed.has(whole)) continue;
      if (having.has(whole)) return true;
      passed.add(whole);
      open.push(whole);
    }
  }
  return false;
}

/**
 * What is said of the same measure elsewhere: the newest actual figures (else estimates) of what contains the
 * target's entity and of its parts. To be told in words beside a target, never compared with it.
 * @returns in order of id
 */
export function elsewhereOf(target: Figure, figures: readonly Figure[]): readonly Figure[] {
  const newest = new Map<string, Figure[]>();
  for (const one of figures) {
    if (one.measure !== target.measure || (one.figure !== 'actual' && one.figure !== 'estimate')) continue;
    const kept = newest.get(one.entity) ?? [];
    const order = kept[0] === undefined ? 1 : orderOf(one) - orderOf(kept[0]);
    if (order > 0) newest.set(one.entity, [one]);
    else if (order === 0) newest.set(one.entity, [...kept, one]);
  }
  return [...newest.values()].flat().sort((a, b) => compareText(a.id, b.id));
}

/** By the end of the period, of one period the actual figure. */
function orderOf({ period, figure }: Figure): number {
  return timeOf(period) * 1000 + (figure === 'actual' ? 1 : 0);
}

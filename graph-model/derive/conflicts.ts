import { refines } from '../dates.ts';
import { ATTRIBUTES } from '../ontology/attributes.ts';
import type { RowOf } from '../rows.ts';
import { disagree } from './support.ts';

type AttributeRow = RowOf<'attribute'>;
type IndicatorRow = RowOf<'indicator'>;

/**
 * The attributes of one entity, `differing` where a functional one has two values at one time and neither says
 * the other more precisely.
 */
export function markAttributeConflicts(rows: readonly AttributeRow[]): AttributeRow[] {
  const clashing = new Set<string>();
  for (const group of groupBy(rows, ({ name }) => name).values()) {
    const spec = ATTRIBUTES[(group[0] as AttributeRow).name];
    if (!spec.functional) continue;
    const refine = spec.value.type === 'date' ? refines : undefined;
    for (const { id } of disagree(group, ({ value }) => value, refine)) clashing.add(id);
  }
  return rows.map((row) => disputed(row, clashing.has(row.id)));
}

/** The indicators of one entity: equal measure, scope, period and figure with another value or unit are `differing`. */
export function markIndicatorConflicts(rows: readonly IndicatorRow[]): IndicatorRow[] {
  const groups = groupBy(rows, ({ measure, scope, period, figure }) =>
    JSON.stringify([measure, scope, period, figure]),
  );
  const clashing = new Set<string>();
  for (const group of groups.values()) {
    for (const { id } of disagree(group, ({ value, unit }) => `${asNumber(value)} ${unit}`)) clashing.add(id);
  }
  return rows.map((row) => disputed(row, clashing.has(row.id)));
}

/** A denial stays; what no longer differs is no longer in dispute. */
function disputed<Row extends AttributeRow | IndicatorRow>({ dispute, ...row }: Row, differs: boolean): Row {
  if (dispute === 'denied') return { ...row, dispute } as Row;
  return (differs ? { ...row, dispute: 'differing' } : row) as Row;
}

/** 8.40 and 8.4 are one value, printed twice. */
function asNumber(decimal: string): string {
  const [whole = '', fraction = ''] = decimal.replace(/^-/, '').split('.');
  const text = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')].filter((part) => part !== '').join('.');
  return decimal.startsWith('-') && text !== '0' ? `-${text}` : text;
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

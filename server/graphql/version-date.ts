import { latest, PartialDate } from '#graph-model/dates.ts';
import { invalidConstraint } from './expected-outcomes.ts';
import type { View } from './view.ts';

/** The date of a store that holds nothing. */
export const BEFORE_ALL = '0001';

/** The date of a data version: no clock, but the last date its runs speak for; of equal dates the later run's. */
export async function versionDate(at: View): Promise<string | undefined> {
  let newest: string | undefined;
  for (const { asOf } of await at.runs()) if (newest === undefined || latest(asOf) >= latest(newest)) newest = asOf;
  return newest;
}

/** What to answer to a date that is none. */
export function wrongDate(date: string | null | undefined, field = 'date') {
  if (date === undefined || date === null || PartialDate.safeParse(date).success) return undefined;
  return invalidConstraint(field, '日期应写成 2025、2025-02 或 2025-02-28', 'A date is 2025, 2025-02 or 2025-02-28.');
}

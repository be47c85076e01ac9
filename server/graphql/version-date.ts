import { latest } from '#graph-model/dates.ts';
import type { View } from './view.ts';

/** The date of a data version: no clock, but the last date its runs speak for; of equal dates the later run's. */
export async function versionDate(at: View): Promise<string | undefined> {
  let newest: string | undefined;
  for (const { asOf } of await at.runs()) if (newest === undefined || latest(asOf) >= latest(newest)) newest = asOf;
  return newest;
}

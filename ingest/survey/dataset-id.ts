import { sheetKey } from './form.ts';
import type { ReturnedSheet } from './returned.ts';

/** The id of the data set that a returned sheet becomes: a later return of the same sheet takes its place. */
export function datasetId({ sha256 }: Pick<ReturnedSheet, 'sha256'>): string {
  return `survey-${sheetKey(sha256)}`;
}

import { csvText } from '../export/csv.ts';
import { visitLines } from './visit-lines.ts';
import type { VisitList } from './visit-row.ts';

/** The visiting list for a spreadsheet: the rows, then a blank line and what they speak for. */
export function visitCsv(list: VisitList): string {
  const { head, rows, notes } = visitLines(list);
  return csvText([head, ...rows, [], ...notes]);
}

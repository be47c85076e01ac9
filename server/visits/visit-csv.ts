import { csvText } from '../export/csv.ts';
import { visitLines } from './visit-lines.ts';
import type { VisitList } from './visit-row.ts';

/** The visiting list for a spreadsheet: the rows, then what they speak for and what is told of the list itself, each after a blank line. */
export function visitCsv(list: VisitList): string {
  const { head, rows, notes, about } = visitLines(list);
  return csvText([head, ...rows, [], ...notes, [], ...about]);
}

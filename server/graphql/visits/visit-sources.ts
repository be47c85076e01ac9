import type { PartialDate } from '#graph-model/dates.ts';
import { compareText } from '#graph-model/text.ts';
import { VISIT_COLUMNS } from '#server/visits/visit-lines.ts';
import type { VisitLanguage } from '#server/visits/visit-row.ts';
import { citationsOf } from '../citations.ts';
import type { View } from '../view.ts';
import { VISIT_WORDS } from './visit-words.ts';

type Column = keyof typeof VISIT_COLUMNS;

/** What a column of a row rests on: relationships and attributes. */
export type Behind = Readonly<Partial<Record<Column, readonly string[]>>>;

/** Where a body is, to which segment a product belongs and who leads to whom is told whenever it was written. */
const WHENEVER: readonly Column[] = ['seat', 'segments', 'introduction'];

const COLUMNS = Object.keys(VISIT_COLUMNS) as readonly Column[];

/** Each citation once, with the columns that rest on it: by the first of these, then by code point. */
export async function sourcesByColumn(
  at: View,
  behind: Behind,
  language: VisitLanguage,
  date: PartialDate,
): Promise<readonly string[]> {
  const of = new Map<string, Column[]>();
  for (const column of COLUMNS) {
    const until = WHENEVER.includes(column) ? undefined : date;
    for (const citation of await citationsOf(at, behind[column] ?? [], language, until)) {
      of.set(citation, [...(of.get(citation) ?? []), column]);
    }
  }
  const first = (columns: readonly Column[]) => COLUMNS.indexOf(columns[0] ?? 'firm');
  return [...of]
    .sort(([a, inA], [b, inB]) => first(inA) - first(inB) || compareText(a, b))
    .map(([citation, columns]) => VISIT_WORDS.cited(columns.map(headOf), citation)[language]);
}

function headOf(column: Column) {
  const { zh, en } = VISIT_COLUMNS[column];
  return { zh, en };
}

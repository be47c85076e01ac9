import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { cellName, MOST_ROWS, readWorkbook, type RawCell, type RawSheet } from '#ingest/survey/workbook.ts';
import type { TableEvent } from './table-event.ts';
import { isWorkbook } from './table-spec.ts';

/** How a cell of a workbook is called, of a line from 1 and a column from 0; nothing for text files. */
export function cellIn(file: string, line: number, column: number | undefined): { readonly cell?: string } {
  return column === undefined || !isWorkbook(file) ? {} : { cell: cellName(line - 1, column) };
}

/**
 * The first sheet of a workbook as a table: the first row that holds something is its header. What is read is what is
 * shown; a date is ISO text, and every cell of a merged range holds what its first one does.
 */
export async function* readWorkbookTable(
  path: string,
  file: string,
  sha256: string,
  log: IssueLog,
): AsyncGenerator<readonly TableEvent[]> {
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) log.add('FILE_CHANGED', { file, value: file });
  const [first, ...others] = (await readWorkbook(bytes)) ?? [];
  if (first === undefined) {
    log.add('WORKBOOK_UNREADABLE', { file, value: file });
    return;
  }
  for (const sheet of others) {
    const holds = sheet.rows.some((row) => row.some(({ value, broken }) => broken || value !== undefined));
    if (holds) log.add('SHEET_UNREAD', { file, value: sheet.name }, { first: first.name });
  }
  if (first.cut) log.add('WORKBOOK_TOO_LONG', { file, value: first.name }, { most: MOST_ROWS });
  else yield* eventsOf(first, file, log);
}

function* eventsOf({ rows }: RawSheet, file: string, log: IssueLog): Generator<readonly TableEvent[]> {
  let width: number | undefined;
  const events: TableEvent[] = [];
  for (const [i, row] of rows.entries()) {
    const line = i + 1;
    const cells = row.map((cell, column) => textOf(cell, line, column, file, log));
    const length = cells.findLastIndex((cell) => cell !== undefined) + 1;
    if (width === undefined) {
      if (length === 0) continue;
      width = length;
      yield [{ header: cells.slice(0, width).map((cell) => cell ?? ''), line }];
    } else if (length === 0) events.push({ blank: true });
    else if (length > width) {
      const cell = cellName(i, length - 1);
      log.add('ROW_RAGGED', { file, line, cell }, { found: length, expected: width });
    } else {
      const padded = Array.from({ length: width }, (_, column) => cells[column]);
      events.push({ row: { number: line, line, cells: padded } });
    }
  }
  if (width === undefined) log.add('TABLE_EMPTY', { file, line: 1 });
  if (events.length > 0) yield events;
}

function textOf(
  { value, broken }: RawCell,
  line: number,
  column: number,
  file: string,
  log: IssueLog,
): string | undefined {
  if (broken) {
    const cell = cellName(line - 1, column);
    log.add('CELL_BROKEN', { file, line, cell }, { cell });
    return undefined;
  }
  if (value instanceof Date) return dateText(value);
  return value === undefined ? undefined : String(value).trim() || undefined;
}

/** A day, as it is shown; with its time where it has one. */
function dateText(date: Date): string {
  const [day, time] = date.toISOString().split('T');
  return time === '00:00:00.000Z' ? (day as string) : `${day} ${time?.slice(0, 8)}`;
}

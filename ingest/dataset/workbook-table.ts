import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { cellName, readWorkbook, type RawCell, type RawSheet } from '#ingest/survey/workbook.ts';
import type { TableEvent } from './table-event.ts';
import { isWorkbook } from './table-spec.ts';

/** How a cell of a workbook is called, of a line from 1 and a column from 0; nothing for text files. */
export function cellIn(file: string, line: number, column: number | undefined): { readonly cell?: string } {
  return column === undefined || !isWorkbook(file) ? {} : { cell: cellName(line - 1, column) };
}

/** Rows of a table that are read; of a workbook all of it lies in memory. */
const MOST_ROWS = 50_000;

/** Rows from the top among which the header is looked for. */
const MOST_ABOVE = 10;

type TableFile = {
  readonly file: string;
  readonly sha256: string;
  /** Columns that the mapping names: they tell the header from a title above it. */
  readonly named: ReadonlySet<string>;
};

/**
 * The first sheet of a workbook that is not hidden, as a table. Its header is the row near the top that has most of the
 * named columns; of several the first. What is read is what is shown; a date is ISO text, and every cell of a merged
 * range holds what its first one does.
 */
export async function* readWorkbookTable(
  path: string,
  { file, sha256, named }: TableFile,
  log: IssueLog,
): AsyncGenerator<readonly TableEvent[]> {
  const bytes = await readFile(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) log.add('FILE_CHANGED', { file, value: file });
  const sheets = await readWorkbook(bytes, MOST_ROWS);
  if (typeof sheets === 'string') {
    log.add(sheets === 'encrypted' ? 'WORKBOOK_ENCRYPTED' : 'WORKBOOK_UNREADABLE', { file, value: file });
    return;
  }
  const first = sheets.find(({ hidden }) => !hidden);
  if (first === undefined) {
    log.add('TABLE_EMPTY', { file, line: 1 });
    return;
  }
  for (const sheet of sheets) {
    if (sheet !== first && sheet.rows.some(holdsAny)) {
      log.add('SHEET_UNREAD', { file, value: sheet.name }, { first: first.name });
    }
  }
  if (first.cut) log.add('WORKBOOK_TOO_LONG', { file, value: first.name }, { most: MOST_ROWS });
  else yield* eventsOf(first, file, named, log);
}

function holdsAny(row: readonly RawCell[]): boolean {
  return row.some(({ value, broken }) => broken || value !== undefined);
}

/** From 0; undefined where nothing is written at all. */
function headerOf({ rows }: RawSheet, named: ReadonlySet<string>): number | undefined {
  const top = [...rows.entries()].filter(([, row]) => holdsAny(row)).slice(0, MOST_ABOVE);
  const counted = top.map(([at, row]) => {
    const words = new Set(row.map(({ value }) => (typeof value === 'string' ? value.trim() : '')));
    return { at, count: [...words].filter((word) => named.has(word)).length };
  });
  const most = Math.max(0, ...counted.map(({ count }) => count));
  return counted.find(({ count }) => count === most)?.at;
}

function* eventsOf(
  sheet: RawSheet,
  file: string,
  named: ReadonlySet<string>,
  log: IssueLog,
): Generator<readonly TableEvent[]> {
  const header = headerOf(sheet, named);
  if (header === undefined) {
    log.add('TABLE_EMPTY', { file, line: 1 });
    return;
  }
  let width = 0;
  const events: TableEvent[] = [];
  for (const [i, row] of sheet.rows.entries()) {
    const line = i + 1;
    if (i < header) {
      if (holdsAny(row))
        log.add('ROW_ABOVE_HEADER', { file, line, cell: cellName(i, 0) }, { line, header: header + 1 });
      continue;
    }
    const cells = row.map((cell, column) => textOf(cell, line, column, file, log));
    const length = cells.findLastIndex((cell) => cell !== undefined) + 1;
    if (i === header) {
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

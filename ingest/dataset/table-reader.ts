import { join } from 'node:path';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { columnUses } from './columns.ts';
import { CsvProblem, type CsvRow, csvRows } from './csv.ts';
import { decodeFile, reportedAsEncoding } from './decode.ts';
import type { TableEvent } from './table-event.ts';
import { isWorkbook, type TableSpec } from './table-spec.ts';
import { readWorkbookTable } from './workbook-table.ts';

/**
 * Reads a table, a text file or the first sheet of a workbook, from its start, some rows at a time. What is wrong with
 * the file itself (encoding, quotes, ragged rows, stray characters) goes to the log, with its line; rows that cannot be
 * told apart do not come.
 * @param sha256 of the file when the run was named; another one now means that somebody writes to it
 */
export async function* readTable(
  folder: string,
  table: TableSpec,
  sha256: string,
  log: IssueLog,
): AsyncGenerator<readonly TableEvent[]> {
  const { file, encoding } = table;
  const path = join(folder, file);
  if (isWorkbook(file)) {
    const named = new Set([...columnUses(table).map(({ column }) => column), ...table.ignore]);
    yield* readWorkbookTable(path, { file, sha256, named }, log);
    return;
  }
  let width: number | undefined;
  try {
    const text = decodeFile(path, encoding, (now) => {
      if (now !== sha256) log.add('FILE_CHANGED', { file, value: file });
    });
    for await (const rows of csvRows(text, table.delimiter)) {
      const events: TableEvent[] = [];
      for (const row of rows) {
        checkCharacters(row, file, log);
        if (row.cells.every((cell) => cell.trim() === '')) {
          if (width !== undefined) events.push({ blank: true });
        } else if (width === undefined) {
          width = row.cells.length;
          yield [{ header: row.cells, line: row.line }];
        } else if (row.cells.length !== width) {
          log.add('ROW_RAGGED', { file, line: row.line }, { found: row.cells.length, expected: width });
        } else {
          events.push({ row: { ...row, cells: row.cells.map((cell) => cell.trim() || undefined) } });
        }
      }
      if (events.length > 0) yield events;
    }
    if (width === undefined) log.add('TABLE_EMPTY', { file, line: 1 });
  } catch (error) {
    if (error instanceof CsvProblem) log.add('CSV_QUOTES', { file, line: error.line }, { detail: error.message });
    else if (!(await reportedAsEncoding(error, path, encoding, file, log))) throw error;
  }
}

function checkCharacters(row: CsvRow, file: string, log: IssueLog): void {
  for (const cell of row.cells) {
    if (cell.includes('\0')) log.add('NUL_CHARACTER', { file, line: row.line });
    if (cell.includes('\uFFFD')) log.add('CHARACTERS_LOST', { file, line: row.line, value: cell });
  }
}

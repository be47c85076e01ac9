import { EncryptedFileError } from 'hucre';
import { cellRef, readXlsx, writeXlsx, type WriteOptions } from 'hucre/xlsx';

/** The one module that knows how XLSX is read and written. */

export type Workbook = WriteOptions;

/** A cell as it was filled. `formula`: what it shows was computed; `broken`: it shows an error, or nothing was computed. */
export type RawCell = {
  readonly value: string | number | Date | undefined;
  readonly formula: boolean;
  readonly broken: boolean;
};

export type RawSheet = {
  readonly name: string;
  /** By row, then column, from 0. Every cell of a merged range holds what its first one does. */
  readonly rows: readonly (readonly RawCell[])[];
  /** There were more rows than were read. */
  readonly cut: boolean;
  readonly hidden: boolean;
};

/** Why nothing is read: bytes of another sort, or a password that nobody is asked for. */
export type NoWorkbook = 'not_a_workbook' | 'encrypted';

/** A form has some dozens of rows, a register of a city some hundreds. */
export const MOST_ROWS = 10_000;

/** A form has a dozen columns. A merged range may claim all 16,384 of a sheet, for every row of it. */
const MOST_COLUMNS = 256;

/** The bytes of a workbook: equal content gives equal bytes. */
export function workbookBytes(workbook: Workbook): Promise<Uint8Array> {
  const { properties, ...rest } = workbook;
  const sheets = workbook.sheets.map((sheet) => {
    const { rows = [], cells = new Map() } = sheet;
    return {
      ...sheet,
      rows: rows.map((row) => row.map(asWritten)),
      cells: new Map([...cells].map(([at, cell]) => [at, { ...cell, value: asWritten(cell.value ?? null) }] as const)),
    };
  });
  return writeXlsx({ ...rest, sheets, properties: { ...properties, created: new Date(0), modified: new Date(0) } });
}

/** Spreadsheets read _x003D_ in a text as the character of that number: the text itself is written with _x005F_. */
function asWritten<T>(value: T): T | string {
  return typeof value === 'string' ? value.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value;
}

/** Every sheet, hidden ones too, each with at most so many rows; or why there is none. */
export async function readWorkbook(bytes: Uint8Array, mostRows = MOST_ROWS): Promise<readonly RawSheet[] | NoWorkbook> {
  const read = await readXlsx(bytes, { maxRows: mostRows + 1 }).catch((error: unknown): NoWorkbook => {
    return error instanceof EncryptedFileError ? 'encrypted' : 'not_a_workbook';
  });
  if (typeof read === 'string') return read;
  return read.sheets.map(({ name, rows, cells, merges, hidden = false, veryHidden = false }) => {
    const grid = rows.slice(0, mostRows).map((row, r) =>
      row.map((value, c): RawCell => {
        const detail = cells?.get(`${r},${c}`);
        const formula = detail?.type === 'formula' || detail?.formula !== undefined;
        const error = detail?.type === 'error' || (typeof value === 'string' && formula && value.startsWith('#'));
        const plain = typeof value === 'boolean' ? String(value) : (value ?? undefined);
        return { value: plain === '' ? undefined : plain, formula, broken: error || (formula && value === null) };
      }),
    );
    for (const { startRow, startCol, endRow, endCol } of merges ?? []) {
      const first = grid[startRow]?.[startCol];
      if (first === undefined) continue;
      for (let r = startRow; r <= Math.min(endRow, grid.length - 1); r++) {
        for (let c = startCol; c <= Math.min(endCol, MOST_COLUMNS - 1); c++) (grid[r] as RawCell[])[c] = first;
      }
    }
    return { name, rows: grid, cut: rows.length > mostRows, hidden: hidden || veryHidden };
  });
}

/** B7, of a row and a column from 0. */
export function cellName(row: number, column: number): string {
  return cellRef(row, column);
}

import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { FIRM_COLUMN_NAMES, type FirmColumn } from '#ingest/survey/form.ts';

/** The cells of one sheet, as a person sees and changes them: rows and columns from 0. */
export type Cells = (string | number | boolean | Date | null)[][];

export type Filling = {
  readonly publisher?: string;
  readonly date?: Cells[number][number];
  readonly visibility?: string;
  /** By the printed word of the segment. */
  readonly answers?: Readonly<Record<string, string>>;
  readonly firms?: readonly Partial<Readonly<Record<FirmColumn, Cells[number][number]>>>[];
};

export const ROW_OF = {
  starting: (cells: Cells, text: string) =>
    cells.findIndex((row) => row.some((one) => String(one ?? '').startsWith(text))),
} as const;

/** Fills a sheet as an office would: into the white cells. */
export function fill(cells: Cells, { publisher, date, visibility, answers = {}, firms = [] }: Filling): void {
  const put = (row: number, column: number, value: Cells[number][number]) => {
    ((cells[row] ??= [])[column] as unknown) = value;
  };
  if (publisher !== undefined) put(ROW_OF.starting(cells, '填报单位'), 2, publisher);
  if (date !== undefined) put(ROW_OF.starting(cells, '截至日期'), 2, date);
  if (visibility !== undefined) put(ROW_OF.starting(cells, '公开范围（'), 2, visibility);
  const answerColumn = cells[ROW_OF.starting(cells, 'longlian:1 columns segments')]?.indexOf('answer') ?? -1;
  for (const [label, answer] of Object.entries(answers)) {
    const row = cells.findIndex(([mark, text]) => String(mark ?? '').startsWith('longlian:1 cell') && text === label);
    if (row === -1) throw new Error(`the sheet does not ask for ${label}`);
    put(row, answerColumn, answer);
  }
  const first = ROW_OF.starting(cells, 'longlian:1 columns firms') + 2;
  firms.forEach((firm, i) => {
    for (const [key, value] of Object.entries(firm)) {
      put(first + i, FIRM_COLUMN_NAMES.indexOf(key as FirmColumn) + 1, value ?? null);
    }
  });
}

/** A returned copy of a workbook: some of its sheets, filled and changed as given, by name. */
export async function returned(
  workbook: Uint8Array,
  sheets: Readonly<Record<string, Filling | ((cells: Cells) => void)>>,
): Promise<Uint8Array> {
  const read = await readXlsx(workbook);
  const kept = read.sheets.filter(({ name }) => Object.hasOwn(sheets, name));
  return writeXlsx({
    sheets: kept.map(({ name, rows, merges }) => {
      const cells = rows.map((row) => [...row]);
      const how = sheets[name];
      if (typeof how === 'function') how(cells);
      else fill(cells, how ?? {});
      const width = Math.max(...cells.map((row) => row.length));
      return { name, rows: cells.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? null)), merges };
    }),
  });
}

import { foldName } from '#graph-model/names.ts';
import {
  ANSWER_COLUMN,
  FIRM_COLUMNS,
  FIRM_COLUMN_NAMES,
  markOf,
  type Aside,
  type FirmColumn,
  type Mark,
  type Subject,
} from './form.ts';
import { textOf } from './cell-values.ts';
import type { RawCell, RawSheet } from './workbook.ts';

type Placed<T> = T & { readonly row: number };

/** Where the parts of a sheet lie, by its hidden marks; rows and columns from 0. */
export type SheetMap = {
  readonly head: Placed<Extract<Mark, { what: 'sheet' }>>;
  readonly publisher: number | undefined;
  readonly date: number | undefined;
  /** A sheet of before it was asked has none. */
  readonly visibility: number | undefined;
  readonly asides: readonly Placed<{ readonly field: Aside }>[];
  readonly options: readonly Placed<Subject>[];
  readonly asked: readonly Placed<Subject>[];
  /** Rows that name the columns of a table; the printed heads stand in the row below. */
  readonly columns: Readonly<Partial<Record<'segments' | 'firms', number>>>;
  /** In which column the mark of a row stands. */
  readonly markColumn: ReadonlyMap<number, number>;
};

/** The map of a survey sheet; undefined where no cell says that it is one. */
export function mapOf({ rows }: RawSheet): SheetMap | undefined {
  const markColumn = new Map<number, number>();
  const found: Placed<{ mark: Mark }>[] = [];
  rows.forEach((cells, row) => {
    cells.forEach((cell, column) => {
      const mark = typeof cell.value === 'string' ? markOf(cell.value) : undefined;
      if (mark === undefined || markColumn.has(row)) return;
      markColumn.set(row, column);
      found.push({ mark, row });
    });
  });
  const all = <W extends Mark['what']>(what: W) =>
    found.flatMap(({ mark, row }) => (mark.what === what ? [{ ...(mark as Extract<Mark, { what: W }>), row }] : []));
  const [head] = all('sheet');
  if (head === undefined) return undefined;
  const columns: Partial<Record<'segments' | 'firms', number>> = {};
  for (const { table, row } of all('columns')) columns[table] ??= row;
  return {
    head,
    publisher: all('publisher')[0]?.row,
    date: all('date')[0]?.row,
    visibility: all('visibility')[0]?.row,
    asides: all('aside'),
    options: all('option'),
    asked: all('cell'),
    columns,
    markColumn,
  };
}

/** Columns of a table that we know, those that somebody added, and keys that stand over two columns. */
export type Columns<Key extends string> = {
  readonly at: ReadonlyMap<Key, number>;
  readonly extra: readonly { readonly column: number; readonly name: string }[];
  readonly twice: readonly { readonly key: Key; readonly column: number }[];
};

/** By the hidden key above each column, which moves with it; where there is none, by the words of its head. */
export function columnsOf<Key extends string>(
  { rows }: RawSheet,
  keyRow: number,
  wordsOf: ReadonlyMap<string, Key>,
  keys: readonly Key[],
  markColumn: number | undefined,
): Columns<Key> {
  const [keyed, heads] = [rows[keyRow] ?? [], rows[keyRow + 1] ?? []];
  const at = new Map<Key, number>();
  const twice: { key: Key; column: number }[] = [];
  const extra: { column: number; name: string }[] = [];
  const keyAt = (column: number) => keys.find((key) => key === textOf(keyed[column] ?? NOTHING));
  const wordAt = (column: number) => wordsOf.get(foldName(textOf(heads[column] ?? NOTHING) ?? ''));
  const place = (key: Key, column: number) => {
    if (at.has(key)) twice.push({ key, column });
    else at.set(key, column);
  };
  const width = Math.max(keyed.length, heads.length);
  for (let column = 0; column < width; column++) {
    const key = keyAt(column);
    if (key !== undefined) place(key, column);
  }
  for (let column = 0; column < width; column++) {
    if (column === markColumn || keyAt(column) !== undefined) continue;
    const key = wordAt(column);
    const name = textOf(heads[column] ?? NOTHING);
    if (key !== undefined) place(key, column);
    else if (name !== undefined) extra.push({ column, name });
  }
  return { at, extra, twice };
}

const NOTHING: RawCell = { value: undefined, formula: false, broken: false };

export function cellAt({ rows }: RawSheet, row: number, column: number | undefined): RawCell {
  return column === undefined ? NOTHING : (rows[row]?.[column] ?? NOTHING);
}

export const FIRM_WORDS: ReadonlyMap<string, FirmColumn> = new Map(
  FIRM_COLUMN_NAMES.flatMap((key) => {
    const { zh, words } = FIRM_COLUMNS[key];
    return [zh, ...words].map((word) => [foldName(word), key] as const);
  }),
);

export const ANSWER_WORDS: ReadonlyMap<string, 'answer'> = new Map(
  [ANSWER_COLUMN.zh, ...ANSWER_COLUMN.words].map((word) => [foldName(word), ANSWER_COLUMN.key]),
);

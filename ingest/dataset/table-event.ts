/** What reading a table gives, in order: its header once, alone, then its rows. */
export type TableEvent =
  { readonly header: readonly string[]; readonly line: number } | { readonly row: TableRow } | { readonly blank: true };

export type TableRow = {
  readonly number: number;
  readonly line: number;
  /** By column; blanks around a value are left out, an empty cell is undefined. */
  readonly cells: readonly (string | undefined)[];
};

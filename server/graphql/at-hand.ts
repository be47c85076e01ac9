import type { RowOf, Table } from '#graph-model/rows.ts';

/** Rows of one version that are kept beside what was derived from them. */
export type LentRows = {
  readonly entity: ReadonlyMap<string, RowOf<'entity'>>;
  readonly relationship: ReadonlyMap<string, RowOf<'relationship'>>;
  readonly source: ReadonlyMap<string, RowOf<'source'>>;
  /** Of these entities the English name; null where no source has one. */
  readonly english: ReadonlyMap<string, string | null>;
};

/**
 * What a request can give without waiting: rows that it has read at its version, and those that it was lent. A promise
 * for each of the thousands of rows of a board takes longer than all the rest of it.
 */
export type AtHand = {
  row<T extends Table>(table: T, id: string): RowOf<T> | undefined;
  hasRead<T extends Table>(table: T, row: RowOf<T>): void;
  /** Undefined: not known here. */
  english(entity: string): string | null | undefined;
  hasReadEnglish(entity: string, name: string | null): void;
  lend(rows: LentRows): void;
};

export function createAtHand(): AtHand {
  const read = new Map<Table, Map<string, RowOf<Table>>>();
  const english = new Map<string, string | null>();
  const lent: LentRows[] = [];

  return {
    row<T extends Table>(table: T, id: string) {
      let row: RowOf<Table> | undefined = read.get(table)?.get(id);
      for (const rows of lent)
        row ??= (rows as Partial<Record<Table, ReadonlyMap<string, RowOf<Table>>>>)[table]?.get(id);
      return row as RowOf<T> | undefined;
    },
    hasRead: (table, row) => {
      const rows = read.get(table);
      if (rows === undefined) read.set(table, new Map([[row.id, row]]));
      else rows.set(row.id, row);
    },
    english: (entity) => {
      let name = english.get(entity);
      for (const rows of lent) if (name === undefined) name = rows.english.get(entity);
      return name;
    },
    hasReadEnglish: (entity, name) => void english.set(entity, name),
    lend: (rows) => void lent.push(rows),
  };
}

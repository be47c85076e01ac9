import type { Column } from '#ingest/dataset/columns.ts';
import type { LookupSpec } from '#ingest/dataset/dataset-spec.ts';
import type { TableSpec } from '#ingest/dataset/table-spec.ts';

/** A table's mapping, bound to its header. */
export type TablePlan = {
  readonly table: TableSpec;
  readonly columns: readonly Column[];
  /** Place of a column by its name. */
  readonly index: ReadonlyMap<string, number>;
  /** By place: known corrections of mapped columns, each with its place in dataset.yml. */
  readonly lookups: ReadonlyMap<number, ReadonlyMap<string, Correction>>;
};

type Correction = { readonly becomes: string | null; readonly lookup: number };

/** A lookup that names the table comes before one for all tables. */
export function planTable(table: TableSpec, columns: readonly Column[], lookups: readonly LookupSpec[]): TablePlan {
  const index = new Map(columns.map((column, i) => [column.name, i]));
  const byColumn = new Map<number, Map<string, Correction>>();
  for (const specific of [false, true]) {
    lookups.forEach((one, lookup) => {
      if (specific ? one.table !== table.file : one.table !== undefined) return;
      const at = index.get(one.column);
      if (at === undefined || columns[at]?.fate !== 'mapped') return;
      const corrections = byColumn.get(at) ?? new Map<string, Correction>();
      byColumn.set(at, corrections.set(one.is, { becomes: one.becomes, lookup }));
    });
  }
  return { table, columns, index, lookups: byColumn };
}

export type CorrectedRow = {
  readonly cells: readonly (string | undefined)[];
  /** Columns whose value a lookup dropped. */
  readonly dropped: readonly number[];
  /** Lookups that changed a cell, once for each. */
  readonly lookups: readonly number[];
};

/** A row's cells after the known corrections; only mapped columns keep their values. */
export function correctRow(plan: TablePlan, raw: readonly (string | undefined)[]): CorrectedRow {
  const dropped: number[] = [];
  const lookups: number[] = [];
  const cells = raw.map((cell, i) => {
    if (cell === undefined || plan.columns[i]?.fate !== 'mapped') return undefined;
    const correction = plan.lookups.get(i)?.get(cell);
    if (!correction) return cell;
    lookups.push(correction.lookup);
    if (correction.becomes !== null) return correction.becomes;
    dropped.push(i);
    return undefined;
  });
  return { cells, dropped, lookups };
}

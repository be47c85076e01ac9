import type { Column } from '#ingest/dataset/columns.ts';
import { type RunReport, type ValueCounts, noValues, sumValues } from '#ingest/report/run-report.ts';

/** Where the values of one table went, column by column: JSON-able, so that a checkpoint can hold it. */
export type TableAccount = {
  rows: number;
  blankRows: number;
  readonly columns: readonly ValueCounts[];
};

export function openAccount(columns: readonly Column[]): TableAccount {
  return { rows: 0, blankRows: 0, columns: columns.map(noValues) };
}

/**
 * Books one row. @returns mapped columns whose value became part of no statement
 * @param raw the cells as read
 * @param used columns that statements were said from
 */
export function bookRow(
  account: TableAccount,
  columns: readonly Column[],
  raw: readonly (string | undefined)[],
  dropped: readonly number[],
  used: ReadonlySet<number>,
): readonly number[] {
  const unreached: number[] = [];
  account.rows++;
  columns.forEach(({ fate }, i) => {
    const counts = account.columns[i];
    if (raw[i] === undefined || !counts) return;
    counts.read++;
    if (fate !== 'mapped') counts[fate]++;
    else if (dropped.includes(i)) counts.dropped++;
    else if (used.has(i)) counts.used++;
    else {
      counts.unreached++;
      unreached.push(i);
    }
  });
  return unreached;
}

export function tableReport(
  file: string,
  columns: readonly Column[],
  account: TableAccount,
): RunReport['tables'][number] {
  return {
    file,
    rows: account.rows,
    blankRows: account.blankRows,
    values: sumValues(account.columns),
    columns: columns.map(({ name }, i) => ({ column: name, values: account.columns[i] ?? noValues() })),
  };
}

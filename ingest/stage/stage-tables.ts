import { GraphError } from '#graph-model/errors.ts';
import type { RunFile } from '#graph-model/store/sqlite/run-file.ts';
import type { Dataset } from '#ingest/dataset/load-dataset.ts';
import { readTable } from '#ingest/dataset/table-reader.ts';
import { cellIn } from '#ingest/dataset/workbook-table.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';
import type { IssueGroup } from '#ingest/report/issue.ts';
import type { Work } from '#ingest/work.ts';
import { type TableAccount, bookRow, openAccount } from './accounts.ts';
import { Batch } from './batch.ts';
import { type Indexed, hashOf } from './index-tables.ts';
import type { Kept } from './kept.ts';
import { References } from './references.ts';
import { RowReader } from './row-reader.ts';
import { type RowContext, sayRow } from './say-row.ts';
import { type TablePlan, correctRow } from './table-plan.ts';

/** How far staging has come: written with the items it counts. */
export type Checkpoint = {
  /** Tables read to their end. */
  tables: number;
  /** Rows of the next one, blank ones included. */
  rows: number;
  readonly accounts: TableAccount[];
  /** How often each lookup changed a cell. */
  readonly lookups: number[];
  warnings: readonly IssueGroup[];
};

/**
 * Second reading: what every row says, written batch by batch from where the run file left off. After the first error
 * rows are still read, so that all errors are told, but nothing more is written.
 * @param log errors of the first reading; errors found here are added
 * @throws GraphError CANCELLED
 */
export async function stageTables(
  dataset: Dataset,
  indexed: Indexed,
  file: RunFile,
  log: IssueLog,
  work: Work,
  rowsPerBatch: number,
  kept: Kept | undefined,
): Promise<Checkpoint> {
  const at = resumeFrom(file, dataset);
  const rowLog = new IssueLog();
  rowLog.absorb(at.warnings);
  const batch = new Batch(kept);
  const context: RowContext = {
    owner: dataset.owner,
    sources: dataset.sources,
    scopes: dataset.spec.scopes.map((scope) => scope.id),
    references: new References(indexed.declarations),
  };

  // A batch is made ready while the one before it is written.
  let writing: Promise<void> = Promise.resolve();
  const save = async (): Promise<void> => {
    await writing;
    if (log.errors + rowLog.errors > 0) return batch.clear();
    const items = batch.drain(file, rowLog);
    if (rowLog.errors > 0) return;
    at.warnings = rowLog.groups('warning');
    writing = file.write(items, JSON.stringify(at)).then(() => work.reached('stage:batch'));
    // Heard where it is waited for.
    writing.catch(() => undefined);
  };
  const stopIfAsked = async (): Promise<void> => {
    if (!work.signal.aborted) return;
    await writing;
    throw new GraphError('CANCELLED');
  };

  let done = at.accounts.reduce((sum, account) => sum + account.rows, 0);
  for (const [i, plan] of indexed.plans.entries()) {
    if (i < at.tables) continue;
    if (plan) {
      const account = (at.accounts[i] ??= openAccount(plan.columns));
      // What is wrong with the file itself was told by the first reading, unless it changed since.
      const fileLog = new IssueLog();
      const { file: name } = plan.table;
      let seen = 0;
      for await (const events of readTable(dataset.folder, plan.table, hashOf(dataset, name), fileLog)) {
        for (const event of events) {
          if ('header' in event || ++seen <= at.rows) continue;
          if ('row' in event) {
            stageRow(event.row, plan, account, at, batch, context, rowLog);
            if (++done % 500 === 0) work.progress('check', done, indexed.rows);
          } else account.blankRows++;
          at.rows = seen;
          if (seen % rowsPerBatch !== 0) continue;
          await save();
          await stopIfAsked();
        }
      }
      if (fileLog.errors > 0 && log.errors === 0) rowLog.add('FILE_CHANGED', { file: name, value: name });
    }
    at.tables = i + 1;
    at.rows = 0;
    await save();
    await writing;
    work.reached('stage:file-done');
    await stopIfAsked();
  }
  work.progress('check', done, indexed.rows);
  log.absorb([...rowLog.groups('error'), ...rowLog.groups('warning')]);
  return at;
}

function resumeFrom(file: RunFile, dataset: Dataset): Checkpoint {
  if (file.checkpoint !== undefined) return JSON.parse(file.checkpoint) as Checkpoint;
  return { tables: 0, rows: 0, accounts: [], lookups: dataset.spec.lookups.map(() => 0), warnings: [] };
}

function stageRow(
  row: { readonly line: number; readonly number: number; readonly cells: readonly (string | undefined)[] },
  plan: TablePlan,
  account: TableAccount,
  at: Checkpoint,
  batch: Batch,
  context: RowContext,
  log: IssueLog,
): void {
  const errors = log.errors;
  const { cells, dropped, lookups } = correctRow(plan, row.cells);
  for (const lookup of lookups) at.lookups[lookup] = (at.lookups[lookup] ?? 0) + 1;
  const said = sayRow(new RowReader(plan, { ...row, cells }, log), context);
  const unreached = bookRow(account, plan.columns, row.cells, dropped, said?.used ?? new Set());
  if (log.errors > errors) return;
  const place = { file: plan.table.file, line: row.line };
  for (const i of unreached) {
    const column = plan.columns[i]?.name ?? '';
    log.add('VALUE_UNREACHED', { ...place, ...cellIn(place.file, place.line, i), column, value: row.cells[i] ?? '' });
  }
  if (!said) return;
  batch.add({ table: 'passage', value: said.passage });
  for (const record of said.records) batch.add({ table: 'record', value: record });
  for (const { statement, evidence } of said.statements) {
    batch.add({ table: 'statement', value: statement });
    batch.addEvidence(evidence, place, log);
  }
}

import type { RunId } from '#graph-model/ids.ts';
import type { RunFile } from '#graph-model/store/sqlite/run-file.ts';
import type { Dataset } from '#ingest/dataset/load-dataset.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import { type RunReport, sumValues } from '#ingest/report/run-report.ts';
import { openAccount, tableReport } from './accounts.ts';
import type { Checkpoint } from './stage-tables.ts';
import type { TablePlan } from './table-plan.ts';

/** What a whole run read, and what became of every value. */
export function datasetReport(
  run: RunId,
  dataset: Dataset,
  plans: readonly (TablePlan | undefined)[],
  at: Checkpoint,
  assertions: RunReport['assertions'],
  file: RunFile,
  log: IssueLog,
): RunReport {
  const { spec } = dataset;
  const tables = plans
    .filter((plan) => plan !== undefined)
    .map(({ table, columns }, i) => tableReport(table.file, columns, at.accounts[i] ?? openAccount(columns)));
  return {
    run,
    owner: dataset.owner,
    dataset: spec.id,
    title: spec.title,
    asOf: dataset.asOf,
    files: [...dataset.files],
    tables,
    values: sumValues(tables.map((table) => table.values)),
    items: {
      source: file.count('source'),
      passage: file.count('passage'),
      record: file.count('record'),
      statement: file.count('statement'),
      evidence: file.count('evidence'),
      coverage: file.count('coverage'),
      decision: file.count('decision'),
    },
    lookups: spec.lookups.map((lookup, i) => ({ ...lookup, used: at.lookups[i] ?? 0 })),
    assertions,
    warnings: log.groups('warning'),
  };
}

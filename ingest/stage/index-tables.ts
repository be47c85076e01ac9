import { hash } from 'node:crypto';
import { GraphError } from '#graph-model/errors.ts';
import { type Column, planColumns } from '#ingest/dataset/columns.ts';
import type { Dataset } from '#ingest/dataset/load-dataset.ts';
import type { TableRow } from '#ingest/dataset/table-event.ts';
import { readTable } from '#ingest/dataset/table-reader.ts';
import type { TableSpec } from '#ingest/dataset/table-spec.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';
import type { Work } from '#ingest/work.ts';
import { Declarations } from './declarations.ts';
import { BAD, RowReader } from './row-reader.ts';
import { readDeclaration } from './row-records.ts';
import { readSource } from './say-row.ts';
import { type TablePlan, correctRow, planTable } from './table-plan.ts';

/** What the first reading of all tables leaves: their plans, what they declare, and how many rows there are. */
export type Indexed = {
  /** In the order of dataset.yml; undefined for a table whose header or bytes will not do. */
  readonly plans: readonly (TablePlan | undefined)[];
  readonly declarations: Declarations;
  readonly rows: number;
};

/**
 * First reading: is each file a table at all, what does it declare? Values are not judged here, that is the second
 * reading's; memory holds the declarations and a short hash for each row of the table being read.
 */
export async function indexTables(dataset: Dataset, log: IssueLog, work: Work): Promise<Indexed> {
  const declarations = new Declarations();
  const plans: (TablePlan | undefined)[] = [];
  let rows = 0;
  for (const table of dataset.tables) {
    const errors = log.errors;
    const first = new Map<string, number>();
    let plan: TablePlan | undefined;
    let unread: number[] = [];
    for await (const events of readTable(dataset.folder, table, hashOf(dataset, table.file), log)) {
      for (const event of events) {
        if ('header' in event) {
          const where = (path: readonly PropertyKey[]) => dataset.where([...table.path, ...path]);
          const columns = planColumns(event.header, event.line, table, where, log);
          unread = columns.map(() => 0);
          if (log.errors === errors) plan = planTable(table, columns, dataset.spec.lookups);
        } else if ('row' in event && plan) {
          if (++rows % 5_000 === 0) {
            work.progress('read', rows);
            if (work.signal.aborted) throw new GraphError('CANCELLED');
          }
          noteRepeat(event.row.cells, event.row.line, table, first, log);
          countUnread(plan, event.row.cells, unread);
          declareRow(event.row, plan, declarations, dataset, log);
        }
      }
      if (!plan) break;
    }
    reportUnread(table, plan?.columns ?? [], unread, log);
    if (log.errors > errors) declarations.incomplete = true;
    plans.push(plan);
  }
  work.progress('read', rows, rows);
  return { plans, declarations, rows };
}

/** Takes what the first reading is not there to judge. */
const SILENT = new IssueLog();

function declareRow(row: TableRow, plan: TablePlan, declarations: Declarations, dataset: Dataset, log: IssueLog): void {
  const { table } = plan;
  const declaring = Object.values(table.records).flatMap((spec) => ('ref' in spec ? [] : [spec]));
  if (declaring.length === 0) return;
  const reader = new RowReader(plan, { ...row, cells: correctRow(plan, row.cells).cells }, SILENT);
  const known = readSource(table, reader, dataset.sources);
  if (known === BAD) return;
  for (const spec of declaring) {
    const declared = readDeclaration(spec, reader);
    if (declared === undefined || declared === BAD) continue;
    const at = { source: known.source.id, file: table.file, line: reader.line };
    declarations.add({ ...declared, ...at }, reader.place(spec.name), log);
  }
}

function noteRepeat(
  cells: readonly (string | undefined)[],
  line: number,
  table: TableSpec,
  first: Map<string, number>,
  log: IssueLog,
): void {
  const short = hash('sha1', JSON.stringify(cells), 'base64').slice(0, 16);
  const before = first.get(short);
  if (before === undefined) first.set(short, line);
  else log.add('ROW_TWICE', { file: table.file, line }, { first: before });
}

function countUnread(plan: TablePlan, cells: readonly (string | undefined)[], unread: number[]): void {
  plan.columns.forEach(({ fate }, column) => {
    if (fate === 'unread' && cells[column] !== undefined) unread[column] = (unread[column] ?? 0) + 1;
  });
}

function reportUnread(table: TableSpec, columns: readonly Column[], unread: readonly number[], log: IssueLog): void {
  columns.forEach(({ name }, i) => {
    const count = unread[i] ?? 0;
    const place = { file: table.file, line: 1, column: name, value: name };
    if (count > 0) log.add('COLUMN_UNREAD', place, { count });
  });
}

/** The hash a file had when the run got its name. */
export function hashOf(dataset: Dataset, file: string): string {
  return dataset.files.find((stamp) => stamp.file === file)?.sha256 ?? '';
}

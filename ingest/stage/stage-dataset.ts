import { join } from 'node:path';
import { recordDecisionsInForce } from '#graph-model/derive/decisions.ts';
import { runId } from '#graph-model/ids.ts';
import { type RunFile, openRunFile, removeRunFile } from '#graph-model/store/sqlite/run-file.ts';
import { DATASET_FILE, type Dataset, loadDataset } from '#ingest/dataset/load-dataset.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';
import { refuseIfWrong } from '#ingest/report/refusal.ts';
import { RunReport } from '#ingest/report/run-report.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import type { Work } from '#ingest/work.ts';
import { checkAssertions } from './assertions.ts';
import { Batch } from './batch.ts';
import { type Indexed, indexTables } from './index-tables.ts';
import { Kept } from './kept.ts';
import { datasetReport } from './dataset-report.ts';
import { reportNearFirms } from './near-firms.ts';
import { stageSources } from './stage-coverage.ts';
import { stageDecisions } from './stage-decisions.ts';
import { type Checkpoint, stageTables } from './stage-tables.ts';
import { stagedRun } from './staged-run.ts';

/** Goes up when the same folder is staged to other items: run files of older code are then not taken up. */
const STAGE_FORMAT = 1;

export type StageOptions = {
  /** The data folder of the installation; run files lie in `runs/` there until they are published. */
  readonly home: string;
  readonly work: Work;
  /** Rows between two checkpoints; 4,000 unless said. */
  readonly rowsPerBatch?: number;
};

/**
 * Reads a data set folder whole, checks it, and stages what it says in a run file. The same folder is the same run:
 * after a kill the same call goes on where the file stands, and a run that is complete is not read again.
 * @throws GraphError DATA_REFUSED with a Refusal when anything is wrong (nothing is left behind), CANCELLED,
 *   STORE_BUSY when another process stages the same run and does not end
 */
export async function stageDataset(
  folder: string,
  { home, work, rowsPerBatch = 4_000 }: StageOptions,
): Promise<{ run: StagedRun; report: RunReport }> {
  const log = new IssueLog();
  const dataset = await loadDataset(folder, log);
  refuseIfWrong(log);
  if (!dataset) throw new Error(`${DATASET_FILE} neither loaded nor refused`);

  const files = Object.fromEntries(dataset.files.map(({ file, sha256 }) => [file, sha256]));
  const id = runId({ owner: dataset.owner, format: STAGE_FORMAT, files });
  const path = join(home, 'runs', `${id}.sqlite`);
  const file = await openRunFile(path, { identity: id, signal: work.signal });
  try {
    work.reached('stage:opened');
    // What another process began is read from the file.
    const kept = file.checkpoint === undefined ? new Kept() : undefined;
    if (file.report === undefined) await stageInto(file, dataset, log, work, kept);
    const report = RunReport.parse(JSON.parse(file.report ?? ''));
    return { run: stagedRun(id, dataset, file, path, kept), report };
  } catch (error) {
    await file.close();
    if (log.errors > 0) removeRunFile(path);
    throw error;
  }

  async function stageInto(
    file: RunFile,
    dataset: Dataset,
    log: IssueLog,
    work: Work,
    kept: Kept | undefined,
  ): Promise<void> {
    const indexed = await indexTables(dataset, log, work);
    const at = await stageTables(dataset, indexed, file, log, work, rowsPerBatch, kept);
    await stageRest(dataset, indexed, at, file, log, kept);
    const assertions = log.errors > 0 ? [] : checkAssertions(dataset, file, log);
    refuseIfWrong(log);
    await file.finish(JSON.stringify(datasetReport(id, dataset, indexed.plans, at, assertions, file, log)));
    work.reached('stage:complete');
  }
}

/** What does not stand in rows. Written again after a kill: the same items, so the same file. */
async function stageRest(
  dataset: Dataset,
  { declarations }: Indexed,
  at: Checkpoint,
  file: RunFile,
  log: IssueLog,
  kept: Kept | undefined,
): Promise<void> {
  const whole = log.errors === 0;
  const batch = new Batch(kept);
  for (const scope of dataset.spec.scopes) batch.add({ table: 'scope', value: scope });
  stageSources(dataset, declarations, batch, log);
  if (whole && log.errors === 0) await file.write(batch.drain(file, log), JSON.stringify(at));
  const decided = await stageDecisions(dataset, declarations, file, batch, log, whole);
  reportNearFirms(declarations, recordDecisionsInForce(decided), log);
  if (whole && log.errors === 0) await file.write(batch.drain(file, log), JSON.stringify(at));
  dataset.spec.lookups.forEach(({ column, is }, i) => {
    if ((at.lookups[i] ?? 0) > 0) return;
    log.add('LOOKUP_UNUSED', { file: DATASET_FILE, ...dataset.where(['lookups', i]), value: `${column}: ${is}` });
  });
}

import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { latest, type PartialDate } from '#graph-model/dates.ts';
import type { RowOf } from '#graph-model/rows.ts';
import { NOTHING } from '#graph-model/store/nothing.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { previewReader } from '#ingest/publish/preview-reader.ts';
import { previewRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { StagedRun } from '#ingest/staged-run.ts';
import { datasetFiles } from '#ingest/survey/dataset-files.ts';
import { datasetId } from '#ingest/survey/dataset-id.ts';
import { readReturned, type ReturnedFile } from '#ingest/survey/read-files.ts';
import { resolveSheet, type ResolvedSheet } from '#ingest/survey/resolve.ts';
import { SheetLog, type SheetIssue } from '#ingest/survey/sheet-log.ts';
import type { Work } from '#ingest/work.ts';
import { createAdjacencyCache } from '#server/analysis/adjacency.ts';
import { TERMS } from '#server/analysis/board/terms.ts';
import { storeTopology } from '#server/analysis/store-topology.ts';
import { createWholeCounts } from '#server/analysis/whole-counts.ts';
import { createLoaders } from '#server/graphql/loaders.ts';
import { BEFORE_ALL, versionDate } from '#server/graphql/version-date.ts';
import type { View } from '#server/graphql/view.ts';
import type { Moment } from './cell-states.ts';
import { differenceOf, type SheetDifference } from './difference.ts';
import { sameFirms } from './same-firms.ts';

export type SheetPreview = {
  readonly difference: SheetDifference;
  /** Staged and not published. */
  readonly run: StagedRun;
  /** The data set folder that it was staged from. */
  readonly folder: string;
};

export type Preview = { readonly sheets: readonly SheetPreview[]; readonly warnings: readonly SheetIssue[] };

export type PreviewOptions = {
  /** A folder of this preview's own, for what is staged. */
  readonly scratch: string;
  /** ISO day. */
  readonly today: string;
  readonly work: Work;
};

/**
 * What accepting returned files would do, sheet after sheet, each over those before it. The store is only read.
 * @throws GraphError DATA_REFUSED with every mistake of every file; then nothing is left behind
 */
export async function previewReturned(
  store: Pick<GraphStore, 'head' | 'reader' | 'runs'>,
  files: readonly ReturnedFile[],
  { scratch, today, work }: PreviewOptions,
): Promise<Preview> {
  const log = new SheetLog();
  const returned = await readReturned(files, today, log);
  const head = await store.head();
  let reader = head.version === 0 ? NOTHING : await store.reader(head.version, work.signal);
  let moment = await momentOf(reader, store, work.signal);
  const resolved: ResolvedSheet[] = [];
  for (const sheet of returned) {
    const one = await resolveSheet(reader, sheet, log);
    if (one !== undefined) resolved.push(one);
  }
  checkTwice(resolved, log);
  for (const { sheet } of resolved) {
    checkAge(sheet, moment.date, log);
    if (head.visibility === 'public' && sheet.visibility === 'internal') {
      log.add('SHEET_INTERNAL', { file: sheet.file, sheet: sheet.sheet, ...sheet.visibilityAt });
    }
  }
  log.refuseIfWrong();

  const sheets: SheetPreview[] = [];
  const runs: StagedRun[] = [];
  try {
    await showAll();
    log.refuseIfWrong();
  } catch (error) {
    for (const run of runs) await run.dispose();
    throw error;
  }
  return { sheets, warnings: log.issues('warning') };

  async function showAll(): Promise<void> {
    for (const one of resolved) {
      const folder = path.join(scratch, datasetId(one.sheet));
      await writeFolder(folder, datasetFiles(one));
      const { run } = await stageDataset(folder, { home: scratch, work });
      runs.push(run);
      const over: Pick<GraphStore, 'head' | 'reader'> = {
        // What an internal sheet would change is shown over a public store too; it is the accepting that is refused.
        head: () => Promise.resolve({ ...head, visibility: 'internal' }),
        reader: () => Promise.resolve(reader),
      };
      const changes = await previewRun(over, run);
      const next = previewReader(reader, changes);
      const staged = await recordsOf(run, next);
      const doubts = await sameFirms(one.sheet, { run, reader, staged }, log);
      const after = { at: viewOf(next, moment.at, work.signal), date: later(moment.date, one.sheet.date) };
      checkNames(one, staged, log);
      sheets.push({ difference: await differenceOf(one, { staged, changes, doubts }, moment, after), run, folder });
      [reader, moment] = [next, after];
    }
  }
}

/** An office is asked for a segment once; the ids may have been others when the sheets were made. */
function checkTwice(resolved: readonly ResolvedSheet[], log: SheetLog): void {
  const answered = new Map<string, string>();
  for (const { sheet, office, subjects } of resolved) {
    for (const { chain, segment, row, label } of sheet.answers) {
      const subject = subjects.get(`${chain} ${segment ?? '-'}`)?.id ?? '';
      const key = `${office.id} ${subject} ${segment === undefined ? '' : chain}`;
      const other = answered.get(key);
      const place = { file: sheet.file, sheet: sheet.sheet, row };
      if (other === undefined) answered.set(key, `${sheet.file} ${sheet.sheet}!${row + 1}`);
      else log.add('CELL_TWICE', place, label, { office: office.name, other });
    }
  }
}

/** A register that is too old when it comes covers nothing, and says so now. */
function checkAge(sheet: ResolvedSheet['sheet'], now: PartialDate, log: SheetLog): void {
  const years = TERMS.registerYears;
  const oldest = `${Number(latest(now).slice(0, 4)) - years}${latest(now).slice(4)}`;
  if (latest(sheet.date) >= oldest) return;
  log.add('REGISTER_OLD', { file: sheet.file, sheet: sheet.sheet, ...sheet.dateAt }, sheet.date, { now, years });
}

/** What the sheet names must be the very things of the store that it was made for. */
function checkNames({ sheet, frame }: ResolvedSheet, staged: readonly RowOf<'record'>[], log: SheetLog): void {
  const entityOf = new Map(staged.map(({ key, entity }) => [key, entity as string]));
  for (const { record, entity, name } of frame.of.values()) {
    if (entityOf.get(record) !== entity) log.add('NAME_APART', { file: sheet.file, sheet: sheet.sheet }, name);
  }
}

async function recordsOf(run: StagedRun, reader: GraphReader): Promise<readonly RowOf<'record'>[]> {
  const ids: string[] = [];
  for await (const records of run.items('record')) for (const { id } of records) ids.push(id);
  return [...(await reader.get('record', ids)).values()];
}

async function momentOf(reader: GraphReader, store: Pick<GraphStore, 'runs'>, signal: AbortSignal): Promise<Moment> {
  const runs = async () => (await store.runs()).filter(({ version }) => version <= reader.version);
  const at = viewOf(reader, { visibility: 'internal', runs }, signal);
  return { at, date: (await versionDate(at)) ?? BEFORE_ALL };
}

/** A view without the graph in memory: a preview asks of the surroundings of one office. */
function viewOf(
  reader: GraphReader,
  { visibility, runs }: Pick<View, 'visibility' | 'runs'>,
  signal: AbortSignal,
): View {
  const topology = storeTopology(reader, createAdjacencyCache(), createWholeCounts(), signal);
  return {
    version: reader.version,
    visibility,
    reader,
    load: createLoaders(reader),
    runs,
    topology,
    kept: undefined,
  };
}

function later(a: PartialDate, b: PartialDate): PartialDate {
  return latest(b) >= latest(a) ? b : a;
}

async function writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [name, text] of files) await writeFile(path.join(folder, name), text);
}

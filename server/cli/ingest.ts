import { existsSync } from 'node:fs';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { countsOf, previewRun, publishExport, publishRun } from '#ingest/publish/publish.ts';
import { issueText, reportText } from '#ingest/report/render.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { MANIFEST, readExport } from '#ingest/restore/read-export.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { withNearInStore } from '#ingest/stage/near-in-store.ts';
import type { Work } from '#ingest/work.ts';
import type { Call, Command } from './command.ts';
import { countsText } from './counts-text.ts';
import { type Terminal, terminalWork } from './terminal.ts';
import { storeOf } from './store-of.ts';

export const ingestCommand: Command = {
  usage: 'ingest FOLDER… [--dry-run]',
  zh: '读取数据集文件夹（或导出的文件夹），检查，发布为新的数据版本；--dry-run 只说会改变什么',
  en: 'reads data set folders (or an exported one), checks them, publishes a new data version; --dry-run only says what would change',
  options: { 'dry-run': { type: 'boolean' } },
  run: ingest,
};

async function ingest({ out, settings, values, positionals, signal, env }: Call): Promise<number> {
  if (positionals.length === 0) throw new GraphError('USAGE', { missing: 'FOLDER' });
  const store = await storeOf(settings, { visibility: settings.visibility });
  const work = terminalWork(out, signal, env);
  try {
    for (const folder of positionals) {
      const dryRun = values['dry-run'] === true;
      const how = { home: settings.home, dryRun, out, work };
      if (existsSync(path.join(folder, MANIFEST))) await ingestExport(store, path.resolve(folder), how);
      else await ingestFolder(store, path.resolve(folder), how);
    }
    return 0;
  } finally {
    await store.close();
  }
}

type How = {
  readonly home: string;
  readonly dryRun: boolean;
  /** Only the outcome, not the whole report of the run. */
  readonly brief?: boolean;
  readonly out: Terminal;
  readonly work: Work;
};

/**
 * Stages, then publishes one folder. A refusal is printed whole, then thrown on.
 * @throws GraphError DATA_REFUSED and what publishing throws
 */
export async function ingestFolder(
  store: GraphStore,
  folder: string,
  { home, dryRun, brief = false, out, work }: How,
): Promise<void> {
  const staged = await stageDataset(folder, { home, work }).catch((error: unknown) => refused(error, out));
  const { run } = staged;
  const report = await withNearInStore(store, folder, staged, work).catch(async (error: unknown) => {
    if (issuesOf(error).length > 0) await run.dispose();
    return refused(error, out);
  });
  if (dryRun) {
    const changes = await previewRun(store, run);
    for (const change of changes) out.json({ change });
    out.json({ dryRun: true, report, counts: countsOf(changes) });
    out.text(`${reportText(report)}\n${countsText(countsOf(changes), '会改变 / would change')}`);
    return;
  }
  const before = (await store.head()).version;
  const { version, counts } = await publishRun(store, run, work);
  await run.dispose();
  work.reached('publish:disposed');
  out.json({ run: run.id, version, changed: version !== before, report, counts });
  const what =
    version === before
      ? `没有变化，数据版本仍是 ${version} / nothing changed, data version is still ${version}`
      : countsText(counts, `已发布数据版本 ${version}，运行 ${run.id} / published data version ${version}`);
  out.text(brief ? (what.split('\n')[0] as string).replace(/：$/, '') : `${reportText(report)}\n${what}`);
}

/** Prints the issues of a refusal, whole. */
function refused(error: unknown, out: Terminal): never {
  for (const issue of issuesOf(error)) {
    out.json({ issue });
    process.stderr.write(`${issueText(issue)}\n`);
  }
  throw error;
}

/** Loads what `export` wrote into an empty store. */
async function ingestExport(store: GraphStore, folder: string, { dryRun, out, work }: How): Promise<void> {
  const exported = await readExport(folder);
  if (dryRun)
    throw new GraphError('USAGE', { cause: '导出只能整个载入 / an export is loaded whole, without --dry-run' });
  const { version, run, counts } = await publishExport(store, exported, work);
  out.json({ run, version, counts });
  out.text(countsText(counts, `已载入导出，数据版本 ${version} / export loaded, data version ${version}`));
}

import { cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { openReturned, type ReturnedFile } from '#ingest/survey/read-files.ts';
import type { SheetIssue } from '#ingest/survey/sheet-log.ts';
import type { Work } from '#ingest/work.ts';
import { differenceText, sheetIssueText } from '../survey/difference-text.ts';
import { today } from '../survey/today.ts';
import { previewReturned, type Preview } from '../survey/preview.ts';
import type { Call } from './command.ts';
import { storeOf } from './store-of.ts';
import { terminalWork, type Terminal } from './terminal.ts';

/** Where accepted sheets are kept, as data set folders that `ingest` reads again. */
const KEPT = 'surveys';

/** Reads returned sheets, shows what they would change, and publishes each as a run of its own with `--accept`. */
export async function importSurvey({ out, settings, values, positionals, signal, env }: Call): Promise<number> {
  if (positionals.length === 0) throw new GraphError('USAGE', { missing: 'FILE.xlsx' });
  const accept = values['accept'] === true;
  const files = await Promise.all(positionals.map((file) => openReturned(path.resolve(file))));
  const store = await storeOf(settings, accept ? {} : { readOnly: true });
  const work = terminalWork(out, signal, env);
  await mkdir(settings.home, { recursive: true });
  const scratch = await mkdtemp(path.join(settings.home, 'survey-'));
  try {
    const preview = await refusing(out, previewReturned(store, files, { scratch, today: today(), work }));
    for (const warning of preview.warnings) sayIssue(out, warning);
    for (const { difference } of preview.sheets) {
      out.json({ difference });
      out.text(differenceText(difference));
    }
    try {
      if (accept) {
        await refuseInternal(store, preview);
        await acceptAll(store, preview, files, { home: settings.home, out, work });
      } else out.text('还没有写入；核对后加 --accept / nothing was written; look through it, then add --accept');
    } finally {
      for (const { run } of preview.sheets) await run.dispose();
    }
    return 0;
  } finally {
    await rm(scratch, { recursive: true, force: true });
    await store.close();
  }
}

/** Before the first sheet is written: all are accepted, or none. @throws GraphError INTERNAL_SOURCE */
async function refuseInternal(store: GraphStore, { sheets }: Preview): Promise<void> {
  const internal = sheets.filter(({ difference }) => difference.visibility === 'internal');
  if (internal.length === 0 || (await store.head()).visibility === 'internal') return;
  throw new GraphError('INTERNAL_SOURCE', {
    sheets: internal.map(({ difference }) => `${difference.file} ${difference.sheet}`),
    mend: '一张也没有写入。收进内部的库：另设 LONGLIAN_HOME 和 LONGLIAN_VISIBILITY=internal 建库，载入同样的资料，再收这份表；填报单位同意公开的，把表上的公开范围填成 公开 / nothing was written. Accept it into an internal store: make one with another LONGLIAN_HOME and LONGLIAN_VISIBILITY=internal, ingest the same data, then import this file; or, where its office agrees to publish, write 公开 on the sheet',
  });
}

/** The mistakes of the sheets are printed whole, then thrown on. */
async function refusing(out: Terminal, preview: Promise<Preview>): Promise<Preview> {
  return preview.catch((error: unknown) => {
    if (error instanceof GraphError && error.code === 'DATA_REFUSED') {
      const told = [error.data['issues'], error.data['warnings']].flatMap(
        (some) => (some ?? []) as readonly SheetIssue[],
      );
      for (const issue of told) sayIssue(out, issue);
    }
    throw error;
  });
}

function sayIssue(out: Terminal, issue: SheetIssue): void {
  out.json({ issue });
  process.stderr.write(`${sheetIssueText(issue)}\n`);
}

type How = { readonly home: string; readonly out: Terminal; readonly work: Work };

/** Each sheet is one run, so that each can be rolled back by itself; the same command goes on where it stopped. */
async function acceptAll(
  store: GraphStore,
  { sheets }: Preview,
  files: readonly ReturnedFile[],
  how: How,
): Promise<void> {
  const { home, out, work } = how;
  for (const { difference, run, folder } of sheets) {
    const before = (await store.head()).version;
    const { version, counts } = await publishRun(store, run, work);
    const kept = path.join(home, KEPT, path.basename(folder));
    await keep(
      folder,
      kept,
      files.find(({ name }) => name === difference.file),
    );
    out.json({ run: run.id, version, changed: version !== before, sheet: difference.key, folder: kept, counts });
    out.text(
      version === before
        ? `${difference.office}：没有变化，数据版本仍是 ${version} / nothing changed, data version is still ${version}`
        : `${difference.office}：已采信，数据版本 ${version}，运行 ${run.id} / accepted as data version ${version}, run ${run.id}\n  撤销 undo：npx longlian rollback ${run.id}`,
    );
  }
}

/** The folder as it was published, and the returned file beside it, hidden from `ingest`. An earlier one gives way. */
async function keep(folder: string, kept: string, returned: ReturnedFile | undefined): Promise<void> {
  const fresh = `${kept}.new`;
  await mkdir(path.dirname(kept), { recursive: true });
  await rm(fresh, { recursive: true, force: true });
  await cp(folder, fresh, { recursive: true });
  if (returned !== undefined) await writeFile(path.join(fresh, `.${returned.name}`), returned.bytes);
  await rm(kept, { recursive: true, force: true });
  await rename(fresh, kept);
}

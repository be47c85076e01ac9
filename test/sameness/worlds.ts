import { TABLE_NAMES, type Change } from '#graph-model/rows.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { publishRun, rollbackRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { GANSU_FOLDER } from '#test/support/asking.ts';
import { runsOf } from '#test/support/load-world.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { loadRandomWorld } from './random-world.ts';

/** Things of the made-up region: with those that its sources tell apart, 20,000 entities. */
const THINGS = 17_200;

/** Things of a smaller one, quick to load, where search still meets its cap. */
const FEWER_THINGS = 3_600;

const SEED = 20_261_122;

/** The worlds that every store must speak of alike, each as a list of published versions. */
export const WORLDS = {
  golden: async (store: GraphStore) => {
    for (const folder of runsOf('golden')) await ingest(store, folder);
  },
  /** Published, undone, and published again: every row of it was opened twice. */
  gansu: async (store: GraphStore) => {
    await ingest(store, GANSU_FOLDER);
    const [run] = await store.runs();
    if (run !== undefined) await rollbackRun(store, run.id, QUIET);
    await ingest(store, GANSU_FOLDER);
  },
  random: (store: GraphStore) => loadRandomWorld(store, THINGS, SEED),
  'small random': (store: GraphStore) => loadRandomWorld(store, FEWER_THINGS, SEED),
} as const;
export type WorldName = keyof typeof WORLDS;

/**
 * Publishes in an empty store what another one shows to have been published: the same runs, the same rows, in other
 * batches. Nothing is derived again.
 */
export async function copyRuns(from: GraphStore, to: GraphStore, batch = 12_000): Promise<void> {
  for (const { version: _version, ...run } of await from.runs()) {
    const lease = await to.lease({ host: 'sameness', pid: process.pid });
    try {
      const changes = await changesOf(await from.reader(lease.base + 1));
      for (let at = 0; at < changes.length; at += batch) await lease.write(changes.slice(at, at + batch));
      await lease.commit(run);
    } finally {
      await lease.release();
    }
  }
}

/** Closings first: an id may close and open again in one version. What its own id supersedes needs no closing. */
async function changesOf(reader: GraphReader): Promise<readonly Change[]> {
  const closings: Change[] = [];
  const openings: Change[] = [];
  for (const table of TABLE_NAMES) {
    const { opened, closed } = await reader.changes(table);
    const reopened = new Set<string>(opened.map(({ row }) => row.id));
    for (const { row, reason } of closed) {
      if (reason === null || (reason === 'superseded' && reopened.has(row.id))) continue;
      closings.push({ table, close: row.id, reason });
    }
    openings.push(...opened.map(({ row }) => ({ table, open: row }) as Change));
  }
  return [...closings, ...openings.reverse()];
}

async function ingest(store: GraphStore, folder: string): Promise<void> {
  await withTempFolder(async (home) => {
    const { run } = await stageDataset(folder, { home, work: QUIET });
    try {
      await publishRun(store, run, QUIET);
    } finally {
      await run.dispose();
    }
  });
}

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { publishRun } from '#ingest/publish/publish.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import type { Work } from '#ingest/work.ts';

export type World = {
  /** A store of its own, in a folder that goes with `dispose`. */
  readonly store: GraphStore;
  /** `sqlite:PATH` of the store, to open it once more. */
  readonly url: string;
  /** Stages and publishes one data set folder. @returns the data version after it */
  load(folder: string): Promise<number>;
  dispose(): Promise<void>;
};

const quiet: Work = { signal: new AbortController().signal, progress: () => {}, reached: () => {} };

/** The folders of a world of test/worlds in the order in which they are loaded: v1, v2, … */
export function runsOf(world: string): readonly string[] {
  const folder = worldFolder(world);
  const runs = readdirSync(folder).filter((name) => /^v[1-9]\d*$/.test(name));
  runs.sort((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
  return runs.map((name) => path.join(folder, name));
}

export function worldFolder(world: string): string {
  return fileURLToPath(new URL(`../worlds/${world}/`, import.meta.url));
}

/** An empty store that data set folders are loaded into as `npx longlian ingest` does. Internal unless said. */
export async function emptyWorld(visibility: Visibility = 'internal'): Promise<World> {
  const home = mkdtempSync(path.join(tmpdir(), 'longlian-world-'));
  const url = `sqlite:${path.join(home, 'graph.sqlite')}`;
  const store = await openStore(url, { visibility });
  return {
    store,
    url,
    async load(folder) {
      const { run } = await stageDataset(folder, { home, work: quiet });
      try {
        return (await publishRun(store, run, quiet)).version;
      } finally {
        await run.dispose();
      }
    },
    async dispose() {
      await store.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** A store with the runs of a world in order; the first `runs` of them where said. */
export async function loadWorld(
  name: string,
  how: { readonly runs?: number; readonly visibility?: Visibility } = {},
): Promise<World> {
  const world = await emptyWorld(how.visibility);
  for (const folder of runsOf(name).slice(0, how.runs)) await world.load(folder);
  return world;
}

/** A copy of a data set folder with the rows of its tables in another order; `seed` chooses which. */
export function shuffledCopy(folder: string, seed: number): { readonly folder: string; dispose(): void } {
  const copy = mkdtempSync(path.join(tmpdir(), 'longlian-shuffled-'));
  cpSync(folder, copy, { recursive: true });
  for (const name of readdirSync(copy).filter((file) => file.endsWith('.csv'))) {
    const file = path.join(copy, name);
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${[header, ...shuffled(rows, seed)].join('\n')}\n`);
  }
  return { folder: copy, dispose: () => rmSync(copy, { recursive: true, force: true }) };
}

/** Fisher and Yates with a linear congruence: the same on every machine. */
function shuffled<T>(values: readonly T[], seed: number): T[] {
  const result = [...values];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = Math.floor((state / 2_147_483_648) * (i + 1));
    [result[i], result[j]] = [result[j] as T, result[i] as T];
  }
  return result;
}

import path from 'node:path';
import { openSqliteStore } from '#graph-model/store/sqlite/store.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { describeSameness, type Sides } from './suite.ts';
import { copyRuns, WORLDS, type WorldName } from './worlds.ts';

/** Two SQLite files: one that the world was ingested into, one with the same runs written in another order. */
async function sidesOf(world: WorldName): Promise<Sides> {
  const folder = await mkdtemp(path.join(tmpdir(), 'longlian-sameness-'));
  const open = (name: string) => openSqliteStore(path.join(folder, `${name}.sqlite`), { visibility: 'internal' });
  const [ingested, copied] = [await open('ingested'), await open('copied')];
  await WORLDS[world](ingested);
  await copyRuns(ingested, copied);
  return {
    sides: [
      { name: 'ingested', store: ingested, analysis: 'memory' },
      { name: 'copied', store: copied, analysis: 'memory' },
    ],
    async dispose() {
      await ingested.close();
      await copied.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

for (const world of ['golden', 'gansu', 'small random'] as const)
  describeSameness(world, () => sidesOf(world), 600_000);

import path from 'node:path';
import { openSqliteStore } from '#graph-model/store/sqlite/store.ts';
import { describeSameness, type SidesOf } from './suite.ts';
import { copyRuns, type WorldName } from './worlds.ts';

/** A second SQLite file with the same runs, their rows written in another order and in other batches, in both modes. */
const sidesOf: SidesOf = async (baseline, folder) => {
  const store = await openSqliteStore(path.join(folder, 'copied.sqlite'), { visibility: 'internal' });
  await copyRuns(baseline, store);
  return [
    { name: 'SQLite, copied', store, analysis: 'memory' },
    { name: 'SQLite, copied, not in memory', store, analysis: 'store' },
  ];
};

/** A file for each world, since files run beside each other. */
export function describeSamenessOnSqlite(world: WorldName): void {
  describeSameness(world, sidesOf, 900_000);
}

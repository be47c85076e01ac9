import { expect, test } from 'vitest';
import { TABLE_NAMES } from '#graph-model/rows.ts';
import { publicPart } from '#server/export/public-part.ts';
import { sqliteHarness } from '#test/graph-model/store/sqlite/harness.ts';
import { emptyWorld } from '#test/support/load-world.ts';
import { crossDecisions, FULL, ledger, papers, SAME } from './cross-decisions.ts';

crossDecisions('SQLite', sqliteHarness);

/** All that a public export of a store would hold that loaded these folders. */
async function exported(...folders: readonly string[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const world = await emptyWorld();
  try {
    for (const folder of folders) await world.load(folder);
    const part = await publicPart(await world.store.reader((await world.store.head()).version));
    const tables: Record<string, unknown[]> = {};
    for (const table of TABLE_NAMES) {
      tables[table] = [];
      for await (const rows of part.rows(table)) tables[table].push(...rows);
    }
    return tables;
  } finally {
    await world.dispose();
  }
}

test('a public export is that of a store that never saw the ledger', async () => {
  const shown = await exported(papers('known', [FULL]), ledger(SAME));
  expect(JSON.stringify(shown)).not.toContain('招商科');
  expect(shown).toStrictEqual(await exported(papers('known', [FULL])));
});

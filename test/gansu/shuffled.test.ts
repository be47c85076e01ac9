import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { differingExports } from '#test/sameness/compare-exports.ts';
import { drawer } from '#test/sameness/draw.ts';
import { GANSU_FOLDER } from '#test/support/asking.ts';
import { emptyWorld } from '#test/support/load-world.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

const MARK = '\u0000';

/** Lines that belong to one row stay together: a quoted cell may hold a line break. */
function rowsOf(csv: string): string[] {
  const marked = csv.replaceAll(/"(?:[^"]|"")*"/g, (cell) => cell.replaceAll('\n', MARK));
  return marked.split('\n').filter((line) => line !== '');
}

function shuffle(folder: string, seed: number): void {
  const draw = drawer(seed);
  const tables = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.csv'));
  for (const table of tables) {
    const file = path.join(folder, table);
    const [header = '', ...rows] = rowsOf(readFileSync(file, 'utf8'));
    writeFileSync(file, [header, ...draw.some(rows, rows.length), ''].join('\n').replaceAll(MARK, '\n'));
  }
}

test('the rows of data/gansu in any order give the same graph, and the same again gives nothing new', async () => {
  const [plain, other] = [await emptyWorld('public'), await emptyWorld('public')];
  try {
    expect(await plain.load(GANSU_FOLDER)).toBe(1);
    expect(await plain.load(GANSU_FOLDER)).toBe(1);
    await withTempFolder(async (home) => {
      const shuffled = path.join(home, 'gansu');
      cpSync(GANSU_FOLDER, shuffled, { recursive: true });
      shuffle(shuffled, 5);
      expect(readFileSync(path.join(shuffled, 'gs-2025-02/entities.csv'), 'utf8')).not.toBe(
        readFileSync(path.join(GANSU_FOLDER, 'gs-2025-02/entities.csv'), 'utf8'),
      );
      expect(await other.load(shuffled)).toBe(1);
    });
    // The manifest names the run, and a run is named by the bytes it read.
    expect(await differingExports(plain.store, other.store)).toEqual(['whole manifest.json']);
  } finally {
    await plain.dispose();
    await other.dispose();
  }
});

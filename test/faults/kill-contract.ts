import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { WRITE_POINTS } from '#ingest/work.ts';
import { exportBytes } from '../support/export-bytes.ts';
import { seeded } from '#graph-model/seeded.ts';
import { writeGeneratedFolder } from '../support/generated-folder.ts';
import { killedAfter } from '../support/kill.ts';
import { bundleCli, runCli } from '../support/run-cli.ts';
import { withTempFolder } from '../support/temp-folder.ts';

/** An ingest of 36 command lines at most, on a machine that has other work. */
const PATIENCE = { timeout: 600_000 };

export type KillOptions = {
  /** An empty store for a data folder. @returns its url */
  readonly fresh: (home: string) => Promise<string>;
  /** Of the data set. */
  readonly rows: number;
  readonly randomKills: number;
};

/** A killed ingest loses nothing and doubles nothing, whatever the store. */
export function killContract({ fresh, rows, randomKills }: KillOptions): void {
  beforeAll(bundleCli);

  test(
    'a kill at any named write point, then the same command again, gives the export of an undisturbed run',
    PATIENCE,
    async () => {
      await withTempFolder(async (folder) => {
        const data = path.join(folder, 'data');
        await writeGeneratedFolder(data, rows, 1);
        const undisturbed = await storeIn(path.join(folder, 'undisturbed'));
        await undisturbed.done('ingest', data);
        const expected = await undisturbed.exported();
        for (const point of WRITE_POINTS) {
          const store = await storeIn(path.join(folder, point.replace(':', '-')));
          const killed = await store.run(['ingest', data], { LONGLIAN_TEST_DIE_AT: point });
          expect([point, killed.signal]).toEqual([point, 'SIGKILL']);
          await store.done('ingest', data);
          expect([point, await store.exported()]).toEqual([point, expected]);
          await store.done('verify');
        }
      });
    },
  );

  test('kills at random moments, one after another on one store, lose and double nothing', PATIENCE, async () => {
    await withTempFolder(async (folder) => {
      const data = path.join(folder, 'data');
      await writeGeneratedFolder(data, rows, 2);
      const undisturbed = await storeIn(path.join(folder, 'undisturbed'));
      const started = Date.now();
      await undisturbed.done('ingest', data);
      const whole = Date.now() - started;
      const expected = await undisturbed.exported();
      const store = await storeIn(path.join(folder, 'killed'));
      const random = seeded(7);
      for (let i = 0; i < randomKills; i++) await store.killedAfter(['ingest', data], random() * whole);
      await store.done('ingest', data);
      expect(await store.exported()).toBe(expected);
      const again = await store.done('ingest', data, '--json');
      expect(JSON.parse(again.trim().split('\n').at(-1) ?? '')).toMatchObject({ changed: false, version: 1 });
    });
  });

  async function storeIn(home: string) {
    const url = await fresh(home);
    const at = (args: readonly string[]) => [...args, '--store', url];
    const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) => runCli(at(args), home, env);
    const done = async (...args: readonly string[]) => {
      const { code, stdout, stderr } = await run(args);
      expect([args[0], code, code === 0 ? '' : stderr]).toEqual([args[0], 0, '']);
      return stdout;
    };
    return {
      run,
      done,
      killedAfter: (args: readonly string[], milliseconds: number) => killedAfter(at(args), home, milliseconds),
      async exported() {
        const out = path.join(home, 'out');
        await done('export', '--out', out);
        return exportBytes(out);
      },
    };
  }
}

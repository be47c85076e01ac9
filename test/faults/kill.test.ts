import path from 'node:path';
import { expect, test } from 'vitest';
import { WRITE_POINTS } from '#ingest/work.ts';
import { exportBytes } from '#test/support/export-bytes.ts';
import { seeded, writeGeneratedFolder } from '#test/support/generated-folder.ts';
import { killedAfter } from '#test/support/kill.ts';
import { runCli } from '#test/support/run-cli.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

const ROWS = 6_000;
const RANDOM_KILLS = 6;

async function exportOf(home: string): Promise<string> {
  const out = path.join(home, 'out');
  const { code, stderr } = await runCli(['export', '--out', out], home);
  expect(stderr.trim()).toBe('');
  expect(code).toBe(0);
  return exportBytes(out);
}

test('a kill at any named write point, then the same command again, gives the export of an undisturbed run', async () => {
  await withTempFolder(async (folder) => {
    const data = path.join(folder, 'data');
    await writeGeneratedFolder(data, ROWS, 1);
    const undisturbed = path.join(folder, 'undisturbed');
    expect((await runCli(['ingest', data], undisturbed)).code).toBe(0);
    const expected = await exportOf(undisturbed);
    for (const point of WRITE_POINTS) {
      const home = path.join(folder, point.replace(':', '-'));
      const killed = await runCli(['ingest', data], home, { LONGLIAN_TEST_DIE_AT: point });
      expect([point, killed.signal]).toEqual([point, 'SIGKILL']);
      expect([point, (await runCli(['ingest', data], home)).code]).toEqual([point, 0]);
      expect([point, await exportOf(home)]).toEqual([point, expected]);
      expect([point, (await runCli(['verify'], home)).code]).toEqual([point, 0]);
    }
  });
}, 240_000);

test('kills at random moments, one after another on one store, lose and double nothing', async () => {
  await withTempFolder(async (folder) => {
    const data = path.join(folder, 'data');
    await writeGeneratedFolder(data, ROWS, 2);
    const undisturbed = path.join(folder, 'undisturbed');
    const started = Date.now();
    expect((await runCli(['ingest', data], undisturbed)).code).toBe(0);
    const whole = Date.now() - started;
    const home = path.join(folder, 'killed');
    const random = seeded(7);
    for (let i = 0; i < RANDOM_KILLS; i++) await killedAfter(['ingest', data], home, random() * whole);
    expect((await runCli(['ingest', data], home)).code).toBe(0);
    expect(await exportOf(home)).toBe(await exportOf(undisturbed));
    const again = await runCli(['ingest', data, '--json'], home);
    expect(JSON.parse(again.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({ changed: false, version: 1 });
  });
}, 240_000);

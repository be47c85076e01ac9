import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { worldFolder } from '#test/support/load-world.ts';
import { bundleCli, type CliEnd, runCli } from '#test/support/run-cli.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { returned } from '#test/survey/fill.ts';

function linesOf({ stdout }: CliEnd): Record<string, unknown>[] {
  const lines = stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

beforeAll(bundleCli, 60_000);

test(
  'sheets are exported, a filled one is shown, accepted, kept as a data set, and rolled back',
  () =>
    withTempFolder(async (home) => {
      const internal = { LONGLIAN_VISIBILITY: 'internal' };
      await runCli(['ingest', path.join(worldFolder('survey'), 'v1')], home, internal);
      const folder = path.join(home, 'out');
      const [exported] = linesOf(await runCli(['survey', 'export', '--out', folder, '--json'], home));
      expect(exported).toMatchObject({ version: 1, placeless: 1, chainsCut: 0 });
      const names = ['摸底表-丙省.xlsx', '摸底表-乙市.xlsx', '摸底表-甲市.xlsx'];
      expect((await readdir(folder)).sort()).toStrictEqual(names);

      const asked = await readFile(path.join(folder, '摸底表-乙市.xlsx'));
      const file = path.join(home, '回填.xlsx');
      const filling = { publisher: '乙市工信局', date: '2025-06', answers: { 泵体: '确认没有这类企业' } };
      await writeFile(file, await returned(asked, { 乙市: filling }));
      const shown = await runCli(['survey', 'import', file, '--json'], home);
      expect([shown.code, linesOf(shown)[0]]).toMatchObject([
        0,
        { difference: { office: '乙市', visibility: 'internal' } },
      ]);
      expect(linesOf(await runCli(['verify', '--json'], home))).toStrictEqual([{ version: 1, violations: 0 }]);
      expect((await readdir(home)).filter((name) => name.startsWith('survey'))).toStrictEqual([]);

      const accepted = linesOf(await runCli(['survey', 'import', file, '--accept', '--json'], home)).at(-1);
      expect(accepted).toMatchObject({ version: 2, changed: true });
      const again = linesOf(await runCli(['survey', 'import', file, '--accept', '--json'], home)).at(-1);
      expect(again).toMatchObject({ version: 2, changed: false });
      const kept = linesOf(await runCli(['ingest', String(accepted?.['folder']), '--json'], home)).at(-1);
      expect(kept).toMatchObject({ version: 2, changed: false });
      expect((await readdir(String(accepted?.['folder']))).sort()).toStrictEqual([
        '.回填.xlsx',
        'dataset.yml',
        'things.csv',
        'ties.csv',
      ]);

      expect((await runCli(['rollback', String(accepted?.['run'])], home)).code).toBe(0);
      expect(linesOf(await runCli(['verify', '--json'], home))).toStrictEqual([{ version: 3, violations: 0 }]);
    }),
  60_000,
);

test(
  'files that hold something else are not written over, an office is found by name, and slips are told',
  () =>
    withTempFolder(async (home) => {
      await runCli(['ingest', path.join(worldFolder('survey'), 'v1')], home);
      const file = path.join(home, 'all.xlsx');
      const run = (...args: string[]) => runCli(['survey', ...args], home);
      expect((await run('export', '--out', file)).code).toBe(0);
      expect((await run('export', '--out', file)).stdout).toContain('没有变化');
      await writeFile(file, '别的');
      const refused = await run('export', '--out', file);
      expect([refused.code, await readFile(file, 'utf8')]).toStrictEqual([2, '别的']);
      expect((await run('export', '--out', file, '--replace')).stdout).toContain('已覆盖');
      expect(
        (await run('export', '--out', path.join(home, 'jia.xlsx'), '--office', '甲市', '--chain', '泵业')).stdout,
      ).toContain('2 张摸底表，5 项');
      expect((await run('export', '--out', file, '--office', '甲高新')).stderr).toContain('甲高新区');
      expect((await run('export')).code).toBe(2);
      expect((await run('import')).code).toBe(2);
      expect((await run('send')).code).toBe(2);
      expect((await run('import', path.join(home, 'none.xlsx'))).code).toBe(2);
      const wrong = path.join(home, 'wrong.xlsx');
      await mkdir(home, { recursive: true });
      await writeFile(wrong, 'nothing');
      const read = await run('import', wrong);
      expect([read.code, read.stderr]).toStrictEqual([
        1,
        expect.stringContaining('wrong.xlsx 错误 error NOT_A_WORKBOOK'),
      ]);
    }),
  60_000,
);

test(
  'a public store shows an internal sheet and accepts nothing of its file; one that says that it is public is accepted',
  () =>
    withTempFolder(async (home) => {
      await runCli(['ingest', path.join(worldFolder('survey'), 'v1')], home);
      const file = path.join(home, 'all.xlsx');
      const run = (...args: string[]) => runCli(['survey', ...args], home);
      expect((await run('export', '--out', file)).code).toBe(0);
      const internal = path.join(home, '内部.xlsx');
      const filling = { publisher: '甲市工信局', date: '2025-06', answers: { 泵体: '确认没有这类企业' } };
      await writeFile(internal, await returned(await readFile(file), { 甲市: filling }));
      expect((await run('import', internal)).stderr).toContain('SHEET_INTERNAL');
      const inPublic = await run('import', internal, '--accept');
      expect([inPublic.code, inPublic.stderr]).toStrictEqual([
        1,
        expect.stringContaining('LONGLIAN_VISIBILITY=internal'),
      ]);
      await writeFile(internal, await returned(await readFile(file), { 甲市: { ...filling, visibility: '公开' } }));
      expect((await run('import', internal, '--accept')).code).toBe(0);
    }),
  60_000,
);

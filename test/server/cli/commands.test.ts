import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleCli, type CliEnd, runCli } from '#test/support/run-cli.ts';
import { SMALL_FILES, writeSmallFolder } from '#test/support/small-folder.ts';
import { pumps, REGISTER } from '../support/pumps.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';

beforeAll(bundleCli, 60_000);

function lastJson({ stdout }: CliEnd): Record<string, unknown> {
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
}

test('help lists every command and leaves with 0; no command, an unknown one or an unknown option leaves with 2', async () => {
  await withTempFolder(async (home) => {
    const help = await runCli(['--help'], home);
    expect(help.code).toBe(0);
    for (const name of ['start', 'ingest', 'export', 'explain', 'rollback', 'serve', 'verify', 'LONGLIAN_PORT']) {
      expect(help.stdout).toContain(name);
    }
    expect((await runCli([], home)).code).toBe(2);
    expect((await runCli(['fly'], home)).code).toBe(2);
    expect((await runCli(['verify', '--fast'], home)).code).toBe(2);
    expect((await runCli(['verify'], home, { LONGLIAN_PORT: 'many' })).code).toBe(2);
    expect((await runCli(['verify'], home, { LONGLIAN_ANALYSIS: 'disk' })).code).toBe(2);
  });
}, 60_000);

test('a folder is ingested, explained, verified, rolled back, and a store that is not there is a fault', async () => {
  await withTempFolder(async (home) => {
    const missing = await runCli(['verify', '--json'], home);
    expect([missing.code, lastJson(missing)['error']]).toEqual([3, 'STORE_UNAVAILABLE']);

    const folder = await writeSmallFolder(path.join(home, 'small'));
    const dry = await runCli(['ingest', folder, '--dry-run', '--json'], home);
    expect([dry.code, lastJson(dry)['dryRun']]).toEqual([0, true]);
    expect(lastJson(dry)['counts']).toMatchObject({ entity: { opened: 3, closed: 0 }, relationship: { opened: 2 } });

    const ingested = lastJson(await runCli(['ingest', folder, '--json'], home));
    expect(ingested).toMatchObject({ version: 1, changed: true, counts: lastJson(dry)['counts'] });

    const out = path.join(home, 'out');
    expect((await runCli(['export', '--out', out], home)).code).toBe(0);
    const own = await runCli(['export', '--out', folder, '--json'], home);
    expect([own.code, lastJson(own)['error']]).toEqual([2, 'USAGE']);
    const relationships = (await readFile(path.join(out, 'relationships.jsonl'), 'utf8')).trim().split('\n');
    const leads = relationships
      .map((line) => JSON.parse(line) as { id: string; type: string })
      .find((r) => r.type === 'LEADS');
    const explained = await runCli(['explain', leads?.id ?? '', '--json'], home);
    expect(lastJson(explained)).toMatchObject({
      table: 'relationship',
      live: true,
      statements: [{ evidence: [{ passage: { locator: '¶3' }, source: { title: '甲市新闻' } }] }],
    });
    expect((await runCli(['explain', 'nothing'], home)).code).toBe(2);
    expect((await runCli(['export', '--out', path.join(folder, 'dataset.yml', 'below')], home)).code).toBe(2);
    expect((await runCli(['verify'], home)).code).toBe(0);

    const undone = lastJson(await runCli(['rollback', String(ingested['run']), '--json'], home));
    expect(undone).toMatchObject({ version: 2, changed: true, counts: { entity: { opened: 0, closed: 3 } } });
    expect((await runCli(['rollback', 'uaaaaaaaaaaaaaaaaaaaa'], home)).code).toBe(2);
    expect(lastJson(await runCli(['ingest', folder, '--json'], home))).toMatchObject({ version: 3, changed: true });
    const again = path.join(home, 'again');
    expect((await runCli(['export', '--out', again], home)).code).toBe(0);
    for (const file of ['entities.jsonl', 'relationships.jsonl', 'anchors.jsonl']) {
      expect(await readFile(path.join(again, file), 'utf8')).toBe(await readFile(path.join(out, file), 'utf8'));
    }
  });
}, 120_000);

test('a cell of a board is explained by its three ids: state, reasons, terms, coverage and sources', async () => {
  await withTempFolder(async (home) => {
    expect((await runCli(['ingest', pumps(REGISTER)], home)).code).toBe(0);
    const out = path.join(home, 'out');
    expect((await runCli(['export', '--out', out], home)).code).toBe(0);
    const entities = (await readFile(path.join(out, 'entities.jsonl'), 'utf8')).trim().split('\n');
    const ids = new Map(
      entities.map((line) => JSON.parse(line) as { id: string; name: string }).map(({ id, name }) => [name, id]),
    );
    const cell = ['泵业', '应用', '甲市'].map((name) => ids.get(name)).join('.');
    const explained = await runCli(['explain', cell, '--json'], home);
    expect(lastJson(explained)).toMatchObject({
      id: cell,
      date: '2025-06',
      cell: {
        judgement: { state: 'missing', label: { zh: '空白' } },
        covered: true,
        registers: [{ title: '甲市泵业企业名录', class: 'register' }],
        strength: { total: 0 },
        planned: [{ modality: 'planned', sentence: { zh: '按规划，甲市发展应用。' } }],
        sources: [{ title: '甲报' }],
      },
    });
    const { reasons } = lastJson(explained)['cell'] as { reasons: { about: string; holds: boolean }[] };
    expect(reasons.filter(({ holds }) => holds).map(({ about }) => about)).toEqual(['missing']);
    const nowhere = await runCli(['explain', `${cell.slice(0, -1)}x`, '--json'], home);
    expect([nowhere.code, lastJson(nowhere)['error']]).toEqual([2, 'ID_UNKNOWN']);
  });
}, 60_000);

test('data that is refused leaves with 1, says file, line and cause, and writes nothing', async () => {
  await withTempFolder(async (home) => {
    const good = await writeSmallFolder(path.join(home, 'good'));
    expect((await runCli(['ingest', good], home)).code).toBe(0);
    const ties = SMALL_FILES['ties.csv'].replace('MEMBER_OF', 'KNOWS').replace('白岩材料有限公司', '不存在的公司');
    const bad = await writeSmallFolder(path.join(home, 'bad'), { 'ties.csv': ties });
    const refused = await runCli(['ingest', bad, '--json'], home);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('ties.csv:3');
    expect(refused.stderr).toContain('KNOWS');
    expect(refused.stderr).toContain('不存在的公司');
    const verified = await runCli(['verify', '--json'], home);
    expect(lastJson(verified)).toEqual({ version: 1, violations: 0 });
  });
}, 60_000);

test('an export loaded into an empty store exports the same again, and a public one holds nothing internal', async () => {
  await withTempFolder(async (folder) => {
    const inner = path.join(folder, 'inner');
    const yml = SMALL_FILES['dataset.yml']
      .replace(
        'tables:',
        '  - { id: ledger, title: 内部台账, class: register, date: 2025, visibility: internal }\ntables:',
      )
      .replace('file: ties.csv\n    source: { is: news }', 'file: ties.csv\n    source: { column: source }');
    const ties =
      'source,from,type,to,passage\nnews,青石光电有限公司,LEADS,甲市光电创新联合体,¶3\nledger,白岩材料有限公司,MEMBER_OF,甲市光电创新联合体,¶4\n';
    const data = await writeSmallFolder(path.join(folder, 'data'), { 'dataset.yml': yml, 'ties.csv': ties });
    expect((await runCli(['ingest', data], path.join(folder, 'public'))).code).toBe(1);
    const internal = { LONGLIAN_VISIBILITY: 'internal' };
    expect((await runCli(['ingest', data], inner, internal)).code).toBe(0);
    expect((await runCli(['export', '--out', path.join(inner, 'all')], inner)).code).toBe(0);
    expect((await runCli(['export', '--out', path.join(inner, 'open'), '--public'], inner)).code).toBe(0);

    const copy = path.join(folder, 'copy');
    expect((await runCli(['ingest', path.join(inner, 'all')], copy)).code).toBe(1);
    const copyInternal = path.join(folder, 'copy-internal');
    expect((await runCli(['ingest', path.join(inner, 'all')], copyInternal, internal)).code).toBe(0);
    expect((await runCli(['export', '--out', path.join(copyInternal, 'all')], copyInternal)).code).toBe(0);
    expect(await jsonLines(path.join(copyInternal, 'all'))).toEqual(await jsonLines(path.join(inner, 'all')));

    const open = path.join(folder, 'open');
    expect((await runCli(['ingest', path.join(inner, 'open')], open)).code).toBe(0);
    expect((await runCli(['export', '--out', path.join(open, 'all'), '--public'], open)).code).toBe(0);
    const lines = await jsonLines(path.join(open, 'all'));
    expect(lines).toEqual(await jsonLines(path.join(inner, 'open')));
    expect(lines).not.toContain('内部台账');
    expect(lines).not.toContain('MEMBER_OF');
  });
}, 120_000);

async function jsonLines(folder: string): Promise<string> {
  const { files } = JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8')) as { files: object };
  const texts = Object.keys(files).map((name) => readFile(path.join(folder, name), 'utf8'));
  return (await Promise.all(texts)).join('');
}

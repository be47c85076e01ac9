import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DatabaseSync } from '@photostructure/sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import { APPLICATION_ID, FORMAT, layoutSql } from '#graph-model/store/sqlite/layout.ts';
import { newest, opened, publish } from '#test/store-contract/harness.ts';
import { entityRow } from '#test/support/rows.ts';
import { change } from './harness.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longlian-file-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function refusal(file: string, because: string) {
  return { code: 'STORE_UNAVAILABLE', data: { store: `sqlite:${file}`, because } };
}

test("another program's database is refused and left as it is", async () => {
  const file = join(folder, 'other.sqlite');
  change(file, `CREATE TABLE meta (key, value); INSERT INTO meta VALUES ('format', ${FORMAT}), ('version', 0)`);
  const before = readFileSync(file);
  await expect(openStore(file)).rejects.toMatchObject(refusal(file, 'made by another program'));
  await expect(openStore(file, { readOnly: true })).rejects.toMatchObject(refusal(file, 'made by another program'));
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(folder)).toStrictEqual(['other.sqlite']);
});

test("another program's database in WAL mode is refused, its log not touched", async () => {
  const file = join(folder, 'other.sqlite');
  const theirs = new DatabaseSync(file);
  theirs.exec('PRAGMA journal_mode = WAL; CREATE TABLE letters (a); INSERT INTO letters VALUES (1)');
  const before = [file, `${file}-wal`].map((name) => readFileSync(name));
  await expect(openStore(file)).rejects.toMatchObject(refusal(file, 'made by another program'));
  expect([file, `${file}-wal`].map((name) => readFileSync(name))).toStrictEqual(before);
  theirs.exec('INSERT INTO letters VALUES (2)');
  theirs.close();
});

test('a file that is no database is refused and left as it is', async () => {
  const file = join(folder, 'notes.txt');
  writeFileSync(file, '陇链\n'.repeat(1_000));
  await expect(openStore(file)).rejects.toMatchObject(refusal(file, 'SQLITE_NOTADB'));
  expect(readFileSync(file, 'utf8')).toBe('陇链\n'.repeat(1_000));
});

test('a short file that is no database is refused too', async () => {
  const file = join(folder, 'notes.txt');
  writeFileSync(file, 'x');
  await expect(openStore(file)).rejects.toMatchObject(refusal(file, 'SQLITE_NOTADB'));
  expect(readFileSync(file, 'utf8')).toBe('x');
});

test('a folder, and a path through a file, cannot be opened', async () => {
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'file'), 'x');
  await expect(openStore(join(folder, 'inner'))).rejects.toMatchObject(refusal(join(folder, 'inner'), 'a folder'));
  const through = join(folder, 'file', 'store.sqlite');
  await expect(openStore(through)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await expect(openStore(through, { readOnly: true })).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
});

test('what is no file is wrong usage', async () => {
  for (const url of ['sqlite:', 'sqlite::memory:', ':memory:']) {
    await expect(openStore(url)).rejects.toMatchObject({ code: 'USAGE' });
  }
});

test('reading a store that does not exist makes neither file nor folder', async () => {
  const file = join(folder, 'deep', 'store.sqlite');
  await expect(openStore(file, { readOnly: true })).rejects.toMatchObject(refusal(file, 'no such store'));
  expect(readdirSync(folder)).toStrictEqual([]);
});

test('an empty file is no store for a reader, and becomes one for a writer', async () => {
  const file = join(folder, 'store.sqlite');
  writeFileSync(file, '');
  await expect(openStore(file, { readOnly: true })).rejects.toMatchObject(refusal(file, 'no such store'));
  expect(readFileSync(file)).toHaveLength(0);
  const store = await openStore(file);
  expect((await store.head()).version).toBe(0);
  await store.close();
});

test('missing folders are made, and a plain path is a store as well as an address', async () => {
  const file = join(folder, 'deep', 'er', 'store.sqlite');
  const store = await openStore(file);
  expect(store.url).toBe(`sqlite:${file}`);
  await publish(store, opened('entity', entityRow('甲公司')));
  await store.close();
  const again = await openStore(`sqlite:${file}`, { readOnly: true });
  expect(await (await newest(again)).count('entity')).toBe(1);
  await again.close();
});

test('after closing, the file alone holds everything', async () => {
  const file = join(folder, 'store.sqlite');
  const store = await openStore(file);
  await publish(store, opened('entity', entityRow('甲公司')));
  await store.close();
  const copy = join(folder, 'copy.sqlite');
  writeFileSync(copy, readFileSync(file));
  const other = await openStore(copy, { readOnly: true });
  expect(await (await newest(other)).count('entity')).toBe(1);
  await other.close();
});

test('a store whose making was killed half way is made again', { timeout: 60_000 }, async () => {
  const file = join(folder, 'store.sqlite');
  const script = `
    import { DatabaseSync } from '@photostructure/sqlite';
    const db = new DatabaseSync(process.argv[1]);
    db.exec('PRAGMA cache_size = 1; CREATE TABLE seed (a); DROP TABLE seed; BEGIN IMMEDIATE; CREATE TABLE meta (a)');
    db.exec("WITH n AS (SELECT 1 AS i UNION ALL SELECT i + 1 FROM n LIMIT 5000) INSERT INTO meta SELECT hex(randomblob(200)) FROM n");
    process.kill(process.pid, 'SIGKILL')`;
  await ended(['--input-type=module', '-e', script, file]);
  expect(existsSync(`${file}-journal`)).toBe(true);
  const store = await openStore(file);
  expect((await store.head()).version).toBe(0);
  await store.close();
});

test('processes that make the same store at the same moment make one', { timeout: 60_000 }, async () => {
  const file = join(folder, 'store.sqlite');
  const script = `
    import { openStore } from '#graph-model/store/open.ts';
    const store = await openStore(process.argv[1]);
    console.log((await store.head()).storeId);
    await store.close()`;
  const args = ['--import', 'tsx', '--input-type=module', '-e', script, file];
  const ids = await Promise.all([ended(args), ended(args), ended(args)]);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toMatch(/^[0-9a-f-]{36}\n$/);
});

test('a process that finds the store just being made waits, and takes it as it is', { timeout: 60_000 }, async () => {
  const file = join(folder, 'store.sqlite');
  const maker = new DatabaseSync(file);
  maker.exec('BEGIN IMMEDIATE');
  const script = `
    import { openStore } from '#graph-model/store/open.ts';
    const store = await openStore(process.argv[1]);
    console.log((await store.head()).storeId);
    await store.close()`;
  const other = ended(['--import', 'tsx', '--input-type=module', '-e', script, file]);
  await sleep(2_000);
  maker.exec(`${layoutSql()}; PRAGMA application_id = ${APPLICATION_ID};
    INSERT INTO meta VALUES ('format', ${FORMAT}), ('storeId', 'made-first'), ('visibility', 'public'), ('version', 0); COMMIT`);
  maker.close();
  expect(await other).toBe('made-first\n');
});

/** Runs node in the project's folder. @returns what it said */
async function ended(args: readonly string[]): Promise<string> {
  const cwd = fileURLToPath(new URL('../../../..', import.meta.url));
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const part of child.stdout) said += String(part);
  return said;
}

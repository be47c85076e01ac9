import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { openStore } from '#graph-model/store/open.ts';
import { type Step, TransactionThread } from '#graph-model/store/sqlite/transaction-thread.ts';
import { LIVING, opened, runCalled } from '#test/store-contract/harness.ts';
import { folderOf } from '#test/support/folder.ts';
import { entityRow } from '#test/support/rows.ts';
import { change } from './harness.ts';

const put = (n: number): Step => ({ sql: 'INSERT INTO t VALUES (?)', values: [n] });

function fileWithTable(): string {
  const file = join(folderOf(), 'x.sqlite');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (n INTEGER UNIQUE)');
  db.close();
  return file;
}

function numbersIn(file: string): readonly unknown[] {
  const db = new DatabaseSync(file);
  const rows = db.prepare('SELECT n FROM t ORDER BY n').all() as { n: number }[];
  db.close();
  return rows.map(({ n }) => n);
}

test('transactions run in the order they are asked for, each whole or not at all', async () => {
  const file = fileWithTable();
  const thread = new TransactionThread(file, { timeout: 1_000, settings: 'PRAGMA synchronous = FULL' });
  const none: Step = { sql: 'DELETE FROM t WHERE n = ?', values: [99], least: 1 };
  const [first, refused, failed, last] = await Promise.all([
    thread.run([put(1), put(2)]),
    thread.run([put(3), none]),
    thread.run([put(4), put(1)]),
    thread.run([put(5)]),
  ]);
  expect([first, refused, last]).toStrictEqual([{}, { refusedAt: 1 }, {}]);
  expect(failed.failed?.sqliteCodeName).toMatch(/^SQLITE_CONSTRAINT/);
  expect(numbersIn(file)).toStrictEqual([1, 2, 5]);
  await thread.end();
});

test('ending does what was asked for before, and nothing runs after it', async () => {
  const file = fileWithTable();
  const thread = new TransactionThread(file, { timeout: 1_000, settings: '' });
  const written = thread.run([put(1)]);
  await thread.end();
  expect(await written).toStrictEqual({});
  expect(numbersIn(file)).toStrictEqual([1]);
  await expect(thread.run([put(2)])).rejects.toThrow('ended');
  await thread.end();
});

test('a large batch of a lost lease is refused as a small one is, and the store closes', async () => {
  const file = join(folderOf(), 'store.sqlite');
  const store = await openStore(`sqlite:${file}`);
  const lease = await store.lease(LIVING);
  const rows = Array.from({ length: 5_000 }, (_, i) => entityRow(`第${i}公司`));
  await lease.write(opened('entity', ...rows));
  change(file, 'UPDATE lease SET token = token + 1');
  const lost = new GraphError('LEASE_LOST', { token: lease.token });
  await expect(lease.write(opened('entity', ...rows))).rejects.toThrow(lost);
  await expect(lease.commit(runCalled('late'))).rejects.toThrow(lost);
  await store.close();
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { nameRow } from '../support/rows.ts';
import { closed, HERE, LIVING, newest, opened, publish, type CurrentHarness } from './harness.ts';

const SCRIPT = fileURLToPath(new URL('../support/store-process.ts', import.meta.url));

/** Starting the other process takes a second or two on a busy machine. */
const PATIENCE = { timeout: 60_000 };

export function processContract(harness: CurrentHarness): void {
  const children: ChildProcess[] = [];
  afterEach(() => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
  });

  function startProcess() {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, harness().url, HERE], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    async function ask(command: string, argument = ''): Promise<unknown> {
      child.stdin.write(`${command}\t${argument}\n`);
      const line = await lines.next();
      if (line.done === true) throw new Error('the other process ended');
      return JSON.parse(line.value);
    }
    return { child, ask };
  }

  test('a second handle sees a new version without opening again', async () => {
    const store = await harness().open();
    const other = await harness().open();
    await publish(store, opened('name', nameRow('甲公司')));
    expect((await other.head()).version).toBe(1);
    await publish(other, opened('name', nameRow('乙公司')));
    expect(await store.head()).toStrictEqual(await other.head());
    expect(await (await newest(store)).count('name')).toBe(2);
  });

  test('handles opened at the same moment make one store', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, () => harness().open()));
    const ids = await Promise.all(stores.map(async (store) => (await store.head()).storeId));
    expect(new Set(ids).size).toBe(1);
  });

  test('another process sees each version as it is published', PATIENCE, async () => {
    const store = await harness().open();
    await publish(store, opened('name', nameRow('甲公司')));
    const { ask } = startProcess();
    expect(await ask('head')).toStrictEqual({ answer: await store.head() });
    expect(await ask('names', '公司')).toStrictEqual({ answer: ['甲公司'] });
    await publish(store, [...opened('name', nameRow('乙公司')), ...closed('name', 'decided', nameRow('甲公司').id)]);
    expect(await ask('head')).toStrictEqual({ answer: await store.head() });
    expect(await ask('names', '公司')).toStrictEqual({ answer: ['乙公司'] });
  });

  test(
    'another process that publishes keeps us out until it is killed, and what it left is swept',
    PATIENCE,
    async () => {
      const store = await harness().open();
      await publish(store, opened('name', nameRow('甲公司')));
      const { child, ask } = startProcess();
      expect(await ask('lease')).toMatchObject({ answer: { token: 2 } });
      const batch = [...opened('name', nameRow('乙公司')), ...closed('name', 'decided', nameRow('甲公司').id)];
      expect(await ask('write', JSON.stringify(batch))).toStrictEqual({ answer: 'written' });
      const busy = new GraphError('STORE_BUSY', { host: HERE, pid: child.pid });
      await expect(store.lease(LIVING)).rejects.toThrow(busy);
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
      const lease = await store.lease(LIVING);
      expect({ base: lease.base, swept: lease.swept }).toStrictEqual({ base: 1, swept: 2 });
      const { matches } = await (await newest(store)).searchNames('公司', 10);
      expect(matches.map(({ row }) => row.value)).toStrictEqual(['甲公司']);
    },
  );

  test('a lease under our own number that we never took is of a dead namesake', PATIENCE, async () => {
    const store = await harness().open();
    const { child, ask } = startProcess();
    expect(await ask('lease', String(process.pid))).toMatchObject({ answer: { token: 1 } });
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    expect((await store.lease(LIVING)).token).toBe(2);
    await expect(store.lease(LIVING)).rejects.toThrow(new GraphError('STORE_BUSY', LIVING));
  });

  test('another process is refused while we publish', PATIENCE, async () => {
    const store = await harness().open();
    await store.lease(LIVING);
    const { ask } = startProcess();
    expect(await ask('lease')).toMatchObject({ error: { code: 'STORE_BUSY', data: LIVING } });
  });
}

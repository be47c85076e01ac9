import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { withLock } from '../../scripts/setup/lock.mjs';

describe('the lock of two first runs at once', () => {
  let folder = '';
  let lock = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'longlian-lock-'));
    lock = join(folder, 'lock');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  test('two workers never hold it at once, and both get it', async () => {
    const events: string[] = [];
    const work = (name: string) =>
      withLock(lock, async () => {
        events.push(`${name} in`);
        await sleep(50);
        events.push(`${name} out`);
      });
    await Promise.all([work('a'), work('b')]);
    expect(events).toStrictEqual(['a in', 'a out', 'b in', 'b out']);
    expect(existsSync(lock)).toBe(false);
  });

  test('it is given back when the work fails', async () => {
    const failing = withLock(lock, () => Promise.reject(new Error('no network')));
    await expect(failing).rejects.toThrow(new Error('no network'));
    expect(await readdir(folder)).toStrictEqual([]);
  });

  test('the lock of a process that is gone is taken over', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(lock, `${pid} token`);
    expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
    expect(await readdir(folder)).toStrictEqual([]);
  });

  test('a lock without a heartbeat is taken over, though its number runs again', async () => {
    await writeFile(lock, `${process.pid} token of another life`);
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(lock, longAgo, longAgo);
    expect(await withLock(lock, () => Promise.resolve('done'))).toBe('done');
  });

  test('a living lock is waited for', async () => {
    await writeFile(lock, `${process.pid} token`);
    let done = false;
    const waiting = withLock(lock, async () => {
      done = true;
    });
    await sleep(600);
    expect(done).toBe(false);
    await rm(lock);
    await waiting;
    expect(done).toBe(true);
  });
});

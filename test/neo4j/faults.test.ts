import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import { codeOf, raw, serve, type Reply, type Served } from '#test/server/support/serve.ts';
import { exportBytes } from '#test/support/export-bytes.ts';
import { bundleCli, runCli } from '#test/support/run-cli.ts';
import { writeSmallFolder } from '#test/support/small-folder.ts';
import { startTcpProxy, type ProxyMode, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { emptyDatabase } from './harness.ts';
import { missing, testServer } from './test-server.ts';

const QUESTION = '{ dataset { version } search(text: "青石") { edges { node { entity { name } } } } }';
const ANSWERED = [
  200,
  { dataset: { version: 1 }, search: { edges: [{ node: { entity: { name: '青石光电有限公司' } } }] } },
];
const UNAVAILABLE = [503, 'STORE_UNAVAILABLE', '库打不开 / the store cannot be reached'];
const READY = [200, { store: true, projection: true, draining: false }];
const UNREADY = [503, { store: false, projection: true, draining: false }];
const PASSAGE = `passages/p${'a'.repeat(20)}`;

/** What the small world shows to whoever watches the wire: of any answer about it, and of its first write. */
const A_NAME = Buffer.from('青石光电有限公司');
const A_WRITTEN_ROW = Buffer.from('"name":"青石光电有限公司"');

/** For what happens in its own time: closed connections, remembered readiness. */
const PATIENCE = { timeout: 20_000 };

/** Longer than a read waits, shorter than a publication does. */
const AWAY_MS = 6_000;

const MODES = ['refuse', 'black hole', 'freeze'] as const;

/** Of the server's process; unknown of one that was there already. */
const pid = missing === undefined ? testServer().pid : undefined;

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  let proxy: TcpProxy;
  let url: string;
  beforeAll(async () => {
    await bundleCli();
    proxy = await startTcpProxy(Number(new URL(testServer().url).port));
    url = `bolt://127.0.0.1:${proxy.port}`;
  });
  afterAll(() => proxy.stop());
  beforeEach(() => emptyDatabase(testServer()));

  describe('questions while the store is away', () => {
    let store: GraphStore;
    let served: Served;
    beforeEach(async () => {
      await withTempFolder(async (home) => {
        const data = await writeSmallFolder(path.join(home, 'data'));
        expect(await ingest(data, home, testServer().url)).toStrictEqual({ code: 0, said: '' });
      });
      store = await openStore(url, { credentials: testServer().credentials, readOnly: true });
      served = await serve(store);
      expect(told(await served.post(QUESTION))).toStrictEqual(ANSWERED);
      return async () => {
        // Also after a test that failed in between.
        await proxy.switchTo('pass');
        if (pid !== undefined) process.kill(pid, 'SIGCONT');
        await served.stop();
        await store.close();
        await expect.poll(() => proxy.open(), PATIENCE).toBe(0);
      };
    });

    test.each(MODES)('are told so (%s), and are answered as soon as it is back', async (mode) => {
      await toldDuring(
        () => proxy.switchTo(mode),
        () => proxy.switchTo('pass'),
      );
    });

    test.skipIf(pid === undefined)(
      'are told so while its process stands still, and are answered as soon as it goes on',
      async () => {
        const send = (signal: NodeJS.Signals) => async () => void process.kill(pid as number, signal);
        await toldDuring(send('SIGSTOP'), send('SIGCONT'));
      },
    );

    test('are answered or told so while it comes and goes, and answered when it stays', async () => {
      let flapping = true;
      const asking = (async () => {
        const answers: unknown[] = [];
        for (; flapping; await sleep(50)) answers.push(told(await served.post(QUESTION)));
        return answers;
      })();
      for (let cycle = 0; cycle < 10; cycle++) {
        await proxy.switchTo(MODES[cycle % MODES.length] as ProxyMode);
        await sleep(500);
        await proxy.switchTo('pass');
        await sleep(500);
      }
      flapping = false;
      for (const answer of await asking) expect([ANSWERED, UNAVAILABLE]).toContainEqual(answer);
      await askedAtOnce(10, ANSWERED);
    });

    test('are asked again when an answer of the store is cut off', async () => {
      const cut = proxy.cut({ towards: 'client', having: A_NAME, nth: 1, passing: 'half' });
      await askedAtOnce(1, ANSWERED);
      await cut;
    });

    test('are answered by a store that is far away', async () => {
      proxy.delay(150);
      await askedAtOnce(5, ANSWERED);
      proxy.delay(0);
    });

    async function toldDuring(away: () => Promise<void>, back: () => Promise<void>): Promise<void> {
      await askedAtOnce(10, ANSWERED);
      await expect.poll(readiness, PATIENCE).toStrictEqual(READY);
      await away();
      await askedAtOnce(1, UNAVAILABLE);
      await askedAtOnce(80, UNAVAILABLE);
      await expect.poll(readiness, PATIENCE).toStrictEqual(UNREADY);
      const passage = await raw(`${served.url}${PASSAGE}`, {});
      expect([passage.status, JSON.parse(passage.text)]).toStrictEqual([
        503,
        { error: { code: 'STORE_UNAVAILABLE', message: '库打不开 / the store cannot be reached' } },
      ]);
      await back();
      await askedAtOnce(1, ANSWERED);
      await askedAtOnce(10, ANSWERED);
      await expect.poll(readiness, PATIENCE).toStrictEqual(READY);
      // One pool is left, of those that asked at once; the eighty opened none.
      await expect.poll(() => proxy.open(), PATIENCE).toBeLessThan(40);
    }

    async function askedAtOnce(times: number, expected: unknown[]): Promise<void> {
      const replies = await Promise.all(Array.from({ length: times }, () => served.post(QUESTION)));
      expect(replies.map(told)).toStrictEqual(Array(times).fill(expected));
    }

    async function readiness(): Promise<unknown[]> {
      const { status, text } = await raw(`${served.url}readyz`, {});
      return [status, JSON.parse(text)];
    }
  });

  test.each(MODES)('a server that starts while its store is away (%s) says so and ends', async (mode) => {
    await proxy.switchTo(mode);
    await withTempFolder(async (home) => {
      const { code, stderr, stdout } = await runCli(['serve'], home, { LONGLIAN_STORE: url });
      expect([code, stdout]).toStrictEqual([3, '']);
      expect(stderr).toMatch(
        /^库打不开 \/ the store cannot be reached \{"store":"bolt:[^"]+","because":"no[^"]+"\}\n$/,
      );
    });
    await proxy.switchTo('pass');
  });

  test('a store that goes away while it is written to shows nothing half, and the same command then finishes', async () => {
    await interrupted('refuse', async ({ ingesting, again, expected, got }) => {
      const { code, said } = await ingesting;
      expect([code, said.split(' {')[0]]).toStrictEqual([3, '库打不开 / the store cannot be reached']);
      expect(await versionIn(testServer().url)).toBe(0);
      await proxy.switchTo('pass');
      expect(await again()).toStrictEqual({ code: 0, said: '' });
      expect(await got()).toBe(await expected());
    });
  });

  test.each(MODES)('a store that is away for some seconds while it is written to (%s) ends nothing', async (mode) => {
    await interrupted(mode, async ({ ingesting, expected, got }) => {
      await sleep(AWAY_MS);
      await proxy.switchTo('pass');
      expect(await ingesting).toStrictEqual({ code: 0, said: '' });
      expect(await got()).toBe(await expected());
    });
  });

  type Interrupted = {
    readonly ingesting: ReturnType<typeof ingest>;
    readonly again: () => ReturnType<typeof ingest>;
    /** Exports of an undisturbed store, and of this one. */
    readonly expected: () => Promise<string>;
    readonly got: () => Promise<string>;
  };

  /** An ingest that has just written its first rows when the store goes away. */
  async function interrupted(mode: (typeof MODES)[number], then: (is: Interrupted) => Promise<void>): Promise<void> {
    await withTempFolder(async (home) => {
      const data = await writeSmallFolder(path.join(home, 'data'));
      const undisturbed = path.join(home, 'undisturbed');
      expect(await ingest(data, undisturbed, sqliteIn(undisturbed))).toStrictEqual({ code: 0, said: '' });
      const writing = proxy.cut({ towards: 'server', having: A_WRITTEN_ROW, nth: 1, passing: 'all' });
      const ingesting = ingest(data, home, url);
      await Promise.race([writing, ingesting]);
      await proxy.switchTo(mode);
      await then({
        ingesting,
        again: () => ingest(data, home, url),
        expected: () => exportOf(undisturbed, sqliteIn(undisturbed)),
        got: () => exportOf(home, url),
      });
    });
  }
});

/** What a client is told: the status, and the data or the code and words of the error. */
function told(reply: Reply): unknown[] {
  const { status, body } = reply;
  const [error] = body.errors ?? [];
  return error === undefined ? [status, body.data] : [status, codeOf(reply), error.message];
}

async function ingest(data: string, home: string, store: string): Promise<{ code: number | null; said: string }> {
  const { code, stderr } = await runCli(['ingest', data, '--store', store], home);
  // Without the lines of progress.
  return {
    code,
    said: stderr
      .split('\n')
      .filter((line) => line.includes('{'))
      .join('\n'),
  };
}

async function exportOf(home: string, store: string): Promise<string> {
  const out = path.join(home, 'out');
  expect(await runCli(['export', '--out', out, '--store', store], home)).toMatchObject({ code: 0, stderr: '' });
  return exportBytes(out);
}

function sqliteIn(home: string): string {
  return `sqlite:${path.join(home, 'store.sqlite')}`;
}

async function versionIn(url: string): Promise<number> {
  const store = await openStore(url, { credentials: testServer().credentials, readOnly: true });
  const { version } = await store.head();
  await store.close();
  return version;
}

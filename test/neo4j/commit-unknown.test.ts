import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore, Lease } from '#graph-model/store/port.ts';
import { abandon, closed, LIVING, opened, runCalled } from '#test/store-contract/harness.ts';
import { entityRow, nameRow, relationshipRow } from '#test/support/rows.ts';
import { startTcpProxy, type Cut, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

/** The whole message on the wire: a chunk of two bytes, and its end. */
const COMMIT = Buffer.from([0, 2, 0xb0, 0x12, 0, 0]);

/** Not sent, sent while the connection breaks, done with its answer lost: which of them, a client cannot tell. */
const PASSING: readonly Cut['passing'][] = ['nothing', 'all', 'all but the answer'];

/** A lease sweeps what a dead holder left, one transaction a table and step, all alike. */
const MOST_IN_LEASE = 3;

const FIRST = [
  ...opened('entity', entityRow('甲公司'), entityRow('乙公司')),
  ...opened('name', nameRow('甲公司'), nameRow('乙公司')),
  ...opened('relationship', relationshipRow('甲公司', '乙公司')),
];
const SECOND = [
  ...opened('entity', entityRow('丙公司'), entityRow('甲公司', { kind: 'Institute' })),
  ...closed('name', 'merged_away', nameRow('乙公司').id),
  ...opened('relationship', relationshipRow('甲公司', '乙公司', { confidence: 500 })),
];

/** What is done to a store, step by step. */
type Steps = {
  lease(): Promise<unknown>;
  write(): Promise<unknown>;
  commit(): Promise<unknown>;
  release(): Promise<unknown>;
};
type Step = keyof Steps;
const STEPS: readonly Step[] = ['lease', 'write', 'commit', 'release'];

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  let proxy: TcpProxy;
  let undisturbed: unknown;
  beforeAll(async () => {
    proxy = await startTcpProxy(Number(new URL(testServer().url).port));
    undisturbed = await publishedWith(() => undefined);
  });
  afterAll(() => proxy.stop());

  describe.each(PASSING)('a connection cut at a commit of which %s went through', (passing) => {
    test.each(STEPS)('has done what was asked exactly once: %s', async (step) => {
      for (let nth = 1; step !== 'lease' || nth <= MOST_IN_LEASE; nth++) {
        let met = false;
        const disturbed = await publishedWith((at) => {
          if (at === step) void proxy.cut({ towards: 'server', having: COMMIT, nth, passing }).then(() => (met = true));
        });
        expect([nth, disturbed]).toStrictEqual([nth, undisturbed]);
        if (!met) return expect(nth).toBeGreaterThan(1);
      }
    });
  });

  /**
   * Publishes two versions through the proxy, the second after an abandoned try, and tells what stands then.
   * @param before is told of each step of the second
   */
  async function publishedWith(before: (step: Step) => unknown): Promise<unknown> {
    const harness = await neo4jHarness(testServer());
    const store = await openStore(`bolt://127.0.0.1:${proxy.port}`, { credentials: testServer().credentials });
    try {
      await publish(store, FIRST, () => undefined);
      await abandon(store, opened('entity', entityRow('丁公司')));
      await publish(store, SECOND, before);
      const left = await (await harness.open()).lease(LIVING);
      await left.release();
      const content = (await harness.content()).split('\n').filter((line) => !/"(Longlian|Lane|Run)"/.test(line));
      const runs = (await store.runs()).map(({ title, version }) => ({ title, version }));
      return { head: (await store.head()).version, token: left.token, swept: left.swept, runs, content };
    } finally {
      await store.close();
      await harness.destroy();
    }
  }

  async function publish(store: GraphStore, changes: typeof FIRST, before: (step: Step) => unknown): Promise<void> {
    let lease: Lease | undefined;
    const steps: Steps = {
      lease: async () => (lease = await store.lease(LIVING)),
      write: async () => lease?.write(changes),
      commit: async () => lease?.commit(runCalled(`${changes.length} changes`)),
      release: async () => lease?.release(),
    };
    for (const step of STEPS) {
      before(step);
      await steps[step]();
      proxy.spare();
    }
  }
});

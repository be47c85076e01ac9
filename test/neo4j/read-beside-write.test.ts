import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { entityRow, nameRow, relationshipRow } from '../support/rows.ts';
import { closed, LIVING, opened, publish, rowsOf, runCalled } from '../store-contract/harness.ts';
import { neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

const COUNT = 4_000;

/** Readers and a writer share what processors there are with the other tests. */
const TIMEOUT = 400_000;

test(
  'a published version reads the same while its rows are superseded, closed and taken back',
  { timeout: TIMEOUT },
  async ({ skip }) => {
    if (missing !== undefined) return skip(missing);
    const harness = await neo4jHarness(testServer());
    try {
      const store = await harness.open();
      const names = Array.from({ length: COUNT }, (_, i) => `第${i}公司`);
      const entities = names.map((name) => entityRow(name));
      const ties = names.slice(1).map((name) => relationshipRow('第0公司', name));
      await publish(store, [
        ...opened('entity', ...entities),
        ...opened('name', ...names.map((name) => nameRow(name))),
      ]);
      await publish(store, opened('relationship', ...ties));

      const reader = await store.reader(2);
      const ids = entities.map(({ id }) => id);
      const seen = async () => ({
        scanned: digest(await rowsOf(reader, 'relationship')),
        got: digest([...(await reader.get('entity', ids))]),
        found: digest(await reader.find('relationship', 'from', ids.slice(0, 1))),
        since: digest([...(await reader.since('entity', ids))]),
      });
      const before = await seen();
      const state = { writing: true };
      const write = async () => {
        const lease = await store.lease(LIVING);
        await lease.write(opened('entity', ...entities.map((row) => ({ ...row, name: `${row.name}二` }))));
        await lease.write(opened('relationship', ...ties.slice(0, 2_000).map((row) => ({ ...row, confidence: 1 }))));
        await lease.write(closed('relationship', 'decided', ...ties.slice(2_000).map(({ id }) => id)));
        await lease.release();
        await (await store.lease(LIVING)).release();
        const again = await store.lease(LIVING);
        await again.write(opened('entity', ...entities.map((row) => ({ ...row, name: `${row.name}三` }))));
        await again.commit(runCalled('renamed'));
        state.writing = false;
      };
      const written = write();
      let reads = 0;
      for (; state.writing; reads++) expect(await seen()).toStrictEqual(before);
      await written;
      expect(reads).toBeGreaterThan(1);
      expect(await seen()).toStrictEqual(before);
      expect(await rowsOf(await store.reader(3), 'entity')).toHaveLength(COUNT);
    } finally {
      await harness.destroy();
    }
  },
);

/** With a sweep that removes `until`, half the rows were missed in one of eight. */
const SWEEPS = 8;

test(
  'rows that a sweep opens again are never missed by those who read meanwhile',
  { timeout: TIMEOUT },
  async ({ skip }) => {
    if (missing !== undefined) return skip(missing);
    const harness = await neo4jHarness(testServer());
    try {
      const store = await harness.open();
      const entities = Array.from({ length: COUNT }, (_, i) => entityRow(`第${i}公司`));
      await publish(store, opened('entity', ...entities));
      const reader = await store.reader(1);
      const seen = async () => digest(await reader.find('entity', 'kind', ['Company']));
      const before = await seen();
      const state = { sweeping: true };
      const sweepOften = async () => {
        for (let sweep = 0; sweep < SWEEPS; sweep++) {
          const lease = await store.lease(LIVING);
          await lease.write(closed('entity', 'decided', ...entities.map(({ id }) => id)));
          await lease.release();
          await (await store.lease(LIVING)).release();
        }
        state.sweeping = false;
      };
      const read = async () => {
        const heard = new Set<string>();
        while (state.sweeping) heard.add(await seen());
        return heard;
      };
      const [, ...heard] = await Promise.all([sweepOften(), read(), read(), read()]);
      expect(heard).toStrictEqual([new Set([before]), new Set([before]), new Set([before])]);
    } finally {
      await harness.destroy();
    }
  },
);

/** How many rows and which, so that a difference is one line. */
function digest(rows: readonly unknown[]): string {
  return `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
}

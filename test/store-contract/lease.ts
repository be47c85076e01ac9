import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { entityRow } from '../support/rows.ts';
import { DEAD, LIVING, opened, publish, rowsOf, runCalled, type CurrentHarness } from './harness.ts';

const ELSEWHERE = { host: 'elsewhere.example', pid: 4711 };

export function leaseContract(harness: CurrentHarness): void {
  test('a second lease is refused while the first is held, and says who holds it', async () => {
    const store = await harness().open();
    const other = await harness().open();
    await store.lease(LIVING);
    await expect(other.lease(LIVING)).rejects.toThrow(new GraphError('STORE_BUSY', LIVING));
    await expect(store.lease(ELSEWHERE)).rejects.toThrow(new GraphError('STORE_BUSY', LIVING));
  });

  test('a lease that was given back can be taken, with a greater token', async () => {
    const store = await harness().open();
    const first = await store.lease(LIVING);
    await first.release();
    const second = await store.lease(LIVING);
    expect(second.token).toBeGreaterThan(first.token);
    expect(second.base).toBe(0);
    expect(second.swept).toBe(0);
  });

  test('the lease of a process that is gone from this machine is taken over at once', async () => {
    const store = await harness().open();
    const dead = await store.lease(DEAD);
    expect((await store.lease(LIVING)).token).toBeGreaterThan(dead.token);
  });

  test('the lease of another machine is taken over after thirty silent seconds', async () => {
    const store = await harness().open();
    await store.lease(ELSEWHERE);
    await harness().ageLease(29);
    await expect(store.lease(LIVING)).rejects.toThrow(new GraphError('STORE_BUSY', ELSEWHERE));
    await harness().ageLease(31);
    expect((await store.lease(LIVING)).base).toBe(0);
  });

  test('every write breaks the silence', async () => {
    const store = await harness().open();
    const lease = await store.lease(ELSEWHERE);
    await harness().ageLease(31);
    await lease.write([]);
    await expect(store.lease(LIVING)).rejects.toThrow(new GraphError('STORE_BUSY', ELSEWHERE));
  });

  test('a living process of this machine keeps its lease through a silence', async () => {
    const store = await harness().open();
    await store.lease(LIVING);
    await harness().ageLease(600);
    await expect(store.lease(LIVING)).rejects.toThrow(new GraphError('STORE_BUSY', LIVING));
  });

  test('after a takeover the old token can neither write nor commit, and giving it back takes nothing away', async () => {
    const store = await harness().open();
    const old = await store.lease(DEAD);
    await old.write(opened('entity', entityRow('旧公司')));
    const lease = await (await harness().open()).lease(LIVING);
    const lost = new GraphError('LEASE_LOST', { token: old.token });
    await expect(old.write(opened('entity', entityRow('迟到公司')))).rejects.toThrow(lost);
    await expect(old.commit(runCalled('late'))).rejects.toThrow(lost);
    await old.release();
    await lease.write(opened('entity', entityRow('新公司')));
    await lease.commit(runCalled('first'));
    expect(await rowsOf(await store.reader(1), 'entity')).toStrictEqual([entityRow('新公司')]);
    expect((await store.runs()).map(({ title }) => title)).toStrictEqual(['first']);
  });

  test('a lease ends with its commit and with its release', async () => {
    const store = await harness().open();
    const committed = await store.lease(LIVING);
    await committed.commit(runCalled('first'));
    const released = await store.lease(LIVING);
    await released.release();
    for (const lease of [committed, released]) {
      const lost = new GraphError('LEASE_LOST', { token: lease.token });
      await expect(lease.write([])).rejects.toThrow(lost);
      await expect(lease.commit(runCalled('again'))).rejects.toThrow(lost);
      await lease.release();
    }
    expect((await store.head()).version).toBe(1);
  });

  test('a publication starts from the version published last', async () => {
    const store = await harness().open();
    const other = await harness().open();
    await publish(other, opened('entity', entityRow('甲公司')));
    expect((await store.lease(LIVING)).base).toBe(1);
  });
}

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Connection } from '#graph-model/store/neo4j/connection.ts';
import { startTcpProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';
import { emptyDatabase, inDatabase } from './harness.ts';
import { missing, testServer } from './test-server.ts';

/** More than the pool holds. */
const MANY = 60;

/** Longer than any wait for a sign of life, in ms. */
const LONG = 6_000;

const ADD = 'MATCH (c:Counter) SET c.n = c.n + 1';

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  let proxy: TcpProxy;
  let connection: Connection;
  beforeAll(async () => {
    proxy = await startTcpProxy(Number(new URL(testServer().url).port));
  });
  afterAll(() => proxy.stop());
  beforeEach(async () => {
    await emptyDatabase(testServer());
    await inDatabase(testServer(), (driver) => driver.executeQuery('CREATE (:Counter {n: 0})'));
    connection = new Connection(`bolt://127.0.0.1:${proxy.port}`, testServer().credentials);
  });
  afterEach(async () => {
    await proxy.switchTo('pass');
    await connection.close();
  });

  test('more slow calls at once than the pool has connections are all answered', async () => {
    const calls = await inDatabase(testServer(), async (driver) => {
      const holder = driver.session().beginTransaction();
      await holder.run(ADD);
      const waiting = Array.from({ length: MANY }, () => connection.write((transaction) => transaction.all(ADD)));
      const outcomes = Promise.allSettled(waiting);
      await sleep(LONG);
      await holder.commit();
      return outcomes;
    });
    expect(calls.filter(({ status }) => status === 'rejected')).toStrictEqual([]);
    expect(await count()).toStrictEqual([[MANY + 1]]);
  });

  test.each(['refuse', 'black hole', 'freeze'] as const)(
    'a patient write outlasts a pause of the server (%s), another one is told of it',
    async (mode) => {
      expect(await count()).toStrictEqual([[0]]);
      await proxy.switchTo(mode);
      const patient = connection.write((transaction) => transaction.all('MATCH (c:Counter) SET c.n = 7'), 60_000);
      await expect(connection.write((transaction) => transaction.all(ADD))).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
      await sleep(LONG);
      await proxy.switchTo('pass');
      await patient;
      expect(await count()).toStrictEqual([[7]]);
    },
  );

  test('a patient write ends when the connection is closed', async () => {
    await proxy.switchTo('refuse');
    const patient = connection.write((transaction) => transaction.all(ADD), 60_000);
    await connection.close();
    await expect(patient).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  function count(): Promise<[number][]> {
    return connection.read<[number]>('MATCH (c:Counter) RETURN c.n');
  }
});

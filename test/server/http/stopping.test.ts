import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import type { GraphReader, GraphStore } from '#graph-model/store/port.ts';
import { LOCAL_LIMITS } from '#server/http/limits/limits.ts';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { codeOf, raw, serve } from '../support/serve.ts';

let world: World;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 1 });
});
afterAll(() => world.dispose());

/** The store with some of its doings replaced. */
function replaced(patch: Partial<GraphStore>): GraphStore {
  return {
    url: world.store.url,
    head: () => world.store.head(),
    runs: () => world.store.runs(),
    reader: (version, signal) => world.store.reader(version, signal),
    lease: (holder) => world.store.lease(holder),
    close: () => Promise.resolve(),
    ...patch,
  };
}

/** A store of whose readers one method never ends; the signals they were given. */
function hanging(method: keyof GraphReader = 'searchNames'): { store: GraphStore; signals: AbortSignal[] } {
  const signals: AbortSignal[] = [];
  const reader = async (version: number, signal?: AbortSignal): Promise<GraphReader> => {
    const real = await world.store.reader(version, signal);
    if (signal === undefined) return real;
    signals.push(signal);
    return new Proxy(real, {
      get(target, name) {
        if (name === method) return () => new Promise(() => {});
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  };
  return { store: replaced({ reader }), signals };
}

const SEARCH = '{ search(text: "光") { truncated } }';

test('a question that takes longer than the deadline ends with its code', async () => {
  const { store, signals } = hanging();
  const server = await serve(store, { limits: { ...LOCAL_LIMITS, deadlineMs: 100 } });
  const started = performance.now();
  const reply = await server.post(SEARCH);
  expect(performance.now() - started).toBeLessThan(2000);
  expect([reply.status, codeOf(reply)]).toStrictEqual([408, 'DEADLINE_EXCEEDED']);
  expect(reply.body.errors?.[0]?.message).toBe('没能在时限内答完 / not answered within the deadline');
  expect(signals.map(({ aborted, reason }) => [aborted, reason as unknown])).toStrictEqual([[true, 'deadline']]);
  await server.stop();
});

test('a question over the store, and what it still reads, end with the deadline too', async () => {
  const { store, signals } = hanging('find');
  const server = await serve(store, { analysis: 'store', limits: { ...LOCAL_LIMITS, deadlineMs: 100 } });
  const [first] = (await (await world.store.reader(1)).changes('entity')).opened;
  const reply = await server.post('query ($id: ID!) { node(id: $id) { ... on Entity { degree } } }', {
    id: first?.row.id,
  });
  expect(codeOf(reply)).toBe('DEADLINE_EXCEEDED');
  expect(signals.map(({ aborted, reason }) => [aborted, reason as unknown])).toStrictEqual([[true, 'deadline']]);
  await server.stop();
});

test('twenty clients that leave are twenty questions that stop', async () => {
  const { store, signals } = hanging();
  const server = await serve(store);
  for (let i = 0; i < 20; i++) {
    const leave = new AbortController();
    const asked = fetch(server.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: SEARCH }),
      signal: leave.signal,
    });
    while (signals.length <= i) await sleep(2);
    leave.abort();
    await expect(asked).rejects.toThrow('abort');
  }
  for (let waited = 0; waited < 100 && !signals.every(({ aborted }) => aborted); waited++) await sleep(10);
  expect(signals.map(({ reason }) => reason as unknown)).toStrictEqual(Array(20).fill('client'));
  await server.stop();
});

test('what goes wrong inside is logged and masked, with a number to find it by', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });
  const reader = () => Promise.reject(new Error('cannot open sqlite:/home/secret/store.sqlite'));
  const server = await serve(replaced({ reader }), { log });
  const reply = await server.post(SEARCH);
  const [error] = reply.body.errors ?? [];
  expect(reply.status).toBe(500);
  expect(error?.message).toBe('服务出了错，已记录 / internal error, logged');
  expect(error?.extensions).toStrictEqual({ code: 'INTERNAL', requestId: reply.body.extensions?.meta['requestId'] });
  expect(JSON.stringify(reply.body)).not.toContain('secret');
  const logged = lines.map((line) => JSON.parse(line) as { requestId?: unknown; err?: { message: string } });
  expect(logged.find(({ requestId }) => requestId === error?.extensions['requestId'])?.err?.message).toContain(
    'secret',
  );
  await server.stop();
});

test('a store that cannot be reached is said so, and readiness says it too', async () => {
  const head = () => Promise.reject(new GraphError('STORE_UNAVAILABLE', { path: '/home/secret' }));
  let broken = false;
  const server = await serve(replaced({ head: () => (broken ? head() : world.store.head()) }));
  broken = true;
  const reply = await server.post(SEARCH);
  expect([reply.status, codeOf(reply), reply.body.errors?.[0]?.message]).toStrictEqual([
    503,
    'STORE_UNAVAILABLE',
    '库打不开 / the store cannot be reached',
  ]);
  expect(JSON.stringify(reply.body)).not.toContain('secret');
  const ready = await raw(`${server.url}readyz`, {});
  expect([ready.status, JSON.parse(ready.text)]).toStrictEqual([
    503,
    { store: false, projection: false, draining: false },
  ]);
  expect((await raw(`${server.url}livez`, {})).status).toBe(200);
  await server.stop();
});

test('a store that does not answer is not ready within a second', async () => {
  let silent = false;
  const server = await serve(replaced({ head: () => (silent ? new Promise(() => {}) : world.store.head()) }));
  silent = true;
  const started = performance.now();
  expect((await raw(`${server.url}readyz`, {})).status).toBe(503);
  expect(performance.now() - started).toBeLessThan(1000);
  await server.stop();
});

test('all who ask side by side whether it is ready are one question to the store', async () => {
  let asked = 0;
  const head = async () => {
    asked += 1;
    await sleep(50);
    return world.store.head();
  };
  const server = await serve(replaced({ head }), { analysis: 'store' });
  const before = asked;
  const replies = await Promise.all([1, 2, 3].map(() => raw(`${server.url}readyz`, {})));
  expect(replies.map(({ status }) => status)).toStrictEqual([200, 200, 200]);
  expect(asked - before).toBe(1);
  await server.stop();
});

test('ready once the newest version is in memory', async () => {
  const server = await serve(world.store);
  await server.post('{ search(text: "光") { truncated } }');
  const ready = await raw(`${server.url}readyz`, {});
  expect([ready.status, JSON.parse(ready.text)]).toStrictEqual([
    200,
    { store: true, projection: true, draining: false },
  ]);
  await server.stop();
});

test('over the store there is nothing to wait for, and nothing is read before it is asked', async () => {
  const versions: number[] = [];
  const reader = async (version: number, signal?: AbortSignal) => {
    versions.push(version);
    return world.store.reader(version, signal);
  };
  const server = await serve(replaced({ reader }), { analysis: 'store' });
  const ready = await raw(`${server.url}readyz`, {});
  expect([ready.status, JSON.parse(ready.text)]).toStrictEqual([
    200,
    { store: true, projection: true, draining: false },
  ]);
  expect(versions).toStrictEqual([]);
  await server.stop();
});

test('stopping lets what is under way finish and takes nothing new', async () => {
  let underWay = 0;
  const reader = async (version: number, signal?: AbortSignal) => {
    if (signal !== undefined) {
      underWay++;
      await sleep(300);
    }
    return world.store.reader(version, signal);
  };
  const server = await serve(replaced({ reader }));
  const asked = Array.from({ length: 10 }, () => server.post('{ dataset { version } }'));
  while (underWay < asked.length) await sleep(5);
  const stopped = server.stop();
  expect((await Promise.all(asked)).map(({ status }) => status)).toStrictEqual(Array(10).fill(200));
  await stopped;
  await expect(server.post('{ __typename }')).rejects.toThrow('fetch failed');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { rankPartners } from '#server/graphql/candidates/read-partners.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, askerOf, askerOver, counted, dataOf, idByName, type Ask } from '../support/ask.ts';
import { batteries } from '../support/batteries.ts';

let world: World;
beforeEach(async () => {
  world = await emptyWorld();
  await world.load(batteries(''));
});
afterEach(() => world.dispose());

type Answer = {
  partners: { rows: { body: { name: string } }[] } | null;
  lack: { lack: string; label: { zh: string; en: string }; count: number; most: number } | null;
};

async function partnersOf(ask: Ask, name: string): Promise<Answer> {
  const query = `query ($body: ID!) { candidates(for: { body: $body }) { ... on Candidates {
    partners { rows { body { name } } } lack { lack label { zh en } count most } } } }`;
  const body = await idByName(ask, name);
  return (await dataOf<{ candidates: Answer }>(ask, query, { body })).candidates;
}

test('without memory a version is read through once, for the partners of whoever is asked about', async () => {
  const { store, calls } = counted(world.store);
  const ask = askerOf(store, 'store');
  const scans = () => calls.filter((call) => call.startsWith('scan') && call !== 'scan source');
  const first = await partnersOf(ask, '白液有限公司');
  expect(scans()).toStrictEqual(['scan entity', 'scan relationship', 'scan reading']);
  const second = await partnersOf(ask, '远液有限公司');
  expect(scans()).toStrictEqual(['scan entity', 'scan relationship', 'scan reading']);
  const inMemory = asker(world.store);
  expect([first, second]).toStrictEqual([
    await partnersOf(inMemory, '白液有限公司'),
    await partnersOf(inMemory, '远液有限公司'),
  ]);
  expect(first.partners?.rows.length).toBe(4);
});

test('what is more than one question reads is refused before it is read, with how much it is and how much is read', async () => {
  const { store, calls } = counted(world.store);
  const topologyOf = storeTopologies(store);
  const ask = askerOver(store, (reader, signal) => ({ ...topologyOf(reader, signal), mostRead: 60 }));
  const reader = await world.store.reader(1);
  const count = (await reader.count('entity')) + (await reader.count('relationship'));
  expect(await partnersOf(ask, '白液有限公司')).toStrictEqual({
    partners: null,
    lack: {
      lack: 'memory',
      label: {
        zh: '图没有读进内存，一次问读不了这么多',
        en: 'the graph is not in memory, and too much to be read for one question',
      },
      count,
      most: 60,
    },
  });
  expect(count).toBe(76);
  expect(calls.filter((call) => call === 'scan relationship')).toStrictEqual([]);
});

test('a reading goes on when its request has ended, and the next question finds what it made', async () => {
  const { store } = world;
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => (goOn = resolve));
  const readings: number[] = [];
  const topologyOf = storeTopologies({
    async reader(version) {
      readings.push(version);
      await gate;
      return store.reader(version);
    },
  });
  const kept = createKept();
  const body = await idByName(asker(store), '白液有限公司');
  const asked = { body, ties: new Map() };
  const stop = new AbortController();
  const first = await createViews(store, topologyOf, kept, stop.signal)();
  const ended = expect(rankPartners(first, asked, 10)).rejects.toThrow('请求已停止 / the request was stopped');
  await vi.waitUntil(() => readings.length > 0);
  stop.abort();
  await ended;
  goOn();
  const second = await createViews(store, topologyOf, kept, new AbortController().signal)();
  expect(await rankPartners(second, asked, 10)).toHaveProperty('ranking');
  expect(readings).toStrictEqual([1]);
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { storeTopologies } from '#server/analysis/topologies.ts';
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
  const topologyOf = storeTopologies();
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

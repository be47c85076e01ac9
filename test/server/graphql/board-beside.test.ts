import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName } from '../support/ask.ts';
import { pumps } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function boardOf(more: readonly string[], fields: string, source = '', date?: string) {
  world = await emptyWorld();
  await world.load(pumps(source, more));
  const ask = asker(world.store);
  const [chain, city] = [await idByName(ask, '泵业'), await idByName(ask, '甲市')];
  const query = `query ($chain: ID!, $city: ID!, $date: String) { board(chain: $chain, regions: [$city], date: $date) {
    ... on Board { ${fields} } } }`;
  return (await dataOf<{ board: Record<string, unknown> }>(ask, query, { chain, city, date })).board;
}

test('a segment of another chain that one of these feeds is named where it is asked for, and counts in no cell', async () => {
  const more = [
    'Chain,水务,',
    'Segment,水厂,',
    'SEGMENT_OF,水厂,水务,operating,,,,news',
    'FEEDS,整机,水厂,operating,,,整机,news',
    'ACTIVE_IN,甲市,水厂,planned,,,,news',
    'ACTIVE_IN,乙市,水厂,planned,,,,news',
  ];
  const fields = `alongside { other { name } chains { name } ties { type } planned { from { name } } proposed { id } }
    alongsideCut cells { segment { name } planned { from { name } } }`;
  const { alongside, alongsideCut, cells } = await boardOf(more, fields);
  expect([alongside, alongsideCut]).toStrictEqual([
    [
      {
        other: { name: '水厂' },
        chains: [{ name: '水务' }],
        ties: [{ type: 'FEEDS' }],
        planned: [{ from: { name: '甲市' } }],
        proposed: [],
      },
    ],
    0,
  ]);
  type Cell = { readonly segment: { readonly name: string }; readonly planned: readonly unknown[] };
  expect((cells as Cell[]).find(({ segment }) => segment.name === '整机')?.planned).toStrictEqual([]);
});

test('beside the cells and of the whole chain a policy is one whatever else tells it, and only from its day on', async () => {
  const law = '  - { id: law, title: 甲市规划, class: policy, publisher: 甲市政府, date: 2025-04 }\n';
  const more = [
    'Segment,水厂,',
    'FEEDS,整机,水厂,operating,,,整机,news',
    ...['水厂', '泵业'].flatMap((of) => [
      ...['news', 'more', 'wish', 'law'].map((source) => `ACTIVE_IN,甲市,${of},planned,,,,${source}`),
      `ACTIVE_IN,甲市,${of},proposed,,,,wish`,
    ]),
  ];
  const each = '{ class planned { from { name } } proposed { from { name } } }';
  const fields = `alongside { requests ${each} } requestsOfChain ${each}`;
  const city = { from: { name: '甲市' } };
  const asked = (first: string) => {
    const requests = [
      { class: first, planned: [city], proposed: [] },
      { class: 'proposal', planned: [], proposed: [city] },
    ];
    return { alongside: [{ requests }], requestsOfChain: requests };
  };
  expect(await boardOf(more, fields, law)).toStrictEqual(asked('policy'));
  await world?.dispose();
  expect(await boardOf(more, fields, law, '2025-03')).toStrictEqual(asked('official_news'));
});

test('a firm seen in a segment that one of these is part of stands beside the cell by name, and counts in none', async () => {
  const more = [
    'Chain,水务,',
    'Segment,设备,',
    'Company,水务厂,',
    'SEGMENT_OF,设备,水务,operating,,,,news',
    'PART_OF,整机,设备,operating,,,,news',
    'LOCATED_IN,水务厂,甲市,operating,,,,news',
    'ACTIVE_IN,水务厂,设备,operating,,,,news',
  ];
  const fields = `alongside { other { name } operating { entity { name } relations { sentence { zh } } } building { entityId }
    intended { entityId } planned { id } } cells { segment { name } operating { entity { name } } }`;
  const { alongside, cells } = await boardOf(more, fields);
  expect(alongside).toStrictEqual([
    {
      other: { name: '设备' },
      operating: [{ entity: { name: '水务厂' }, relations: [{ sentence: { zh: '水务厂从事设备。' } }] }],
      building: [],
      intended: [],
      planned: [],
    },
  ]);
  expect(JSON.stringify(cells)).not.toContain('水务厂');
});

test('what orders the board is counted, and what rests on notes of the project alone is told apart', async () => {
  const note = '  - { id: note, title: 项目笔记, class: project_note, date: 2026-03 }\n';
  const more = [
    'FEEDS,整机,应用,operating,,,整机,note',
    'FEEDS,原料,整机,operating,,,材料,note',
    'PART_OF,泵体,整机,operating,,,,note',
  ];
  expect(await boardOf(more, 'framework { ties ofNotes notes { title } }', note)).toStrictEqual({
    framework: { ties: 8, ofNotes: 2, notes: [{ title: '项目笔记' }] },
  });
});

import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumps, REGISTER } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

async function asked(folder: string, fields: string) {
  world = await emptyWorld();
  await world.load(folder);
  const ask = asker(world.store);
  const [chain, city] = [await idByName(ask, '泵业'), await idByName(ask, '甲市')];
  return { ask, chain, city, board: await boardWith(ask, chain, city, fields, {}) };
}

async function boardWith(
  ask: Ask,
  chain: string,
  city: string,
  fields: string,
  rest: Readonly<Record<string, unknown>>,
) {
  const query = `query ($chain: ID!, $city: ID!, $classes: [SourceClass!]) {
    board(chain: $chain, regions: [$city], sourceClasses: $classes) {
      __typename ... on InvalidConstraint { field } ... on Board { ${fields} } } }`;
  return (await dataOf<{ board: Record<string, unknown> }>(ask, query, { chain, city, ...rest })).board;
}

test('a class of sources narrows what is shown and leaves every judgement as it is', async () => {
  const fields = `cells { segment { name } judgement { state sole } operating { entity { name } } sources { key }
    sourceClasses { class count } }`;
  const more = ['ASSESSED,丙省,泵体,operating,,,,wish,missing'];
  const { ask, chain, city, board } = await asked(pumps(REGISTER, more), fields);
  type Cell = { segment: { name: string }; judgement: object; operating: object[]; sources: { key: string }[] };
  const of = (answer: Record<string, unknown>) =>
    (answer['cells'] as Cell[]).find(({ segment }) => segment.name === '泵体') as Cell;
  const wishes = await boardWith(ask, chain, city, fields, { classes: ['proposal'] });
  expect([
    of(board).operating.length,
    of(board)
      .sources.map(({ key }) => key)
      .sort(),
  ]).toEqual([2, ['more', 'news', 'wish']]);
  expect([of(wishes).operating.length, of(wishes).sources.map(({ key }) => key)]).toEqual([0, ['wish']]);
  expect(of(wishes).judgement).toEqual(of(board).judgement);
  expect(await boardWith(ask, chain, city, fields, { classes: [] })).toEqual({
    __typename: 'InvalidConstraint',
    field: 'sourceClasses',
  });
});

test('a body that several cells name stands once among the bodies; one that the classes hide is not there', async () => {
  const actors = ['operating', 'building', 'unplaced', 'intended', 'research'] as const;
  const each = actors.map((as) => `${as} { entity { id } entityId relations { id } relationIds }`).join(' ');
  const fields = `bodies { id name } cells { ${each} }`;
  type Actor = { entity: { id: string }; entityId: string; relations: { id: string }[]; relationIds: string[] };
  type Shown = { bodies: { id: string; name: string }[]; cells: Record<(typeof actors)[number], Actor[]>[] };
  const { ask, chain, city, board } = await asked(
    pumps(REGISTER, ['ACTIVE_IN,甲市泵体第1有限公司,原料,operating,,,,news']),
    fields,
  );
  const { bodies, cells } = board as unknown as Shown;
  const named = cells.flatMap((cell) => actors.flatMap((as) => cell[as]));
  expect(named.map(({ entity }) => entity.id)).toEqual(named.map(({ entityId }) => entityId));
  expect(named.map(({ relations }) => relations.map(({ id }) => id))).toEqual(
    named.map(({ relationIds }) => relationIds),
  );
  expect(bodies.map(({ id }) => id)).toEqual([...new Set(named.map(({ entityId }) => entityId))].sort());
  const firms = '原料第1 泵体第1 泵体第2 整机第1 整机第2 整机第3 整机第4 整机第5 运维第1 运维第2 运维第3'.split(' ');
  expect(bodies.map(({ name }) => name).sort()).toEqual(
    ['泵业重点实验室', ...firms.map((name) => `甲市${name}有限公司`)].sort(),
  );
  expect(named.length).toBeGreaterThan(bodies.length);
  const wishes = (await boardWith(ask, chain, city, fields, { classes: ['proposal'] })) as unknown as Shown;
  expect(wishes.bodies).toEqual([]);
});

test('a lack that only a proposal states is said, and sets no state; one that news states is a state', async () => {
  const fields = `cells { segment { name } judgement { state } claimedMissing { from { name } } }`;
  const { board } = await asked(
    pumps('', [
      'ASSESSED,丙省,应用,operating,,,,wish,missing',
      'Segment,滤网,',
      'SEGMENT_OF,滤网,泵业,operating,,,,news',
      'ASSESSED,丙省,滤网,operating,,,,news,missing',
    ]),
    fields,
  );
  type Cell = { segment: { name: string }; judgement: { state: string }; claimedMissing: { from: { name: string } }[] };
  const told = (board['cells'] as Cell[]).map(({ segment, judgement, claimedMissing }) =>
    [segment.name, judgement.state, ...claimedMissing.map(({ from }) => from.name)].join(' '),
  );
  expect(told).toEqual(expect.arrayContaining(['应用 unsurveyed 丙省', '滤网 missing']));
});

test('a cell in which sources disagree says what would settle it', async () => {
  const fields = `cells { segment { name } judgement { state contradicted } settlements { settle count label { zh } to { state sole } } }`;
  const { board } = await asked(pumps('', ['ASSESSED,丙省,泵体,operating,,,,news,sole']), fields);
  type Cell = { segment: { name: string }; judgement: object; settlements: object[] };
  const cells = board['cells'] as Cell[];
  const odd = cells.find(({ segment }) => segment.name === '泵体');
  expect(odd?.judgement).toEqual({ state: 'present', contradicted: true });
  expect(odd?.settlements).toEqual([
    {
      settle: 'verdict_falls',
      count: 0,
      label: { zh: '说空白或独家的资料被更正、撤下或写明已经过去' },
      to: { state: 'present', sole: false },
    },
    {
      settle: 'actors_fall',
      count: 1,
      label: { zh: '查明见到的机构不在产、不在建或不在这里' },
      to: { state: 'present', sole: true },
    },
  ]);
  expect(cells.filter(({ settlements }) => settlements.length > 0).length).toBe(1);
});

test('since when and for when are told where a source gives a start', async () => {
  const more = [
    'Company,早有限公司,',
    'LOCATED_IN,早有限公司,甲市,operating,,,,news',
    'ACTIVE_IN,早有限公司,应用,operating,,,,news,,2019-05',
    'ACTIVE_IN,早有限公司,运维,planned,,,,news,,2027',
  ];
  const { board } = await asked(pumps('', more), 'cells { segment { name } operatingFrom plannedFor newest }');
  const told = (board['cells'] as { segment: { name: string } }[]).filter(({ segment }) =>
    ['应用', '运维'].includes(segment.name),
  );
  expect(told).toEqual([
    { segment: { name: '应用' }, operatingFrom: '2019-05', plannedFor: null, newest: '2025-02' },
    { segment: { name: '运维' }, operatingFrom: null, plannedFor: '2027', newest: '2025-03' },
  ]);
});

test('one cell alone can be asked for; a segment that the board has not gives none', async () => {
  const { ask, chain, city } = await asked(pumps(REGISTER), 'date');
  const query = `query ($chain: ID!, $city: ID!, $segment: ID!) { board(chain: $chain, regions: [$city]) { ... on Board {
    cell(segment: $segment, region: $city) { judgement { state } reasons { about holds } } } } }`;
  const segment = await idByName(ask, '应用');
  type Answer = { board: { cell: { judgement: object; reasons: { about: string; holds: boolean }[] } | null } };
  const { board } = await dataOf<Answer>(ask, query, { chain, city, segment });
  expect(board.cell?.judgement).toEqual({ state: 'missing' });
  expect(board.cell?.reasons.filter(({ holds }) => holds)).toEqual([{ about: 'missing', holds: true }]);
  expect((await dataOf<Answer>(ask, query, { chain, city, segment: chain })).board.cell).toBe(null);
});

test('of a chain with very many segments the first in order are read, the others counted, no whole without its parts', async () => {
  const many = Array.from({ length: 198 }, (_, i) => `件${i}`);
  const lines = many.flatMap((name, i) => [`Segment,${name},`, `SEGMENT_OF,${name},泵业,operating,,${i + 10},,news`]);
  // The last that would fit has a part that does not: an actor there would count for it.
  const part = ['Segment,末件,', 'SEGMENT_OF,末件,泵业,operating,,9000,,news', 'PART_OF,末件,件194,operating,,,,news'];
  const { board } = await asked(pumps('', [...lines, ...part]), 'omittedSegments cells { segment { name } }');
  const names = (board['cells'] as { segment: { name: string } }[]).map(({ segment }) => segment.name);
  expect([names.length, board['omittedSegments']]).toEqual([199, 5]);
  expect(['原料', '件193'].every((name) => names.includes(name))).toBe(true);
  expect(['件194', '件195', '件197', '末件'].some((name) => names.includes(name))).toBe(false);
});

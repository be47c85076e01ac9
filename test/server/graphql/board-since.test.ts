import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumps, REGISTER } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

/** Publishes the folders one after the other. */
async function history(...folders: readonly string[]): Promise<Ask> {
  world = await emptyWorld();
  for (const folder of folders) await world.load(folder);
  return asker(world.store);
}

type Named = { readonly name: string };
type Cause = {
  readonly cause: string;
  readonly relation: { readonly sentence: { readonly zh: string } } | null;
  readonly entity: Named | null;
  readonly source: { readonly title: string } | null;
  readonly reason: { readonly zh: string } | null;
  readonly statements: readonly { readonly predicate: string }[];
};
type Told = {
  readonly segment: Named;
  readonly region: Named;
  readonly judgement: { readonly state: string; readonly sole: boolean };
  readonly change: {
    readonly change: string;
    readonly moved: boolean;
    readonly before: { readonly state: string; readonly sole: boolean } | null;
    readonly causes: readonly Cause[];
    readonly others: number;
  } | null;
};
type Board = {
  readonly since: { readonly version: number; readonly date: string; readonly came: Named[]; readonly went: Named[] };
  readonly cells: readonly Told[];
};

const QUERY = `query ($chain: ID!, $regions: [ID!]!, $since: Int, $version: Int) {
  board(chain: $chain, regions: $regions, since: $since, version: $version) { ... on Board {
    since { version date came { name } went { name } }
    cells { segment { name } region { name } judgement { state sole }
      change { change moved others before { state sole }
        causes { cause relation { sentence { zh } } entity { name } source { title } reason { zh } statements { predicate } } } } } } }`;

async function boardSince(
  ask: Ask,
  since: number | null,
  regions: readonly string[] = ['甲市', '乙市'],
): Promise<Board> {
  const ids = await Promise.all(regions.map((name) => idByName(ask, name)));
  const variables = { chain: await idByName(ask, '泵业'), regions: ids, since };
  return (await dataOf<{ board: Board }>(ask, QUERY, variables)).board;
}

const word = (one: { state: string; sole: boolean } | null) =>
  one === null ? '–' : one.state + (one.sole ? ' sole' : '');
/** Cells in which something changed: what they were and are, and what did it. */
const changes = ({ cells }: Board) =>
  cells.flatMap(({ segment, region, judgement, change }) =>
    change === null || (!change.moved && change.causes.length === 0)
      ? []
      : [
          `${region.name} ${segment.name} ${change.change}: ${word(change.before)} > ${word(judgement)}; ${change.causes
            .map(({ cause, relation, source, entity, reason }) =>
              [cause, relation?.sentence.zh, source?.title, entity?.name, reason?.zh].filter(Boolean).join(' '),
            )
            .join(' | ')}${change.others > 0 ? ` +${change.others}` : ''}`,
        ],
  );

test('a register that comes opens the gaps of its city, and names itself as what did it', async () => {
  const ask = await history(pumps(''), pumps(REGISTER));
  const board = await boardSince(ask, 1);
  expect(changes(board)).toEqual([
    '甲市 原料 opened: present > weak sole; register_added 甲市泵业企业名录',
    '甲市 泵体 opened: present > weak; register_added 甲市泵业企业名录',
    '甲市 整机 changed: strong > strong; register_added 甲市泵业企业名录',
    '甲市 应用 opened: unsurveyed > missing; register_added 甲市泵业企业名录',
    '甲市 运维 changed: present > present; register_added 甲市泵业企业名录',
  ]);
  expect(board.since).toEqual({ version: 1, date: '2025-06', came: [], went: [] });
});

test('a firm that comes closes a gap with its sentence and statement; one that goes opens one, with why it went', async () => {
  const firm = [
    'Company,应用一有限公司,',
    'LOCATED_IN,应用一有限公司,甲市,operating,,,,news',
    'ACTIVE_IN,应用一有限公司,应用,operating,,,,more',
  ];
  const ask = await history(pumps(REGISTER), pumps(REGISTER, firm), pumps(REGISTER));
  const forward = await dataOf<{ board: Board }>(ask, QUERY, {
    chain: await idByName(ask, '泵业'),
    regions: [await idByName(ask, '甲市')],
    since: 1,
    version: 2,
  });
  expect(changes(forward.board)).toEqual([
    '甲市 应用 persistent: missing > weak sole; fact_added 应用一有限公司从事应用。',
  ]);
  const [cause] = forward.board.cells.flatMap(({ change }) => change?.causes ?? []);
  expect(cause?.statements).toEqual([{ predicate: 'ACTIVE_IN' }]);
  expect(changes(await boardSince(ask, 2, ['甲市']))).toEqual([
    '甲市 应用 persistent: weak sole > missing; fact_removed 应用一有限公司从事应用。 重新读取后不再得到',
  ]);
  expect(changes(await boardSince(ask, 1, ['甲市']))).toEqual([]);
});

test('segments that came or went are named, and a new cell says so', async () => {
  const more = ['Segment,密封件,', 'SEGMENT_OF,密封件,泵业,operating,upstream,9,,news'];
  const ask = await history(
    pumps(''),
    pumps('', more, ['SEGMENT_OF,运维', 'ACTIVE_IN,甲市运维', 'ACTIVE_IN,乙市运维']),
  );
  const board = await boardSince(ask, 1, ['甲市']);
  expect([board.since.came, board.since.went]).toEqual([[{ name: '密封件' }], [{ name: '运维' }]]);
  expect(changes(board)).toEqual(['甲市 密封件 changed: – > unsurveyed; cell_added 密封件']);
});

test('a region that was not there then has new cells alone', async () => {
  const ask = await history(pumps(''), pumps('', ['Place,丁市,', 'PART_OF,丁市,丙省,operating,,,,news']));
  const board = await boardSince(ask, 1, ['丁市']);
  expect(board.cells.map(({ change }) => [change?.before, change?.causes.map(({ cause }) => cause)])).toEqual(
    Array.from({ length: 5 }, () => [null, ['cell_added']]),
  );
});

test('without an earlier version nothing is compared, and one that is not earlier is refused', async () => {
  const ask = await history(pumps(''), pumps(REGISTER));
  const plain = await boardSince(ask, null);
  expect([plain.since, plain.cells.every(({ change }) => change === null)]).toEqual([null, true]);
  const [chain, city] = [await idByName(ask, '泵业'), await idByName(ask, '甲市')];
  const query = `query ($chain: ID!, $city: ID!, $since: Int) { board(chain: $chain, regions: [$city], since: $since) {
    __typename ... on InvalidConstraint { field } } }`;
  for (const since of [0, 2, 3, -1]) {
    const { board } = await dataOf<{ board: unknown }>(ask, query, { chain, city, since });
    expect(board).toEqual({ __typename: 'InvalidConstraint', field: 'since' });
  }
});

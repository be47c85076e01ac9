import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { asker, counted, dataOf, type Ask } from '../support/ask.ts';

let world: World;
let ask: Ask;
beforeAll(async () => {
  world = await loadWorld('golden', { runs: 2 });
  ask = asker(world.store);
});
afterAll(() => world.dispose());

const QUESTION = `query ($names: [String!]!, $kinds: [Kind!], $version: Int) {
  reconcile(names: $names, kinds: $kinds, version: $version) {
    ... on Reconciliation {
      names {
        position read outcome sameAs omitted otherKinds
        candidates { rank rule weak matched { value } entity { name kind } reason { zh } }
      }
      counts { outcome count }
      coverage { sources version }
    }
    ... on InvalidConstraint { field message { zh en } }
  }
}`;

type Told = {
  names: {
    position: number;
    read: string;
    outcome: string;
    sameAs: number | null;
    omitted: number;
    otherKinds: number;
    candidates: { rank: number; rule: string; weak: boolean; matched: { value: string }; entity: { name: string } }[];
  }[];
  counts: { outcome: string; count: number }[];
};

async function reconciled(names: readonly string[], more: Record<string, unknown> = {}): Promise<Told> {
  return (await dataOf<{ reconcile: Told }>(ask, QUESTION, { names, ...more })).reconcile;
}

/** Outcome, then rule and entity of each candidate. */
async function told(names: readonly string[], more?: Record<string, unknown>): Promise<string[][]> {
  return (await reconciled(names, more)).names.map(({ outcome, candidates }) => [
    outcome,
    ...candidates.map(({ rule, weak, entity }) => `${rule} ${entity.name}${weak ? ', weak' : ''}`),
  ]);
}

test('every entry is answered in the order given, and the counts are the list', async () => {
  const names = ['青石光電有限公司', '', ' 岚大 ', '查无此名', '青石光电有限公司', '青石光电有限责任公司', '云岭'];
  const { names: list, counts } = await reconciled(names);
  expect(list.map(({ position, outcome, sameAs }) => [position, outcome, sameAs])).toStrictEqual([
    [1, 'MATCHED', null],
    [2, 'EMPTY', null],
    [3, 'SEVERAL', null],
    [4, 'NONE', null],
    [5, 'DUPLICATE', 1],
    [6, 'MAY_BE', null],
    [7, 'CANDIDATES', null],
  ]);
  expect(counts).toStrictEqual([
    { outcome: 'MATCHED', count: 1 },
    { outcome: 'SEVERAL', count: 1 },
    { outcome: 'MAY_BE', count: 1 },
    { outcome: 'CANDIDATES', count: 1 },
    { outcome: 'NONE', count: 1 },
    { outcome: 'EMPTY', count: 1 },
    { outcome: 'DUPLICATE', count: 1 },
  ]);
});

test('what a name may stand for comes with the rule that led there', async () => {
  expect(
    await told(['岚大', '青石光电有限责任公司', '蓝山大学', '岚川大学', '云岭光学所', '云岭', 'qsgd']),
  ).toStrictEqual([
    ['SEVERAL', 'EXACT 岚大, weak', 'EXACT 岚大, weak', 'READING 岚山大学, weak', 'READING 岚江大学, weak'],
    ['MAY_BE', 'LEGAL_FORM 青石光电有限公司'],
    ['CANDIDATES', 'SAME_SOUND 岚山大学'],
    ['CANDIDATES', 'ONE_CHARACTER 岚山大学', 'ONE_CHARACTER 岚江大学'],
    ['CANDIDATES', 'SHORTENED 云岭光学研究所'],
    ['CANDIDATES', 'PREFIX 云岭省', 'PREFIX 云岭光学研究所', 'PREFIX 云岭激光创新联合体'],
    ['CANDIDATES', 'PINYIN 青石光电有限公司'],
  ]);
});

test('of other kinds than asked for nothing is a candidate, and a name they bear is counted', async () => {
  const { names } = await reconciled(['甲市', '云岭'], { kinds: ['Institute', 'Company'] });
  expect(names.map(({ outcome, otherKinds, candidates }) => [outcome, otherKinds, candidates.length])).toStrictEqual([
    ['NONE', 1, 0],
    ['CANDIDATES', 0, 1],
  ]);
});

test('an older version is asked as it was', async () => {
  expect(await told(['青石光电'], { version: 1 })).toHaveLength(1);
  const { coverage } = await dataOf<{ reconcile: { coverage: { version: number } } }>(ask, QUESTION, {
    names: ['青石光电'],
    version: 1,
  }).then(({ reconcile }) => reconcile);
  expect(coverage.version).toBe(1);
});

test('none, more than five hundred, or too long a name cannot be asked, and it is said which', async () => {
  const refused = async (names: readonly string[]) =>
    (await dataOf<{ reconcile: unknown }>(ask, QUESTION, { names })).reconcile;
  expect(await refused([])).toStrictEqual({
    field: 'names',
    message: { zh: 'names 应在 1 到 500 之间', en: 'names must be 1 to 500.' },
  });
  expect(await refused(Array.from({ length: 501 }, (_, i) => `甲${i}`))).toMatchObject({ field: 'names' });
  expect(await refused(['甲', '长'.repeat(201)])).toStrictEqual({
    field: 'names',
    message: { zh: '第 2 个名称超过 200 个字符', en: 'Name 2 has more than 200 characters.' },
  });
  expect((await reconciled(['𠮷'.repeat(200)])).names[0]?.outcome).toBe('NONE');
});

test('a list of five hundred is read in as few steps as one of five', async () => {
  const { store, calls } = counted(world.store);
  const names = Array.from({ length: 500 }, (_, i) => `青石光电${i}有限公司`);
  const few = await dataOf(asker(store), QUESTION, { names: names.slice(0, 5) }).then(() => calls.splice(0).length);
  await dataOf(asker(store), QUESTION, { names });
  expect(calls.length).toBe(few);
});

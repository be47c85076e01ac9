import { afterEach, expect, test } from 'vitest';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, askerOf, counted, dataOf } from '../support/ask.ts';
import { pumps } from '../support/pumps.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

type Row = {
  readonly segment: { readonly name: string };
  readonly meantFor: readonly { readonly name: string }[];
  readonly requests: readonly { readonly class: string }[];
  readonly responsible: readonly { readonly from: { readonly name: string } }[];
};

async function offices(more: readonly string[]) {
  world = await emptyWorld();
  await world.load(pumps('', more));
  const row = 'segment { name } meantFor { name } requests { class } responsible { from { name } }';
  const query = `{ survey { ... on Survey { offices { office { name } open { ${row} } } } } }`;
  type Office = { readonly office: { readonly name: string }; readonly open: readonly Row[] };
  const { survey } = await dataOf<{ survey: { readonly offices: readonly Office[] } }>(asker(world.store), query);
  return survey.offices;
}

test('a park that stands only as planned gets no sheet: who plans it is asked, and told for whom', async () => {
  const found = await offices([
    'Park,新谷,',
    'Park,老园,',
    'LOCATED_IN,新谷,甲市,planned,,,,news',
    'LOCATED_IN,老园,甲市,operating,,,,news',
    'ACTIVE_IN,新谷,应用,planned,,,,news',
    'ACTIVE_IN,老园,应用,planned,,,,news',
  ]);
  expect(
    found.map(({ office, open }) => [office.name, open.map(({ meantFor }) => meantFor.map(({ name }) => name))]),
  ).toStrictEqual([
    ['甲市', [['新谷']]],
    ['老园', [[]]],
    ['乙市', [[]]],
  ]);
});

test('a planned park in which something operates is there, and is asked itself', async () => {
  const found = await offices([
    'Park,新谷,',
    'LOCATED_IN,新谷,甲市,planned,,,,news',
    'LOCATED_IN,甲市泵体第1有限公司,新谷,operating,,,,news',
    'ACTIVE_IN,新谷,应用,planned,,,,news',
  ]);
  expect(found.map(({ office }) => office.name).sort()).toStrictEqual(['乙市', '新谷', '甲市'].sort());
});

test('an agency that answers for the chain is named; a plan that only news tells of is no policy', async () => {
  const [first] = await offices(['Agency,甲市工信局,', 'RESPONSIBLE_FOR,甲市工信局,泵业,operating,,,,news']);
  expect(first?.open.map(({ requests, responsible }) => [requests, responsible])).toStrictEqual([
    [[{ class: 'official_news' }], [{ from: { name: '甲市工信局' } }]],
  ]);
});

test('sheets go city by city; a zone over several cities has none that signs for it, and names them', async () => {
  await offices([
    'Park,两市区,',
    'Park,甲园,',
    'Park,乙园,',
    'LOCATED_IN,甲园,甲市,operating,,,,news',
    'LOCATED_IN,乙园,乙市,operating,,,,news',
    'PART_OF,甲园,两市区,operating,,,,news',
    'PART_OF,乙园,两市区,operating,,,,news',
    ...['两市区', '甲园', '乙园'].map((area) => `ACTIVE_IN,${area},应用,planned,,,,news`),
  ]);
  type Placed = {
    readonly office: { readonly name: string };
    readonly city: { readonly name: string } | null;
    readonly spans: readonly { readonly name: string }[];
    readonly parks: readonly { readonly name: string }[];
  };
  const query =
    '{ survey { ... on Survey { offices { office { name } city { name } spans { name } parks { name } } } } }';
  const { survey } = await dataOf<{ survey: { readonly offices: readonly Placed[] } }>(
    asker((world as World).store),
    query,
  );
  const names = (some: readonly { readonly name: string }[]) => some.map(({ name }) => name).sort();
  expect(
    survey.offices.map(({ office, city, spans, parks }) => [office.name, city?.name, names(spans), names(parks)]),
  ).toStrictEqual([
    ['甲市', '甲市', [], ['甲园']],
    ['甲园', '甲市', [], []],
    ['乙市', '乙市', [], ['乙园']],
    ['乙园', '乙市', [], []],
    ['两市区', undefined, ['乙市', '甲市'], ['乙园', '甲园']],
  ]);
});

test('the parks of all offices are read together: once a level, and none twice, however many offices ask', async () => {
  async function readsFor(more: readonly string[]) {
    world = await emptyWorld();
    await world.load(pumps('', ['Park,甲园,', 'LOCATED_IN,甲园,甲市,operating,,,,news', ...more]));
    const { store, calls } = counted(world.store);
    const ask = askerOf(store, 'memory');
    const reads = async (fields: string) => {
      const before = calls.length;
      const query = `{ survey { ... on Survey { offices { ${fields} } } } }`;
      const { survey } = await dataOf<{ survey: { readonly offices: readonly object[] } }>(ask, query);
      return { offices: survey.offices.length, calls: calls.slice(before) };
    };
    await reads('seen');
    const without = await reads('seen');
    const parks = await reads('parks { name }');
    await world.dispose();
    world = undefined;
    const finds = (all: readonly string[]) => all.filter((call) => call === 'find relationship to').length;
    return { offices: parks.offices, finds: finds(parks.calls) - finds(without.calls) };
  }
  expect([await readsFor([]), await readsFor(['ACTIVE_IN,甲园,应用,planned,,,,news'])]).toStrictEqual([
    { offices: 2, finds: 2 },
    { offices: 3, finds: 1 },
  ]);
});

import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';
import { pumpsAndValves } from '../support/pumps-and-valves.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

/** @param many firms that do both pumps and valves */
async function pumps(many: number): Promise<Ask> {
  world = await emptyWorld();
  await world.load(folderOf(pumpsAndValves(many)));
  return asker(world.store);
}

type Near = {
  rows: {
    entity: { name: string };
    score: number;
    terms: { term: string; value: number; rests: { name: string }[] }[];
    relations: { sentence: { zh: string } }[];
    contacts: object[];
  }[];
  cut: number;
  leftOut: { reason: string; count: number; bodies: { name: string }[] }[];
  lack: { lack: string; count: number | null; label: { zh: string } } | null;
  measured: object | null;
};
const NEAR = `near { rows { entity { name } score terms { term value rests { name } }
  relations { sentence { zh } } contacts { id } } cut
  leftOut { reason count bodies { name } } lack { lack count label { zh } }
  measured { measure reason groups hidden hit { value low high } plain { label { zh } hit { value } } } }`;

async function near(ask: Ask, names: Readonly<Record<string, string>>, rest = ''): Promise<Near> {
  const ids = await Promise.all(Object.entries(names).map(async ([key, name]) => [key, await idByName(ask, name)]));
  const query = `query ($for: CandidatesFor!) { candidates(for: $for${rest}) { ... on Candidates { ${NEAR} } } }`;
  return (await dataOf<{ candidates: { near: Near } }>(ask, query, { for: Object.fromEntries(ids) })).candidates.near;
}

const VALVES = { segment: '阀', region: '白市' };
const namesOf = ({ rows }: Near) => rows.map(({ entity }) => entity.name).toSorted();

test('firms that do what is near are ranked with terms that add up; who signed is named, who is only planned is not', async () => {
  const ask = await pumps(20);
  const answer = await near(ask, VALVES);
  expect(answer.lack).toBeNull();
  expect(namesOf(answer)).toStrictEqual(['新泵有限公司', '谈泵有限公司', '近泵有限公司']);
  for (const { score, terms } of answer.rows) {
    expect(terms.reduce((sum, { value }) => sum + value, 0)).toBe(score);
    expect(terms.map(({ term, rests }) => [term, ...rests.map(({ name }) => name)])).toStrictEqual([
      ['presence', '泵'],
      ['flow'],
      ['stage', '泵'],
      ['chain', '泵'],
    ]);
  }
  expect(
    answer.rows
      .map(({ relations }) => relations.map(({ sentence }) => sentence.zh))
      .flat()
      .toSorted(),
  ).toStrictEqual(['新泵有限公司从事泵。', '谈泵有限公司从事泵。', '近泵有限公司从事泵。']);
  expect(answer.rows.filter(({ contacts }) => contacts.length > 0).map(({ entity }) => entity.name)).toStrictEqual([
    '谈泵有限公司',
  ]);
  expect(answer.leftOut).toStrictEqual([{ reason: 'signed', count: 1, bodies: [{ name: '签泵有限公司' }] }]);
  expect(await near(ask, VALVES, ', limit: 1')).toMatchObject({ cut: 2, rows: [{}] });
});

test('on an earlier day only what was told by then counts', async () => {
  const answer = await near(await pumps(20), VALVES, ', date: "2024-12"');
  expect(namesOf(answer)).toStrictEqual(['谈泵有限公司', '近泵有限公司']);
});

test('its rate is measured on these very data, and given beside that by number alone', async () => {
  const { measured } = await near(await pumps(20), VALVES);
  expect(measured).toStrictEqual({
    measure: 'measured',
    reason: null,
    groups: 20,
    hidden: 20,
    hit: { value: 1000, low: 1000, high: 1000 },
    plain: { label: { zh: '只按多少排' }, hit: { value: 1000 } },
  });
});

test('of fewer than twenty firms that do two segments nothing is ranked or measured, and they are counted', async () => {
  expect(await near(await pumps(19), VALVES)).toStrictEqual({
    rows: [],
    cut: 0,
    leftOut: [],
    lack: { lack: 'few', count: 19, label: { zh: '写到做两个以上环节的企业不足 20 家，排不出' } },
    measured: null,
  });
});

test('a chain as a whole asks for one segment', async () => {
  expect((await near(await pumps(20), { chain: '泵阀', region: '白市' })).lack).toMatchObject({ lack: 'segment' });
});

test('of a firm the segments near what it does are ranked; of one that does none, that is said', async () => {
  const ask = await pumps(20);
  const answer = await near(ask, { body: '近泵有限公司' });
  expect(answer.rows.map(({ entity }) => entity.name)).toStrictEqual(['阀', '轴承']);
  expect(answer.measured).toMatchObject({ measure: 'measured', groups: 20 });
  expect((await near(ask, { body: '无泵有限公司' })).lack).toMatchObject({ lack: 'does' });
});

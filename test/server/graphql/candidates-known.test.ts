import { afterEach, expect, test } from 'vitest';
import { folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { askerOf, counted, dataOf, idByName } from '../support/ask.ts';
import { batteries } from '../support/batteries.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

/** Two firms of the list of ties are recognised, one of them by a government body that the sources name. */
const RECOGNISED = {
  'dataset.yml': `id: recognised
title: { zh: 认定, en: recognised }
licence: CC0-1.0
sources: [{ id: list, title: 认定公告, class: official_news, publisher: 陇省工信厅, date: 2025-03, visibility: public }]
tables:
  - file: things.csv
    source: { is: list }
    passage: { is: "¶1" }
    confidence: { is: "0.9" }
    records: { thing: { kind: { column: kind }, name: { column: name } } }
    states: [{ attribute: name, of: thing, value: { column: name } }]
  - file: told.csv
    source: { is: list }
    passage: { is: "¶2" }
    confidence: { is: "0.9" }
    records: { firm: { kind: { is: Company }, name: { column: firm } } }
    states: [{ attribute: recognition, of: firm, value: { column: value }, details: { issuer: { column: issuer }, date: { column: date } } }]
`,
  'things.csv': 'kind,name\nAgency,陇省工信厅\nCompany,沪膜有限公司\nCompany,沪液有限公司\n',
  'told.csv':
    'firm,value,issuer,date\n沪膜有限公司,示范工厂,陇省工信厅,2025-01\n沪液有限公司,示范车间,行业协会,2025-02\n',
};

test('what is known of each body of a list says whether a government body is named, whose names are read once', async () => {
  world = await emptyWorld();
  await world.load(batteries(''));
  await world.load(folderOf(RECOGNISED));
  const { store, calls } = counted(world.store);
  const ask = askerOf(store, 'memory');
  const [segment, region] = [await idByName(ask, '电解液'), await idByName(ask, '白市')];
  calls.length = 0;
  const query = `query ($segment: ID!, $region: ID!) { candidates(for: { segment: $segment, region: $region }) {
    ... on Candidates { ties { rows { body { name } known { items { official label { zh } } cut } } } } } }`;
  type Row = { body: { name: string }; known: { items: { official: boolean; label: { zh: string } }[]; cut: number } };
  type Answer = { candidates: { ties: { rows: Row[] } } };
  const { rows } = (await dataOf<Answer>(ask, query, { segment, region })).candidates.ties;
  expect(
    rows.flatMap(({ body, known }) => known.items.map(({ official, label }) => [body.name, official, label.zh])),
  ).toStrictEqual([
    ['沪液有限公司', false, '认定：示范车间（行业协会，2025-02）'],
    ['沪膜有限公司', true, '认定：示范工厂（陇省工信厅，2025-01）'],
  ]);
  expect(calls.filter((call) => call === 'find entity kind')).toHaveLength(1);
});

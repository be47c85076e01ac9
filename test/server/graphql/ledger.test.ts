import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { emptyWorld, loadWorld, runsOf, type World } from '#test/support/load-world.ts';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { asker, dataOf, idByName, type Ask } from '../support/ask.ts';

/** By two offices: the city's bureau, which no source places, and the park. */
const ROWS = [
  '白鹿泵业有限公司,在谈,2024-11,,甲市商务局,,,外省,泵业,,,,',
  '白鹿泵业有限公司,签约,2025-01-20,,,甲高新区,,,,,,,',
  '黑石阀业有限公司,在谈,2025-02,,,,乙市,,,,,,',
  '黑石阀业有限公司,拟对接,2024,,,甲高新区,,,,,,,',
  '青石泵业有限公司,签约,2023,2024-06,,甲高新区,,,,,,,',
  '无名轴承有限公司,招商线索,,,甲市商务局,,,,,,,,',
  '白鹿,落地,2025-02-01,,,甲高新区,,,,,,,',
];

let world: World;
let bare: World;
let open: World;
let ask: Ask;
beforeAll(async () => {
  [world, bare, open] = await Promise.all([loadWorld('survey'), loadWorld('survey'), emptyWorld('public')]);
  await withLedger((folder) => world.load(folder));
  ask = asker(world.store);
});
afterAll(() => Promise.all([world, bare, open].map((one) => one.dispose())));

function withLedger<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const about = { publisher: '甲市商务局', date: '2025-03' };
  const unsure = {
    verdict: 'unsure',
    rank: 1,
    left: { source: 'ledger', kind: 'Company', name: '白鹿' },
    right: { source: 'ledger', kind: 'Company', name: '白鹿泵业有限公司' },
    reason: '台账用简称',
    who: '招商科',
    at: '2025-03-01',
  };
  const rows = [LEDGER_COLUMNS.join(','), ...ROWS].join('\r\n');
  const files = { ...Object.fromEntries(ledgerTemplate(about)), [LEDGER_TABLE]: `${rows}\r\n` };
  return withTempFolder(async (folder) => {
    for (const [name, text] of Object.entries({ ...files, 'decisions.jsonl': `${JSON.stringify(unsure)}\n` })) {
      await writeFile(path.join(folder, name), text);
    }
    return work(folder);
  });
}

const FIELDS = `__typename
  ... on Ledger { date total cut unstated notCurrent counts { stage firms label { zh } } sources { title visibility }
    without { name } unplaced { name } unsorted { name }
    firms { firm { name } stage newest { label { zh } } signed { stage since by { name } }
      contacts { stage from to standing label { zh } by { name } relation { type } disputed sources { title } }
      mayBe { entity { name } contacts { stage } } } }
  ... on LedgerNotLoaded { never message { zh } coverage { version } }
  ... on InvalidConstraint { field } ... on EntityNotFound { id }`;

type Named = { name: string };
type Told = {
  __typename: string;
  counts: { stage: string; firms: number }[];
  firms: {
    firm: Named;
    stage: string | null;
    signed: { stage: string; since: string | null; by: Named[] } | null;
    contacts: { label: { zh: string }; from: string | null; by: Named }[];
    mayBe: { entity: Named; contacts: unknown[] }[];
  }[];
  unplaced: Named[];
  unsorted: Named[];
  without: Named[];
};

async function ledger(args = '', of = ask): Promise<Told> {
  return (await dataOf<{ ledger: Told }>(of, `{ ledger${args} { ${FIELDS} } }`)).ledger;
}

const line = ({ firm, stage, signed, contacts }: Told['firms'][number]) =>
  [
    `${firm.name} ${stage} ${signed === null ? '-' : `${signed.stage} ${signed.since}`}`,
    ...contacts.map(({ label, from, by }) => `${from ?? '-'} ${label.zh} ${by.name}`),
  ].join(' | ');

test('every firm of the ledger stands with its stages in order of date, who and how far', async () => {
  const told = await ledger();
  expect(told).toMatchObject({
    date: '2025-03',
    total: 5,
    cut: 0,
    unstated: 0,
    notCurrent: 1,
    sources: [{ title: '甲市商务局招商台账', visibility: 'internal' }],
  });
  expect(told.counts.map(({ stage, firms }) => `${stage} ${firms}`)).toStrictEqual([
    'lead 1',
    'intended 0',
    'talking 1',
    'signed 1',
    'landed 1',
  ]);
  expect(told.firms.map(line)).toStrictEqual([
    '白鹿 landed landed 2025-02-01 | 2025-02-01 落地 甲高新区',
    '白鹿泵业有限公司 signed signed 2025-01-20 | 2024-11 在谈 甲市商务局 | 2025-01-20 签约 甲高新区',
    '黑石阀业有限公司 talking - | 2024 拟对接 甲高新区 | 2025-02 在谈 乙市',
    '无名轴承有限公司 lead - | - 招商线索 甲市商务局',
    '青石泵业有限公司 null - | 2023 签约（已结束） 甲高新区',
  ]);
  expect(told.firms[1]?.mayBe.map(({ entity }) => entity.name)).toStrictEqual(['白鹿']);
});

test('of a region only what its offices did; a firm whose office no source places is named', async () => {
  const city = await idByName(ask, '甲市');
  const told = await ledger(`(region: "${city}")`);
  expect(told.firms.map(({ firm }) => firm.name).sort()).toStrictEqual(
    ['白鹿', '白鹿泵业有限公司', '黑石阀业有限公司', '青石泵业有限公司'].sort(),
  );
  expect(told.unplaced.map(({ name }) => name)).toStrictEqual(['无名轴承有限公司']);
});

test('of a chain only its firms; those of which no source names a chain are named', async () => {
  const [chain, segment] = [await idByName(ask, '泵业'), await idByName(ask, '整机')];
  const of = async (id: string) => (await ledger(`(subject: "${id}")`)).firms.map(({ firm }) => firm.name);
  expect(await of(chain)).toStrictEqual(['白鹿泵业有限公司', '青石泵业有限公司']);
  expect(await of(segment)).toStrictEqual(['青石泵业有限公司']);
  const { unsorted } = await ledger(`(subject: "${chain}")`);
  expect(unsorted.map(({ name }) => name).sort()).toStrictEqual(
    ['无名轴承有限公司', '白鹿', '黑石阀业有限公司'].sort(),
  );
});

test('asked by name, those without a contact are told apart; what the limit leaves out is counted', async () => {
  const [deer, none] = [await idByName(ask, '黑石阀业有限公司'), await idByName(ask, '丙省理工大学')];
  const told = await ledger(`(firms: ["${deer}", "${none}"])`);
  expect(told.firms.map(({ firm }) => firm.name)).toStrictEqual(['黑石阀业有限公司']);
  expect(told.without.map(({ name }) => name)).toStrictEqual(['丙省理工大学']);
  expect(await ledger('(limit: 2)')).toMatchObject({ total: 5, cut: 3 });
});

test('on a day before the ledger nothing of it is known', async () => {
  expect(await ledger('(date: "2025-02-28")')).toMatchObject({ __typename: 'Ledger', total: 0, firms: [] });
});

test('no ledger is an answer of its own; a public store says that it never has one, and refuses it', async () => {
  expect(await ledger('', asker(bare.store))).toMatchObject({ __typename: 'LedgerNotLoaded', never: false });
  for (const folder of runsOf('survey')) await open.load(folder);
  expect(await ledger('', asker(open.store))).toMatchObject({ __typename: 'LedgerNotLoaded', never: true });
  const refused = await withLedger((folder) => open.load(folder)).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(GraphError);
  expect((refused as GraphError).code).toBe('INTERNAL_SOURCE');
});

test('what is no region, no chain or too much is said', async () => {
  const [city, chain] = [await idByName(ask, '甲市'), await idByName(ask, '泵业')];
  expect(await ledger(`(region: "${chain}")`)).toMatchObject({ field: 'region' });
  expect(await ledger(`(subject: "${city}")`)).toMatchObject({ field: 'subject' });
  expect(await ledger('(limit: 501)')).toMatchObject({ field: 'limit' });
  expect(await ledger('(date: "2025-13")')).toMatchObject({ field: 'date' });
  expect(await ledger('(firms: ["eaaaaaaaaaaaaaaaaaaaa"])')).toMatchObject({ __typename: 'EntityNotFound' });
});

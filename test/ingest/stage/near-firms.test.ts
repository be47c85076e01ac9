import { afterEach, expect, test } from 'vitest';
import { LEDGER_COLUMNS, LEDGER_TABLE, ledgerTemplate } from '#ingest/ledger/template.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import type { RunReport } from '#ingest/report/run-report.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { withNearInStore } from '#ingest/stage/near-in-store.ts';
import { type Files, folderOf } from '#test/support/folder.ts';
import { emptyWorld, type World } from '#test/support/load-world.ts';
import { quietWork } from './world.ts';

let world: World | undefined;
afterEach(async () => {
  await world?.dispose();
  world = undefined;
});

const talking = (firm: string) => `${firm},在谈,2025,,甲市商务局,,,,,,,,`;

function ledgerOf(firms: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const files = Object.fromEntries(ledgerTemplate({ publisher: '甲市商务局', date: '2025-06' }));
  const table = [LEDGER_COLUMNS.join(','), ...firms.map(talking)].join('\r\n');
  return folderOf({ ...files, ...more, [LEDGER_TABLE]: `${table}\r\n` });
}

async function reportOf(folder: string): Promise<RunReport> {
  const { run, report } = await stageDataset(folder, { home: folderOf(), work: quietWork() });
  await run.dispose();
  return report;
}

const told = ({ warnings }: RunReport) =>
  warnings.flatMap(({ shown }) => shown.map(({ code, file, line, cause }) => `${code} ${file}:${line} ${cause.zh}`));

/** What a clerk wrote of 甲乙丙有限公司 and 甲乙丙公司. */
function decision(verdict: string, at = '2025-06-01'): string {
  const record = (name: string) => ({ source: 'ledger', kind: 'Company', name });
  const [left, right] = ['甲乙丙有限公司', '甲乙丙公司'].map(record);
  return `${JSON.stringify({ verdict, ...(verdict === 'unsure' ? { rank: 1 } : {}), left, right, reason: '查过执照', who: '招商科', at })}\n`;
}

const FORMS = ['甲乙丙有限公司', '丁戊有限公司', '甲乙丙股份有限公司', '甲乙丙公司', '甲乙丙有限公司'];

test('firms of one ledger that differ only in legal form are told with file, line and both names, each pair once', async () => {
  const report = await reportOf(ledgerOf(FORMS));
  expect(told(report).filter((line) => line.startsWith('FIRM'))).toStrictEqual([
    'FIRM_FORM_DIFFERS 台账.csv:4 “甲乙丙股份有限公司”与“甲乙丙有限公司”（台账.csv:2）只差组织形式，没有合并，作两家企业',
    'FIRM_FORM_DIFFERS 台账.csv:5 “甲乙丙公司”与“甲乙丙有限公司”（台账.csv:2）只差组织形式，没有合并，作两家企业',
    'FIRM_FORM_DIFFERS 台账.csv:5 “甲乙丙公司”与“甲乙丙股份有限公司”（台账.csv:4）只差组织形式，没有合并，作两家企业',
  ]);
  world = await emptyWorld();
  await world.load(ledgerOf(FORMS));
  const reader = await world.store.reader(1);
  const firms = await reader.find('entity', 'kind', ['Company']);
  expect(firms.map(({ name }) => name).sort()).toStrictEqual([...new Set(FORMS)].sort());
});

test('what a person has said of two firms is not asked again, until it is taken back', async () => {
  const of = async (lines: string) =>
    told(await reportOf(ledgerOf(['甲乙丙有限公司', '甲乙丙公司'], { 'decisions.jsonl': lines })));
  expect(await of(decision('different'))).toStrictEqual([]);
  expect(await of(decision('unsure'))).toStrictEqual([]);
  expect(await of(decision('different') + decision('undecided', '2025-06-02'))).toStrictEqual([
    'FIRM_FORM_DIFFERS 台账.csv:3 “甲乙丙公司”与“甲乙丙有限公司”（台账.csv:2）只差组织形式，没有合并，作两家企业',
  ]);
});

const KNOWN = {
  'dataset.yml': `id: known
title: { zh: 已有, en: known }
sources: [{ id: news, title: 甲报, class: official_news, date: 2025-02 }]
tables:
  - file: firms.csv
    source: news
    passage: { is: "¶1" }
    confidence: "1"
    records: { firm: { kind: Company, name: { column: name }, key: { column: key } } }
    states: [{ attribute: name, of: firm, value: { column: name } }, { attribute: name, of: firm, value: { column: former }, when: { column: former, filled: true } }]
`,
  'firms.csv': `key,name,former
1,甲乙丙股份有限公司,
2,己庚集团股份有限公司,己庚有限公司
3,辛壬有限公司,
4,子丑有限公司,
5,子丑股份有限公司,
`,
};

const DIFFERENT = {
  verdict: 'different',
  left: { source: 'news', kind: 'Company', name: '子丑有限公司' },
  right: { source: 'news', kind: 'Company', name: '子丑股份有限公司' },
  reason: '两张执照',
  who: 'curator',
  at: '2025-06-01',
};

async function withStore(folder: string, files: Files = KNOWN): Promise<readonly string[]> {
  world ??= await emptyWorld();
  if ((await world.store.head()).version === 0) await world.load(folderOf(files));
  return told(await compared(world, folder));
}

async function compared({ store }: World, folder: string): Promise<RunReport> {
  const staged = await stageDataset(folder, { home: folderOf(), work: quietWork() });
  const report = await withNearInStore(store, folder, staged, quietWork());
  await staged.run.dispose();
  return report;
}

test('a firm that differs so from one in the store is told by line and both names; one name of the same firm is none', async () => {
  expect(await withStore(ledgerOf(['甲乙丙有限公司', '己庚有限公司', '辛壬有限公司', '癸有限公司']))).toStrictEqual([
    'FIRM_FORM_KNOWN 台账.csv:2 “甲乙丙有限公司”与库里已有的“甲乙丙股份有限公司”只差组织形式，没有合并，作两家企业',
  ]);
});

/** What a clerk says of 甲乙丙有限公司 and the firm of the store. */
function across(verdict: string): Readonly<Record<string, string>> {
  const left = { source: 'ledger', kind: 'Company', name: '甲乙丙有限公司' };
  const right = { name: '甲乙丙股份有限公司' };
  const line = { verdict, ...(verdict === 'unsure' ? { rank: 1 } : {}), left, right, reason: '查过', who: '招商科' };
  return { 'decisions.jsonl': `${JSON.stringify({ ...line, at: '2025-06-01' })}\n` };
}

test('what is said of a firm of the store is not asked again, from the first time on, until the line is gone', async () => {
  const ask = (verdict?: string) =>
    withStore(ledgerOf(['甲乙丙有限公司'], verdict === undefined ? {} : across(verdict)));
  const open =
    'FIRM_FORM_KNOWN 台账.csv:2 “甲乙丙有限公司”与库里已有的“甲乙丙股份有限公司”只差组织形式，没有合并，作两家企业';
  expect(await ask('same')).toStrictEqual([]);
  expect(await ask('different')).toStrictEqual([]);
  expect(await ask('unsure')).toStrictEqual([]);
  expect(await ask('undecided')).toStrictEqual([open]);
  await world?.load(ledgerOf(['甲乙丙有限公司'], across('different')));
  expect(await ask('different')).toStrictEqual([]);
  expect(await ask()).toStrictEqual([open]);
});

test('how to settle it is told with the words for the line', async () => {
  world = await emptyWorld();
  await world.load(folderOf(KNOWN));
  const { warnings } = await compared(world, ledgerOf(['甲乙丙有限公司']));
  expect(warnings.flatMap(({ shown }) => shown.map(({ mend }) => mend.zh))).toStrictEqual([
    '在 decisions.jsonl 写一行 same（同一家）、different（两家）或 unsure（拿不准），right 写 {"name":"甲乙丙股份有限公司"}；也可以改写成库里的名称',
  ]);
});

test('what the store does not hold is refused before anything is published', async () => {
  world = await emptyWorld();
  const refused: unknown = await compared(world, ledgerOf(['甲乙丙有限公司'], across('same'))).catch((e: unknown) => e);
  expect(issuesOf(refused).map(({ code, line }) => [code, line])).toStrictEqual([['DECISION_UNKNOWN', 1]]);
});

test('two firms that somebody said are two in the store are not told', async () => {
  const ledger = ledgerOf(['子丑有限公司']);
  expect(await withStore(ledger)).toStrictEqual([
    'FIRM_FORM_KNOWN 台账.csv:2 “子丑有限公司”与库里已有的“子丑股份有限公司”只差组织形式，没有合并，作两家企业',
  ]);
  await world?.dispose();
  world = undefined;
  expect(await withStore(ledger, { ...KNOWN, 'decisions.jsonl': `${JSON.stringify(DIFFERENT)}\n` })).toStrictEqual([]);
});

test('an empty store knows nobody', async () => {
  world = await emptyWorld();
  const folder = ledgerOf(['甲乙丙有限公司']);
  expect(await compared(world, folder)).toStrictEqual(await reportOf(folder));
});

test('of more firms than a clerk looks through it is said that they were not compared', async () => {
  const many = Array.from({ length: 5_001 }, (_, n) => `第${n}号有限公司`);
  expect((await withStore(ledgerOf(many))).filter((line) => line.startsWith('FIRM'))).toStrictEqual([
    'FIRM_FORMS_UNCOMPARED dataset.yml:undefined 企业超过 5000 家，没有同库里已有的企业比较组织形式',
  ]);
});

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GraphError } from '#graph-model/errors.ts';
import { readReturned } from '#ingest/survey/read-files.ts';
import { SHEET_ISSUE_CODES } from '#ingest/survey/sheet-issue-codes.ts';
import { SheetLog, type SheetIssue } from '#ingest/survey/sheet-log.ts';
import { storeTopologies } from '#server/analysis/topologies.ts';
import { createKept } from '#server/graphql/kept.ts';
import { createViews } from '#server/graphql/views.ts';
import { sheetsOf, type SheetPlan } from '#server/survey/plan-sheets.ts';
import { previewReturned, type Preview } from '#server/survey/preview.ts';
import { surveyWorkbook } from '#server/survey/sheet-workbook.ts';
import { folderOf } from '#test/support/folder.ts';
import { loadWorld, type World } from '#test/support/load-world.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { returned, type Filling } from './fill.ts';
import { PLAN } from './plan.ts';

let world: World;
let sheets: readonly SheetPlan[];
beforeAll(async () => {
  world = await loadWorld('survey');
  const at = await createViews(world.store, storeTopologies(world.store), createKept(), new AbortController().signal)();
  ({ sheets } = await sheetsOf(at, { chains: undefined, offices: undefined }));
});
afterAll(() => world.dispose());

const plan = (name: string) => sheets.filter(({ office }) => office.name === name);
const FIRM = { segment: '泵体', name: '白岩铸造有限公司', status: '在产' };
const GOOD: Filling = { publisher: '甲市工信局', date: '2025-06-30', answers: { 泵体: '齐全' }, firms: [FIRM] };

/** What is complained of, and what would happen where nothing is wrong. */
async function preview(how: Filling, plans = plan('甲市'), copies = 1) {
  const bytes = await returned(await surveyWorkbook(plans), { 甲市: how });
  const scratch = path.join(folderOf(), 'scratch');
  await mkdir(scratch);
  const files = Array.from({ length: copies }, (_, i) => ({ name: `${i}.xlsx`, bytes }));
  const how2 = { scratch, today: '2025-08-01', work: QUIET };
  const outcome: Preview | GraphError = await previewReturned(world.store, files, how2).catch(
    (error: GraphError) => error,
  );
  if ('code' in outcome) return { told: texts(outcome.data['issues'] as readonly SheetIssue[]), difference: undefined };
  for (const { run } of outcome.sheets) await run.dispose();
  return { told: texts(outcome.warnings), difference: outcome.sheets[0]?.difference };
}

function texts(issues: readonly SheetIssue[]): readonly string[] {
  for (const { cause, mend } of issues)
    expect(`${cause.zh}${cause.en}${mend.zh}${mend.en}`).not.toMatch(/\{\w+\}|undefined/);
  return issues.map(({ at, code }) => `${at} ${code}`);
}

const BLANK = ['H25', 'H27', 'H28'].map((cell) => `0.xlsx 甲市!${cell} ANSWER_BLANK`);

test('a sheet of another store is not taken for one of this', async () => {
  const said = { ...GOOD, answers: { 泵体: '齐全', 轴承: '确认没有这类企业' } };
  expect((await preview(said, [PLAN])).told).toStrictEqual(['0.xlsx 甲市!1 OFFICE_UNKNOWN']);
});

test('a segment that left its chain is told, and a sheet of an older version is read with a word', async () => {
  const [jia] = plan('甲市');
  if (jia === undefined) throw new Error('no sheet of 甲市');
  const other = sheets.find(({ office }) => office.name === '丙省')?.rows.find(({ chainName }) => chainName === '阀业');
  const moved = (subject: (typeof jia.rows)[number]) => ({ ...subject, chain: other?.chain ?? '' });
  const gone = {
    ...jia,
    rows: jia.rows.map(moved),
    options: jia.options.map((one) => ({ ...one, chain: other?.chain ?? '' })),
  };
  expect((await preview(GOOD, [gone])).told).toContain('0.xlsx 甲市!26 SEGMENT_GONE');
  expect((await preview(GOOD, [{ ...jia, version: 9 }])).told).toContain('0.xlsx 甲市 SHEET_OLDER');
});

test('a park elsewhere is refused, a new one is taken with a word, and what contains the office is no park of it', async () => {
  const at = (park: string): Filling => ({ ...GOOD, firms: [{ ...FIRM, park }] });
  expect((await preview(at('乙经开区'))).told).toStrictEqual(['0.xlsx 甲市!E32 PARK_ELSEWHERE']);
  expect((await preview(at('甲市西园'))).told).toContain('0.xlsx 甲市!E32 PARK_NEW');
  expect((await preview(at('丙省'))).told).toStrictEqual(BLANK);
});

test('a firm that a park of the office has is seen in the office and in the park', async () => {
  const { difference } = await preview({ ...GOOD, firms: [{ ...FIRM, park: '甲高新区' }] });
  expect(
    difference?.cells.map(({ region, segment, after }) => [region, segment, after.state, after.sole]),
  ).toStrictEqual([
    ['甲市', '泵体', 'weak', true],
    ['丙省', '泵体', 'present', false],
  ]);
});

test('a register that is too old covers nothing, and says so', async () => {
  const { told, difference } = await preview({ ...GOOD, date: '2022-12' });
  expect(told).toContain('0.xlsx 甲市!C12 REGISTER_OLD');
  expect(difference?.cells[0]?.after).toMatchObject({ state: 'present', sole: false });
});

const ALIKE = ['白岩铸造有限公司', '白岩铸造公司'] as const;
const LIKE = (code?: string): Filling => ({
  ...GOOD,
  firms: [
    { ...FIRM, ...(code === undefined ? {} : { code: '91620000MA00000007' }) },
    { ...FIRM, name: ALIKE[1], ...(code === undefined ? {} : { code }) },
  ],
});

test('two firms that differ only in legal form are told at the cell, counted as may be one, and no mark rests on either', async () => {
  const { told, difference } = await preview(LIKE());
  expect(told).toContain('0.xlsx 甲市!C33 FIRM_FORM_DIFFERS');
  expect(difference?.firms).toMatchObject({ fresh: [ALIKE[1], ALIKE[0]], maybeOne: [ALIKE] });
  const [cell] = difference?.cells ?? [];
  expect([cell?.after.sole, cell?.ifOne]).toStrictEqual([false, { state: 'weak', sole: true, onlyBuilding: false }]);
});

test('two that have two codes are two, and nothing is asked', async () => {
  const { told, difference } = await preview(LIKE('91620000MA0000001A'));
  expect(told.filter((line) => line.includes('FIRM_FORM'))).toStrictEqual([]);
  expect([difference?.firms.maybeOne, difference?.cells[0]?.ifOne]).toStrictEqual([[], null]);
});

test('a firm that differs so from one of the store is told with the name that the store has', async () => {
  const { told, difference } = await preview({ ...GOOD, firms: [{ ...FIRM, name: '青石泵业公司' }] });
  expect(told).toContain('0.xlsx 甲市!C32 FIRM_FORM_KNOWN');
  expect(difference?.firms.maybeOne).toStrictEqual([['青石泵业有限公司', '青石泵业公司']]);
});

test('every row of firms is shown as it was read', async () => {
  const { difference } = await preview({
    ...GOOD,
    firms: [{ ...FIRM, park: '甲高新区', product: '铸铁泵体', capacity: '1.2万吨/年' }],
  });
  expect(difference?.rows).toStrictEqual([
    {
      row: 32,
      segment: '泵体',
      name: '白岩铸造有限公司',
      code: null,
      area: '甲高新区',
      products: ['铸铁泵体'],
      capacity: '1.2万吨/年',
      status: 'operating',
    },
  ]);
});

test('what the sheet and what the store object to is told in one round', async () => {
  const wrong: Filling = {
    date: '2205-06',
    answers: { 泵体: '确认没有这类企业' },
    firms: [{ ...FIRM, code: '91620000MA00000001', park: '乙经开区' }],
  };
  expect((await preview(wrong)).told).toStrictEqual([
    '0.xlsx 甲市!C11 PUBLISHER_MISSING',
    '0.xlsx 甲市!C12 DATE_AHEAD',
    '0.xlsx 甲市!H26 ANSWER_AGAINST_FIRMS',
    '0.xlsx 甲市!D32 CODE_INVALID',
    '0.xlsx 甲市!E32 PARK_ELSEWHERE',
  ]);
});

test('a sheet is internal unless its office writes that it is public', async () => {
  const { told, difference } = await preview(GOOD);
  expect([difference?.visibility, told]).toStrictEqual(['internal', BLANK]);
  expect((await preview({ ...GOOD, visibility: '公开' })).difference?.visibility).toBe('public');
  expect((await preview({ ...GOOD, visibility: '不知道' })).told).toStrictEqual(['0.xlsx 甲市!C13 VISIBILITY_UNKNOWN']);
});

test('one segment of one office is answered once', async () => {
  expect((await preview(GOOD, plan('甲市'), 2)).told).toStrictEqual(['1.xlsx 甲市!26 CELL_TWICE']);
});

test('merged cells say the same in each row, and a formula counts by what it shows, aloud', async () => {
  const bytes = await surveyWorkbook([PLAN]);
  const filled = await returned(bytes, {
    甲市: {
      ...GOOD,
      answers: { 泵体: '齐全', 轴承: '确认没有这类企业' },
      firms: [
        { ...FIRM, product: '泵体' },
        { status: '在产', product: '泵盖' },
      ],
    },
  });
  const { readXlsx } = await import('hucre/xlsx');
  const [sheet] = (await readXlsx(filled)).sheets;
  const joined = (startCol: number) => ({ startRow: 27, startCol, endRow: 28, endCol: startCol });
  const cells = new Map([
    ['27,7', { value: null, type: 'formula' as const, formula: '"在"&"产"', formulaResult: '在产' }],
    ['28,7', { value: null, type: 'formula' as const, formula: '1/0' }],
  ]);
  const merged = await writeXlsx({
    sheets: [{ name: '甲市', rows: sheet?.rows ?? [], merges: [joined(1), joined(2)], cells }],
  });
  const log = new SheetLog();
  await readReturned([{ name: '0.xlsx', bytes: merged }], '2025-08-01', log);
  expect(texts([...log.issues('error'), ...log.issues('warning')])).toStrictEqual([
    '0.xlsx 甲市!H29 CELL_BROKEN',
    '0.xlsx 甲市!H28 CELL_COMPUTED',
  ]);
});

test('every complaint says what is wrong and what to do, in both languages', () => {
  for (const { cause, mend } of Object.values(SHEET_ISSUE_CODES)) {
    expect([cause.zh, cause.en, mend.zh, mend.en].filter((text) => text.trim() === '')).toStrictEqual([]);
  }
});

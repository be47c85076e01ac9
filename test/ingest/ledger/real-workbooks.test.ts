import { writeXlsx, type WriteOptions } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { compareText } from '#graph-model/text.ts';
import { LEDGER_COLUMNS, LEDGER_WORKBOOK, ledgerWorkbook } from '#ingest/ledger/template.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { folderOf } from '#test/support/folder.ts';
import { QUIET } from '#test/support/publish-world.ts';

type Sheet = WriteOptions['sheets'][number];
type Row = NonNullable<Sheet['rows']>[number];

const HEAD: Row = [...LEDGER_COLUMNS];
const row = (firm: string, from: Row[number] = null, remark: Row[number] = null): Row => {
  const cells: Row = [firm, '在谈', from, null, '甲市商务局'];
  return remark === null ? cells : [...cells, ...Array.from({ length: 5 }, () => null), remark];
};

/** What is staged of a ledger with these sheets: firms with their days, where they stand, and what was said. */
async function staged(sheets: readonly Sheet[], more: Omit<WriteOptions, 'sheets'> = {}) {
  const files = Object.fromEntries(await ledgerWorkbook({ publisher: '甲市商务局', date: '2025-06-30' }));
  const bytes = await writeXlsx({ ...more, sheets: [...sheets] });
  const folder = folderOf({ ...files, [LEDGER_WORKBOOK]: bytes });
  const { run, report } = await stageDataset(folder, { home: folderOf(), work: QUIET });
  const names = new Map<string, string>();
  for await (const some of run.items('record')) for (const { id, name } of some) names.set(id, name);
  const said: string[] = [];
  for await (const some of run.items('statement')) {
    for (const one of some) {
      if (one.says === 'relationship') said.push([names.get(one.object), one.validFrom].filter(Boolean).join(' '));
    }
  }
  const places: string[] = [];
  for await (const some of run.items('passage')) places.push(...some.map(({ locator }) => locator));
  await run.dispose();
  const warnings = report.warnings.flatMap(({ shown }) =>
    shown.map(({ code, cell, line }) => [code, cell ?? line].join(' ')),
  );
  return { said: said.sort(compareText), places: places.sort(compareText), warnings };
}

async function issuesIn(sheets: readonly Sheet[], more: Omit<WriteOptions, 'sheets'> = {}): Promise<readonly string[]> {
  const refused: unknown = await staged(sheets, more).catch((error: unknown) => error);
  return issuesOf(refused).map(({ code, cell, cause }) => [code, cell, cause.zh].filter(Boolean).join(' '));
}

test('with a password nothing is read, and it is said that it has one', async () => {
  const encryption = { password: '123456', spinCount: 1_000 };
  expect(await issuesIn([{ name: '台账', rows: [HEAD, row('甲厂有限公司')] }], { encryption })).toStrictEqual([
    'WORKBOOK_ENCRYPTED 台账.xlsx 加了密码，没有读',
  ]);
});

test('a password against changes keeps nobody from reading', async () => {
  const workbookProtection = { lockStructure: true, password: '123456' };
  const { said } = await staged([{ name: '台账', rows: [HEAD, row('甲厂有限公司')] }], { workbookProtection });
  expect(said).toStrictEqual(['甲厂有限公司']);
});

test('a title over the header, merged across it, and what else stands there is told by row and not read', async () => {
  const rows = [['甲市招商台账（2025 年）'], [], ['填表：招商科'], HEAD, row('甲厂有限公司', '2025-03')];
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: HEAD.length - 1 }];
  expect(await staged([{ name: '台账', rows, merges }])).toStrictEqual({
    said: ['甲厂有限公司 2025-03'],
    places: ['台账.xlsx!5'],
    warnings: ['ROW_ABOVE_HEADER A1', 'ROW_ABOVE_HEADER A3'],
  });
});

test('of a header of two rows the one with the columns counts; cells merged over both count in it', async () => {
  const upper: Row = ['企业', '接触', '接触', '接触', ...HEAD.slice(4)];
  const merges = [
    { startRow: 0, startCol: 1, endRow: 0, endCol: 3 },
    ...[0, ...HEAD.slice(4).map((_, i) => i + 4)].map((col) => ({
      startRow: 0,
      startCol: col,
      endRow: 1,
      endCol: col,
    })),
  ];
  const lower: Row = HEAD.map((name, i) => (i >= 1 && i <= 3 ? name : null));
  const { said, warnings } = await staged([
    { name: '台账', rows: [upper, lower, row('甲厂有限公司', '2025-03')], merges },
  ]);
  expect([said, warnings]).toStrictEqual([['甲厂有限公司 2025-03'], ['ROW_ABOVE_HEADER A1']]);
});

test('one header cell merged over two columns is a column named twice, by cell', async () => {
  const head = HEAD.map((name, i) => (i === 3 ? null : name));
  const merges = [{ startRow: 0, startCol: 2, endRow: 0, endCol: 3 }];
  const issues = await issuesIn([{ name: '台账', rows: [head, row('甲厂有限公司')], merges }]);
  expect(issues).toContainEqual('COLUMN_REPEATED D1 列名“日期”出现两次');
});

test('a header that lacks a column is still told from the title above it', async () => {
  const rows = [['招商台账'], HEAD.filter((name) => name !== '日期'), ['甲厂有限公司', '在谈']];
  const issues = await issuesIn([{ name: '台账', rows }]);
  expect([...new Set(issues)]).toStrictEqual(['COLUMN_MISSING 台账.xlsx 没有“日期”这一列；是不是“结束日期”？']);
});

test('a column of dates: as dates, as text, as numbers of years; a number of a day is refused with the day', async () => {
  const day = new Date(Date.UTC(2025, 2, 1));
  const good = [row('甲厂有限公司', day), row('乙厂有限公司', '2025/3/2'), row('丙厂有限公司', 2025)];
  expect((await staged([{ name: '台账', rows: [HEAD, ...good] }])).said).toStrictEqual([
    '丙厂有限公司 2025',
    '乙厂有限公司 2025-03-02',
    '甲厂有限公司 2025-03-01',
  ]);
  const bad = [row('甲厂有限公司', 45_717), row('乙厂有限公司', '45717')];
  expect(await issuesIn([{ name: '台账', rows: [HEAD, ...bad] }])).toStrictEqual([
    'DATE_SERIAL C2 “45717”是表格软件的日期序号，指 2025-03-01，不当日期读',
    'DATE_SERIAL C3 “45717”是表格软件的日期序号，指 2025-03-01，不当日期读',
  ]);
});

test('a workbook that counts days from 1904 means the same days', async () => {
  const rows = [HEAD, row('甲厂有限公司', new Date(Date.UTC(2025, 2, 1)))];
  expect((await staged([{ name: '台账', rows }], { dateSystem: '1904' })).said).toStrictEqual([
    '甲厂有限公司 2025-03-01',
  ]);
});

test('empty rows and columns behind the data, formatted or not, are nothing', async () => {
  const style = { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFF00' } } } as const;
  const cells = new Map([
    ['40,0', { value: null, type: 'empty' as const, style }],
    ['1,30', { value: null, type: 'empty' as const, style }],
    ['3,2', { value: '  ', type: 'string' as const }],
  ]);
  const rows = [HEAD, row('甲厂有限公司'), [], [null, null, '  '], ...Array.from({ length: 200 }, () => [])];
  expect(await staged([{ name: '台账', rows, cells }])).toStrictEqual({
    said: ['甲厂有限公司'],
    places: ['台账.xlsx!2'],
    warnings: [],
  });
});

test('what a formula shows is read, were it a day; what shows an error is refused by cell', async () => {
  const rows = [HEAD, row('甲厂有限公司'), row('乙厂有限公司')];
  const formula = (at: string, formulaResult: string | number) =>
    new Map([[at, { value: formulaResult, type: 'formula' as const, formula: 'TODAY()', formulaResult }]]);
  const { said } = await staged([{ name: '台账', rows, cells: formula('1,2', '2025-03-01') }]);
  expect(said).toStrictEqual(['乙厂有限公司', '甲厂有限公司 2025-03-01']);
  expect(await issuesIn([{ name: '台账', rows, cells: formula('2,2', '#REF!') }])).toStrictEqual([
    'CELL_BROKEN C3 C3 的公式没有结果，或显示错误',
  ]);
});

test('numbers written as text and text written as numbers say the same', async () => {
  const rows = [HEAD, row('甲厂有限公司', '2025', 12), row('乙厂有限公司', 2025, '12')];
  expect((await staged([{ name: '台账', rows }])).said).toStrictEqual(['乙厂有限公司 2025', '甲厂有限公司 2025']);
});

test('a hidden sheet is not taken for the table, also where it comes first; what it holds is told', async () => {
  const table = { name: '台账', rows: [HEAD, row('甲厂有限公司')] };
  const hidden = { name: '选项', rows: [['在谈'], ['签约']], hidden: true };
  const buried = { name: '底稿', rows: [['x']], veryHidden: true };
  for (const sheets of [
    [hidden, table, buried],
    [table, hidden, buried],
  ]) {
    const { said, warnings } = await staged(sheets, { activeSheet: sheets.indexOf(table) });
    expect([said, warnings]).toStrictEqual([['甲厂有限公司'], ['SHEET_UNREAD ', 'SHEET_UNREAD ']]);
  }
});

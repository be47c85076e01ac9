import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { compareText } from '#graph-model/text.ts';
import { LEDGER_COLUMNS, LEDGER_WORKBOOK, ledgerWorkbook } from '#ingest/ledger/template.ts';
import { issueText } from '#ingest/report/render.ts';
import { issuesOf } from '#ingest/report/refusal.ts';
import { stageDataset } from '#ingest/stage/stage-dataset.ts';
import { folderOf } from '#test/support/folder.ts';
import { QUIET } from '#test/support/publish-world.ts';
import { sheetsOf } from '#test/support/sheets-of.ts';

type Cell = string | number | Date | null;

const ABOUT = { publisher: '甲市商务局', date: '2025-06-30' };
const row = (firm: Cell, stage: Cell, from: Cell, to: Cell = null): readonly Cell[] => [
  firm,
  stage,
  from,
  to,
  '甲市商务局',
];
const HEAD: readonly Cell[] = LEDGER_COLUMNS;

type Sheet = { readonly name?: string; readonly rows: readonly (readonly Cell[])[] };

async function filled(...sheets: readonly Sheet[]) {
  const files = Object.fromEntries(await ledgerWorkbook(ABOUT));
  const bytes = await writeXlsx({
    sheets: sheets.map(({ name = '台账', rows }) => ({ name, rows: rows.map((cells) => [...cells]) })),
  });
  return { ...files, [LEDGER_WORKBOOK]: bytes };
}

async function staged(files: Readonly<Record<string, string | Uint8Array>>) {
  const { run, report } = await stageDataset(folderOf(files), { home: folderOf(), work: QUIET });
  const [statements, passages]: [string[], string[]] = [[], []];
  for await (const batch of run.items('statement')) {
    for (const one of batch) if (one.says === 'relationship') statements.push([one.validFrom, one.validTo].join(' '));
  }
  for await (const batch of run.items('passage')) passages.push(...batch.map(({ locator }) => locator));
  await run.dispose();
  return { statements, passages, warnings: report.warnings.flatMap(({ shown }) => shown.map(issueText)) };
}

async function issuesIn(files: Readonly<Record<string, string | Uint8Array>>): Promise<readonly string[]> {
  const refused: unknown = await staged(files).catch((error: unknown) => error);
  return issuesOf(refused).map(({ code, file, cell, line, column, cause }) =>
    [code, file, cell ?? line, column, cause.zh].filter((part) => part !== undefined).join(' '),
  );
}

test('the empty workbook has the columns of the table in one sheet, and equal bytes each time', async () => {
  const files = await ledgerWorkbook(ABOUT);
  const bytes = files.get(LEDGER_WORKBOOK) as Uint8Array;
  const sheets = await sheetsOf(bytes);
  expect(sheets.map(({ name, rows }) => [name, rows.map((cells) => cells.map(({ value }) => value))])).toStrictEqual([
    ['台账', [[...LEDGER_COLUMNS]]],
  ]);
  expect((await ledgerWorkbook(ABOUT)).get(LEDGER_WORKBOOK)).toStrictEqual(bytes);
  const { statements, warnings } = await staged(Object.fromEntries(files));
  expect([statements, warnings]).toStrictEqual([[], []]);
});

test('dates may be dates of the spreadsheet, numbers or text; a row is cited by file and row', async () => {
  const day = new Date(Date.UTC(2025, 2, 1));
  const rows = [HEAD, row('甲厂有限公司', '在谈', day), [], row('乙厂有限公司', '签约', 2024, '2025年1月')];
  const { statements, passages, warnings } = await staged(await filled({ rows }));
  expect(statements.sort(compareText)).toStrictEqual(['2024 2025-01', '2025-03-01 ']);
  expect(passages.sort(compareText)).toStrictEqual(['台账.xlsx!2', '台账.xlsx!4']);
  expect(warnings).toStrictEqual([]);
});

test('a mistake is told by its cell, all of them at once', async () => {
  const rows = [
    HEAD,
    row('甲厂有限公司', '谈着', '2025-13'),
    row(null, '在谈', null),
    [...row('丙厂有限公司', '在谈', null), ...Array.from({ length: 8 }, () => null), '多出来的'],
  ];
  expect([...new Set(await issuesIn(await filled({ rows })))]).toStrictEqual([
    'DATE_INVALID 台账.xlsx C2 日期 “2025-13”不是日期',
    'WORD_UNMAPPED 台账.xlsx B2 阶段 words 里没有“谈着”',
    'VALUE_MISSING 台账.xlsx A3 企业 缺少主体 firm',
    'VALUE_MISSING 台账.xlsx A3 企业 缺少名称',
    'VALUE_MISSING 台账.xlsx A3 企业 缺少终点 firm',
    'ROW_RAGGED 台账.xlsx N4 这一行有 14 格，表头有 13 格',
  ]);
});

test('a formula without a result is refused by its cell, one with a result is read as it shows', async () => {
  const rows = [HEAD, row('甲厂有限公司', '在谈', null), row('乙厂有限公司', '在谈', null)];
  const formula = (at: string, value: string | null) =>
    writeXlsx({
      sheets: [
        {
          name: '台账',
          rows: rows.map((cells) => [...cells]),
          cells: new Map([[at, { value, type: 'formula' as const, formula: 'A2', formulaResult: value ?? undefined }]]),
        },
      ],
    });
  const files = Object.fromEntries(await ledgerWorkbook(ABOUT));
  expect(await issuesIn({ ...files, [LEDGER_WORKBOOK]: await formula('2,2', null) })).toStrictEqual([
    'CELL_BROKEN 台账.xlsx C3 C3 的公式没有结果，或显示错误',
  ]);
  const { statements } = await staged({ ...files, [LEDGER_WORKBOOK]: await formula('2,2', '2025-03') });
  expect(statements.sort(compareText)).toStrictEqual([' ', '2025-03 ']);
});

test('another sheet that holds something is told and not read', async () => {
  const rows = [HEAD, row('甲厂有限公司', '在谈', null)];
  const { warnings } = await staged(
    await filled({ rows }, { name: '说明', rows: [['随便写的']] }, { name: '空', rows: [] }),
  );
  expect(warnings).toStrictEqual([
    '台账.xlsx 提醒 warning SHEET_UNREAD\n  工作表“说明”没有读，只读没有隐藏的第一张“台账”。要读就另存为一个文件，列入 tables。\n  sheet “说明” was not read: only the first that is not hidden, “台账”, is. To have it read, save it as a file of its own and list it under tables.',
  ]);
});

test('what is no workbook, or too long for one, is refused with what to save it as', async () => {
  const files = Object.fromEntries(await ledgerWorkbook(ABOUT));
  expect(await issuesIn({ ...files, [LEDGER_WORKBOOK]: '企业,阶段\n' })).toStrictEqual([
    'WORKBOOK_UNREADABLE 台账.xlsx 台账.xlsx 不是能读的 XLSX 工作簿',
  ]);
  const many = Array.from({ length: 50_000 }, () => ['甲厂有限公司']);
  expect(await issuesIn(await filled({ rows: [HEAD, ...many] }))).toStrictEqual([
    'WORKBOOK_TOO_LONG 台账.xlsx 工作表“台账”超过 50000 行',
  ]);
});

test('how text is read is not said of a workbook', async () => {
  const files = Object.fromEntries(await ledgerWorkbook(ABOUT));
  const wrong = String(files['dataset.yml']).replace(
    `file: ${LEDGER_WORKBOOK}`,
    `file: ${LEDGER_WORKBOOK}\n    encoding: gb18030`,
  );
  const [issue] = await issuesIn({ ...files, 'dataset.yml': wrong });
  expect(issue).toContain('dataset.yml');
  expect(issue).toContain('工作簿没有这一项');
});

import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvCell, csvText } from '#server/export/csv.ts';
import { visitCsv } from '#server/visits/visit-csv.ts';
import { VISIT_COLUMNS } from '#server/visits/visit-lines.ts';
import type { VisitList, VisitRow } from '#server/visits/visit-row.ts';
import { visitWorkbook } from '#server/visits/visit-workbook.ts';
import { sheetsOf } from '#test/support/sheets-of.ts';

const ROW: VisitRow = {
  firm: '示例电解液有限公司',
  lists: ['规划点名'],
  nature: ['规划（政策）'],
  seat: ['外省'],
  products: ['电解液', '六氟磷酸锂'],
  segments: ['电解液'],
  reasons: ['政策点名', '没有写投产'],
  signals: ['扩产（2025-02）'],
  introduction: ['甲市商务局'],
  contact: ['没有导入台账'],
  known: ['点到政府部门：获表彰（2024）'],
  parks: [],
  sources: ['政策《规划》2024，¶3'],
};
const LIST: VisitList = {
  language: 'zh',
  rows: [ROW],
  onlyFirms: true,
  question: '电解液 × 甲市：可以和谁谈',
  version: 7,
  asOf: '2025-02',
  coverage: '3 份资料，最新 2025-02',
  unsaid: ['是否有意扩产，资料没有写'],
  about: ['命中率没有测过'],
  cuts: ['已签约 1 家，不列'],
};

async function sheetOf(list: VisitList) {
  const [sheet] = await sheetsOf(await visitWorkbook(list, 'visits'));
  return sheet?.rows.map((row) => row.map(({ value, formula }) => (formula ? `FORMULA ${String(value)}` : value)));
}

const csvRows = (text: string) => parse(text, { bom: true, relax_column_count: true }) as string[][];

describe('a visiting list', () => {
  test('has a line for each firm, blank columns to fill in, and below what it speaks for', async () => {
    const [head, row] = csvRows(visitCsv(LIST));
    expect(head).toStrictEqual([
      '企业',
      '名单',
      '现有、规划或建议',
      '总部或所在地',
      '产品',
      '对应环节',
      '理由',
      '信号（日期）',
      '引荐渠道',
      '接触状态',
      '已知认定、事件',
      '承接园区',
      '出处',
      '责任人',
      '拜访时间',
    ]);
    expect(row).toStrictEqual([
      '示例电解液有限公司',
      '规划点名',
      '规划（政策）',
      '外省',
      '电解液\n六氟磷酸锂',
      '电解液',
      '政策点名\n没有写投产',
      '扩产（2025-02）',
      '甲市商务局',
      '没有导入台账',
      '点到政府部门：获表彰（2024）',
      '',
      '政策《规划》2024，¶3',
      '',
      '',
    ]);
    expect(csvRows(visitCsv(LIST)).slice(2)).toStrictEqual([
      [''],
      ['问题', '电解液 × 甲市：可以和谁谈'],
      ['截至', '2025-02'],
      ['没有说的', '是否有意扩产，资料没有写'],
      ['没有列的', '已签约 1 家，不列'],
      [''],
      ['数据版本', '7'],
      ['查了什么', '3 份资料，最新 2025-02'],
      ['准不准', '命中率没有测过'],
    ]);
    const sheet = await sheetOf(LIST);
    expect(sheet?.[0]).toStrictEqual(head);
    expect(sheet?.[1]?.slice(0, 13).map((value) => value ?? '')).toStrictEqual(row?.slice(0, 13));
    expect(sheet?.at(-1)?.slice(0, 2)).toStrictEqual(['没有列的', '已签约 1 家，不列']);
  });

  test('has English heads in English', () => {
    expect(csvRows(visitCsv({ ...LIST, language: 'en' }))[0]).toStrictEqual(
      Object.values(VISIT_COLUMNS).map(({ en }) => en),
    );
  });

  test('is the same bytes each time', async () => {
    expect(
      Buffer.from(await visitWorkbook(LIST, 'visits')).equals(Buffer.from(await visitWorkbook(LIST, 'visits'))),
    ).toBe(true);
  });

  test('without a firm still says what was asked and looked through', async () => {
    expect((await sheetOf({ ...LIST, rows: [] }))?.map((row) => row[0] ?? '')).toStrictEqual([
      '企业',
      '',
      '问题',
      '截至',
      '没有说的',
      '没有列的',
    ]);
  });

  test('tells on a sheet of its own from which data it is and how well what ranked it does', async () => {
    const [, about] = await sheetsOf(await visitWorkbook(LIST, 'visits'));
    expect(about?.rows.map((row) => row.map(({ value }) => value))).toStrictEqual([
      ['数据版本', '7'],
      ['查了什么', '3 份资料，最新 2025-02'],
      ['准不准', '命中率没有测过'],
    ]);
  });

  test('that names an institute too is one of bodies, not of firms', () => {
    expect(csvRows(visitCsv({ ...LIST, onlyFirms: false }))[0]?.[0]).toBe('单位');
  });

  test('of a text that is too long for a cell says how much is left out', async () => {
    const [, row] = (await sheetOf({ ...LIST, rows: [{ ...ROW, firm: '𠮷'.repeat(20_000) }] })) ?? [];
    expect(String(row?.[0])).toMatch(/^𠮷+…（还有 4000 字）$/u);
  });
});

/** What an attacker would write, and what people write without a thought. */
const NASTY = [
  '=1+1',
  '+86 931 000',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM(A1)',
  ' =1+1',
  '\u3000=1+1',
  '\uFEFF=1+1',
  '\u200B=1',
  "=cmd|'/C calc'!A0",
  '=HYPERLINK("http://x.example","点")',
  'DDE;=cmd|x!A1',
  'a";=1+1',
  'a\t=1',
  '_x003D_1',
  '=1+1",=2+2',
  '\0=1',
  '"=1"',
  "'=1",
  '﹦1',
] as const;

/** How programs that split at this sign would open a line: where each cell begins, and whether as a formula. */
function formulasIn(csv: string, delimiter: string): string[] {
  const options = { bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_records_with_error: true };
  const cells = (parse(csv, options) as string[][]).flat();
  return cells.filter((cell) => /^[\s\0\u200B\uFEFF]*[=+\-@＝＋－＠﹦]/.test(cell));
}

describe('nothing in a cell is read as a formula', () => {
  const texts = fc.oneof(
    fc.constantFrom(...NASTY),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '＝', ';', '\t', ' ', '"'), fc.string({ maxLength: 8 }))
      .map((two) => two.join('')),
    fc
      .tuple(fc.constantFrom(...NASTY), fc.constantFrom(';', '\t', ',', '"', '\r\n'), fc.constantFrom(...NASTY))
      .map((all) => all.join('')),
  );

  test('in CSV, where cells are separated by commas, and where a program takes semicolons or tabs', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 4 }), (cells) => {
        const csv = csvText([cells]);
        expect(formulasIn(csv, ',')).toStrictEqual([]);
        for (const cell of csv.split(/[;\t]/).slice(1)) expect(cell).not.toMatch(/^[\s"]*[=+\-@＝＋－＠﹦]/);
      }),
      { numRuns: 500 },
    );
  });

  test('in CSV a text comes back as it was, but for the apostrophes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const [[cell = ''] = []] = parse(csvText([[text, 'x']]), { bom: true }) as string[][];
        expect(cell.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      }),
    );
    expect(csvCell('普通，文字')).toBe('普通，文字');
    expect(csvCell('2025-02')).toBe('2025-02');
  });

  test('in XLSX, where every cell is text and comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 6 }), async (products) => {
        const [, row] = (await sheetOf({ ...LIST, rows: [{ ...ROW, products }] })) ?? [];
        const lines = String(row?.[4] ?? '').split('\n');
        const wanted = products
          .map((text) =>
            text
              .replaceAll(/\p{Cs}/gu, '\uFFFD')
              .replaceAll(/[\s\p{Cc}\u200B\u2060\uFEFF\uFFFE\uFFFF]+/gu, ' ')
              .trim(),
          )
          .filter((text) => text !== '');
        expect(lines.filter((line) => line !== '')).toStrictEqual(wanted);
      }),
      { numRuns: 60 },
    );
  });
});

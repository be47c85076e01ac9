import { expect, test } from 'vitest';
import { readReturned } from '#ingest/survey/read-files.ts';
import { SheetLog } from '#ingest/survey/sheet-log.ts';
import type { SheetIssueCode } from '#ingest/survey/sheet-issue-codes.ts';
import { surveyWorkbook } from '#server/survey/sheet-workbook.ts';
import { fill, returned, ROW_OF, type Cells, type Filling } from './fill.ts';
import { PLAN } from './plan.ts';

const GOOD: Filling = {
  publisher: '甲市工业和信息化局',
  date: '2025-06-30',
  answers: { 泵体: '齐全', 轴承: '确认没有这类企业' },
  firms: [
    {
      segment: '泵体',
      name: '白岩铸造有限公司',
      code: '91620000MA00000007',
      product: '泵体',
      capacity: '3万吨/年',
      status: '在产',
    },
  ],
};
const FIRM = GOOD.firms?.[0] ?? {};

/** Reads one filled sheet: what was said, and of what was complained, as `cell code`. */
async function read(how: Filling | ((cells: Cells) => void), plans = [PLAN]) {
  const bytes = await returned(await surveyWorkbook(plans), { 甲市: how });
  const log = new SheetLog();
  const [sheet] = await readReturned([{ name: '回.xlsx', bytes }], '2025-08-01', log);
  const told = [...log.issues('error'), ...log.issues('warning')];
  for (const { cause, mend } of told)
    expect(`${cause.zh}${cause.en}${mend.zh}${mend.en}`).not.toMatch(/\{\w+\}|undefined/);
  return { sheet, told: told.map(({ at, code }) => `${at.replace('回.xlsx ', '')} ${code}`) };
}

/** The good filling, then what somebody did to the sheet. */
function after(change: (cells: Cells, firms: number) => void): (cells: Cells) => void {
  return (cells) => {
    fill(cells, GOOD);
    change(cells, ROW_OF.starting(cells, 'longlian:1 columns firms'));
  };
}

const firm = (said: object): Filling => ({ ...GOOD, firms: [{ ...FIRM, ...said }] });

test('a filled sheet says who answers for it, what is complete, and which firms there are', async () => {
  const { sheet, told } = await read(GOOD);
  expect(told).toStrictEqual([]);
  expect(sheet).toMatchObject({
    sheet: '甲市',
    office: PLAN.office.id,
    version: 3,
    publisher: '甲市工业和信息化局',
    date: '2025-06-30',
    answers: [
      { label: '泵体', answer: 'register' },
      { label: '轴承', answer: 'none' },
    ],
    firms: [
      { ...PLAN.options[0], label: undefined, name: '白岩铸造有限公司', capacity: '3万吨/年', status: 'operating' },
    ].map(({ label: _label, ...said }) => said),
    counts: { rows: 1, used: 1, repeated: 0, ignored: [] },
  });
});

test('who sends the sheet, until when and the seal are for people: what stands there is ignored by name', async () => {
  const { sheet, told } = await read(
    after((cells) => {
      const issuer = cells[ROW_OF.starting(cells, 'longlian:1 aside issuer')] as Cells[number];
      issuer[2] = '丙省工业厅';
    }),
  );
  expect([told, sheet?.publisher]).toStrictEqual([
    [expect.stringMatching(/^甲市!C\d+ COLUMN_IGNORED$/)],
    '甲市工业和信息化局',
  ]);
  expect(sheet?.counts.ignored).toStrictEqual([{ column: '发表单位', values: 1, personal: false }]);
});

test('a sheet of before there was a place for these is read all the same', async () => {
  const old = after((cells) => {
    for (const mark of ['issuer', 'addressee', 'due', 'seal'])
      cells[ROW_OF.starting(cells, `longlian:1 aside ${mark}`)] = [];
    cells[ROW_OF.starting(cells, 'longlian:1 visibility')] = [];
  });
  const { sheet, told } = await read(old);
  expect([told, sheet?.publisher, sheet?.firms.length]).toStrictEqual([[], '甲市工业和信息化局', 1]);
});

test.each([
  ['a date of the calendar', new Date(Date.UTC(2025, 5, 30)), '2025-06-30'],
  ['the number of a day', 45_838, '2025-06-30'],
  ['full-width digits', '２０２５年６月３０日', '2025-06-30'],
  ['slashes', '2025/6/30', '2025-06-30'],
  ['a month', '2025年6月', '2025-06'],
  ['a year as a number', 2024, '2024'],
  ['eight digits', '20250630', '2025-06-30'],
])('%s is a date, as precise as it is written', async (_what, date, said) => {
  expect((await read({ ...GOOD, date })).sheet?.date).toBe(said);
});

test('blanks, full-width letters and small letters do not make another code, and grouping no other capacity', async () => {
  const { sheet, told } = await read(
    firm({ code: '９１６２ 0000ma00000007', capacity: '12,000 吨', status: ' 已投产 ' }),
  );
  expect(told).toStrictEqual([]);
  expect(sheet?.firms[0]).toMatchObject({ code: '91620000MA00000007', capacity: '12000吨', status: 'operating' });
});

test('columns that were moved and heads that were renamed are found by their hidden keys', async () => {
  const moved = after((cells, at) => {
    for (let row = at; row <= at + 2; row++) {
      const line = cells[row] ?? [];
      [line[2], line[7]] = [line[7] ?? null, line[2] ?? null];
    }
    (cells[at + 1] ?? [])[2] = '现在怎样';
  });
  const { sheet, told } = await read(moved);
  expect(told).toStrictEqual([]);
  expect(sheet?.firms[0]).toMatchObject({ name: '白岩铸造有限公司', status: 'operating' });
});

test('without the hidden keys the words of the heads do, the usual ones too', async () => {
  const bare = after((cells, at) => {
    cells[at] = [cells[at]?.[0] ?? null];
    cells[at + 1] = [null, '产业环节', '企业名称', '信用代码', '所在园区', '产品', '产能', '状态'];
  });
  expect((await read(bare)).sheet?.firms[0]).toMatchObject({ name: '白岩铸造有限公司', products: ['泵体'] });
});

test('a sheet that was renamed, and rows that were put between, change nothing', async () => {
  const bytes = await returned(await surveyWorkbook([PLAN]), {
    甲市: after((cells, at) => cells.splice(at + 2, 0, [], [])),
  });
  const log = new SheetLog();
  const [sheet] = await readReturned([{ name: '回.xlsx', bytes }], '2025-08-01', log);
  expect([sheet?.office, sheet?.firms.length, sheet?.counts.blank]).toStrictEqual([PLAN.office.id, 1, 2]);
});

test('the one segment of a sheet need not be written in every row', async () => {
  const one = { ...PLAN, rows: PLAN.rows.slice(0, 1), options: PLAN.options.slice(0, 1) };
  const { segment: _segment, ...rest } = FIRM;
  const { sheet } = await read({ ...GOOD, answers: { 泵体: '齐全' }, firms: [rest] }, [one]);
  expect(sheet?.firms).toHaveLength(1);
});

test('columns that somebody added are counted under their heads, personal ones apart', async () => {
  const more = after((cells, at) => {
    cells[at + 1]?.push('备注', '联系电话');
    cells[at + 2]?.push('老厂', '0931-1234567');
  });
  const { sheet, told } = await read(more);
  expect(sheet?.counts.ignored).toStrictEqual([
    { column: '备注', values: 1, personal: false },
    { column: '联系电话', values: 1, personal: true },
  ]);
  expect(told).toStrictEqual(['甲市!I27 COLUMN_IGNORED', '甲市!J27 COLUMN_DROPPED']);
});

/** The firm, and one that differs from it only in legal form. */
function firmAlike(): Filling {
  return { ...GOOD, firms: [FIRM, { ...FIRM, code: null, name: '白岩铸造公司' }] };
}

/** Each complaint of the sheet alone, with the cell that it names. */
const CASES: Partial<Record<SheetIssueCode, readonly [Filling | ((cells: Cells) => void), string]>> = {
  MARKS_LOST: [after((cells) => cells.forEach((row) => (row[0] = null))), '甲市'],
  PUBLISHER_MISSING: [{ ...GOOD, publisher: ' ' }, '甲市!C9'],
  DATE_MISSING: [{ ...GOOD, date: null }, '甲市!C10'],
  DATE_UNREADABLE: [{ ...GOOD, date: '去年底' }, '甲市!C10'],
  DATE_AHEAD: [{ ...GOOD, date: '2205-06-30' }, '甲市!C10'],
  DATE_READ: [{ ...GOOD, date: '2025年6月' }, '甲市!C10'],
  VISIBILITY_UNKNOWN: [{ ...GOOD, visibility: '暂不' }, '甲市!C11'],
  FIRM_FORM_DIFFERS: [firmAlike(), '甲市!C29'],
  ANSWER_MISSING: [{ ...GOOD, answers: { 轴承: '确认没有这类企业' } }, '甲市!H23'],
  ANSWER_UNKNOWN: [{ ...GOOD, answers: { 泵体: '齐全', 轴承: '无' } }, '甲市!H24'],
  ANSWER_WITHOUT_FIRMS: [{ ...GOOD, answers: { 泵体: '齐全', 轴承: '齐全' } }, '甲市!H24'],
  ANSWER_AGAINST_FIRMS: [{ ...GOOD, answers: { 泵体: '确认没有这类企业' } }, '甲市!H23'],
  ANSWER_BLANK: [{ ...GOOD, answers: { 泵体: '齐全' } }, '甲市!H24'],
  COLUMN_LOST: [after((cells, at) => ((cells[at] ?? [])[7] = (cells[at + 1] ?? [])[7] = null)), '甲市!27'],
  COLUMN_TWICE: [after((cells, at) => ((cells[at] ?? [])[4] = 'name')), '甲市!E27'],
  SEGMENT_MISSING: [firm({ segment: null }), '甲市!B28'],
  SEGMENT_UNKNOWN: [firm({ segment: '叶轮' }), '甲市!B28'],
  NAME_MISSING: [firm({ name: null }), '甲市!C28'],
  NAME_WEAK: [firm({ name: '白岩' }), '甲市!C28'],
  CODE_AS_NUMBER: [firm({ code: 916_200_000_000_000_000 }), '甲市!D28'],
  CODE_INVALID: [firm({ code: '91620000MA00000001' }), '甲市!D28'],
  STATUS_MISSING: [firm({ status: null }), '甲市!H28'],
  STATUS_UNKNOWN: [firm({ status: '停产' }), '甲市!H28'],
  CAPACITY_UNREADABLE: [firm({ capacity: '约三万吨' }), '甲市!G28'],
  CAPACITY_WITHOUT_PRODUCT: [firm({ product: null }), '甲市!G28'],
  CAPACITY_OF_SEVERAL: [firm({ product: '泵体、泵盖' }), '甲市!G28'],
  CODE_OF_TWO: [{ ...GOOD, firms: [FIRM, { ...FIRM, name: '黑石铸造有限公司' }] }, '甲市!D29'],
  NAME_OF_TWO: [{ ...GOOD, firms: [FIRM, { ...FIRM, code: '91620000MA0000001A' }] }, '甲市!D29'],
  ROW_TWICE: [{ ...GOOD, firms: [FIRM, FIRM] }, '甲市!29'],
  SHEET_BLANK: [{}, '甲市'],
};

test.each(Object.entries(CASES))('%s is told at its cell', async (code, [how, at]) => {
  const { told } = await read(how);
  expect(told).toContain(`${at} ${code}`);
});

test('a file that is no workbook, one without a survey sheet and one too large are told by name', async () => {
  const log = new SheetLog();
  const foreign = await returned(await surveyWorkbook([PLAN]), {
    甲市: (cells) => cells.splice(0, cells.length, ['年报', 1]),
  });
  const files = [
    { name: 'a.xlsx', bytes: Buffer.from('%PDF') },
    { name: 'b.xlsx', bytes: foreign },
    { name: 'c.xlsx', bytes: Buffer.alloc(8_000_001) },
  ];
  expect(await readReturned(files, '2025-08-01', log)).toStrictEqual([]);
  const told = [...log.issues('error'), ...log.issues('warning')].map(({ at, code }) => `${at} ${code}`);
  expect(told).toStrictEqual([
    'a.xlsx NOT_A_WORKBOOK',
    'b.xlsx SHEET_NONE',
    'c.xlsx FILE_TOO_LARGE',
    'b.xlsx 甲市 SHEET_IGNORED',
  ]);
});

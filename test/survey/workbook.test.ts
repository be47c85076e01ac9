import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { sheetNames } from '#server/survey/sheet-names.ts';
import { surveyWorkbook } from '#server/survey/sheet-workbook.ts';
import { PLAN } from './plan.ts';

test('the same plan gives the same bytes', async () => {
  const [first, second] = [await surveyWorkbook([PLAN]), await surveyWorkbook([PLAN])];
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
});

test('a sheet prints who is asked for what, on A4 across, and hides what finds it again', async () => {
  const [sheet] = (await readXlsx(await surveyWorkbook([PLAN]), { readStyles: true })).sheets;
  const shown = sheet?.rows.filter((_, row) => sheet.rowDefs?.get(row)?.hidden !== true).map((row) => row.slice(1));
  expect(shown?.flat().filter((text) => text !== null)).toEqual(
    expect.arrayContaining([
      '摸底表　甲市',
      '填报单位（全称）',
      '泵体',
      '规划',
      '政策《丙省泵阀产业规划》2024-11，¶7',
      '甲市（含其中的园区）',
    ]),
  );
  expect(shown?.flat().some((text) => String(text).startsWith('longlian'))).toBe(false);
  expect(sheet?.columns?.[0]?.hidden).toBe(true);
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
});

test('answers, statuses, segments and parks are chosen, and codes are text', async () => {
  const [sheet] = (await readXlsx(await surveyWorkbook([PLAN]), { readStyles: true })).sheets;
  expect(sheet?.dataValidations?.map(({ range, values, formula1 }) => [range, values ?? formula1])).toStrictEqual([
    ['H15:H16', ['齐全', '不齐全', '确认没有这类企业']],
    ['H20:H59', ['在产', '在建', '规划']],
    ['B20:B59', '$B$2:$B$3'],
    ['E20:E59', '$C$2:$C$2'],
  ]);
  expect(sheet?.cells?.get('19,3')?.style?.numFmt).toBe('@');
});

test('what a source is called cannot become a formula', async () => {
  const office = { ...PLAN.office, name: '=HYPERLINK("x")' };
  const [sheet] = (await readXlsx(await surveyWorkbook([{ ...PLAN, office }]))).sheets;
  expect([...(sheet?.cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toStrictEqual([]);
});

test('names of sheets are safe, at most 31 units long and never alike', () => {
  const long = '很'.repeat(40);
  expect(sheetNames(['甲市', "'甲/乙'", '甲市', 'a', 'A', long, long, '[]', '𠮷'.repeat(16)])).toStrictEqual([
    '甲市',
    '甲 乙',
    '甲市（2）',
    'a',
    'A（2）',
    '很'.repeat(31),
    `${'很'.repeat(28)}（2）`,
    '摸底表',
    '𠮷'.repeat(15),
  ]);
});

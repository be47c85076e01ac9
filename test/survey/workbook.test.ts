import { expect, test } from 'vitest';
import { readWorkbook, workbookBytes } from '#ingest/survey/workbook.ts';
import { sheetsOf } from '#test/support/sheets-of.ts';

test('a merged range that claims a whole sheet fills no more columns than a form may have', async () => {
  const whole = { startRow: 0, startCol: 0, endRow: 1_048_575, endCol: 16_383 };
  const bytes = await workbookBytes({ sheets: [{ name: '甲市', rows: [['企业'], ['甲厂']], merges: [whole] }] });
  const [sheet] = await sheetsOf(bytes);
  expect(sheet?.rows.map((row) => [row.length, row.at(-1)?.value])).toStrictEqual([
    [256, '企业'],
    [256, '企业'],
  ]);
});

test('bytes that are no workbook are told from one', async () => {
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('企业,甲厂'), new Uint8Array([0x50, 0x4b, 3, 4])]) {
    expect(await readWorkbook(bytes)).toBe('not_a_workbook');
  }
});

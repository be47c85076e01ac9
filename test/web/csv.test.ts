import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText as exported } from '#server/export/csv.ts';
import { csvTable, csvText } from '../../web/src/state/csv.ts';

test('a table of the explorer is guarded as one of the export is', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,"\'\t\r\n a甲\u200B') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      expect(csvText(rows)).toBe(exported(rows));
    }),
  );
});

test('what is to be known of a whole table is a column of every row, also of a table without rows', () => {
  const note = { head: '关于本表', text: '数据版本 3' };
  expect(
    csvTable(
      ['甲', '乙'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
      note,
    ),
  ).toBe('\uFEFF甲,乙,关于本表\r\n1,2,数据版本 3\r\n3,4,数据版本 3\r\n');
  expect(csvTable(['甲', '乙'], [], note)).toBe('\uFEFF甲,乙,关于本表\r\n,,数据版本 3\r\n');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvText as exported } from '#server/export/csv.ts';
import { csvText } from '../../web/src/state/csv.ts';

test('a table of the explorer is guarded as one of the export is', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠;,"\'\t\r\n a甲\u200B') });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1 })), (rows) => {
      expect(csvText(rows)).toBe(exported(rows));
    }),
  );
});

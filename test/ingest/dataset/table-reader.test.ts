import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Encoding } from '#ingest/dataset/decode.ts';
import { readTable } from '#ingest/dataset/table-reader.ts';
import { IssueLog } from '#ingest/report/issue-log.ts';
import { folderOf } from '#test/support/folder.ts';

async function read(content: string | Uint8Array, encoding: Encoding = 'utf-8', delimiter = ',') {
  const log = new IssueLog();
  const table = {
    file: 'a.csv',
    path: [],
    filePath: [],
    encoding,
    delimiter,
    ignore: [],
    source: { is: 's' },
    confidence: { is: '1' },
    records: {},
    states: [],
  };
  const rows: unknown[] = [];
  const sha256 = createHash('sha256').update(content).digest('hex');
  for await (const events of readTable(folderOf({ 'a.csv': content }), table, sha256, log)) {
    for (const event of events) {
      if ('header' in event) rows.push(event.header);
      else rows.push('row' in event ? [event.row.number, event.row.line, ...event.row.cells] : 'blank');
    }
  }
  const issues = log
    .groups('error')
    .flatMap((group) => group.shown.map(({ code, line, cause }) => [code, line, cause.en]));
  return { rows, issues };
}

test('rows are counted as a spreadsheet does, lines as an editor does', async () => {
  const { rows, issues } = await read('a,b\n1,"x\ny"\n\n,\n3,4\n');
  expect(rows).toStrictEqual([['a', 'b'], [2, 2, '1', 'x\ny'], 'blank', 'blank', [5, 6, '3', '4']]);
  expect(issues).toStrictEqual([]);
});

test('blanks around a value are left out, an empty cell is no value', async () => {
  const { rows } = await read('a,b,c\n 甲 ,\u3000,"乙\u3000"\n');
  expect(rows).toStrictEqual([
    ['a', 'b', 'c'],
    [2, 2, '甲', undefined, '乙'],
  ]);
});

test('line ends of every sort may stand in one file', async () => {
  const { rows } = await read('a,b\r\n1,2\n3,4\r5,6');
  expect(rows).toStrictEqual([
    ['a', 'b'],
    [2, 2, '1', '2'],
    [3, 3, '3', '4'],
    [4, 4, '5', '6'],
  ]);
});

test('each ragged row is told, and the others are read', async () => {
  const { rows, issues } = await read('a,b\n1\n2,3\n4,5,6\n');
  expect(rows).toStrictEqual([
    ['a', 'b'],
    [3, 3, '2', '3'],
  ]);
  expect(issues).toStrictEqual([
    ['ROW_RAGGED', 2, 'this row has 1 cells, the header 2'],
    ['ROW_RAGGED', 4, 'this row has 3 cells, the header 2'],
  ]);
});

test.each([
  ['never closed', 'a,b\n1,2\n3,"4\n5,6\n', 3],
  ['opened in the middle', 'a,b\n1,2"2\n', 2],
  ['closed too early', 'a,b\n1,2\n3,"4"5\n', 3],
])('a quote %s is told with the line of its row', async (_what, text, line) => {
  const { issues } = await read(text);
  expect(issues.map(([code, at]) => [code, at])).toStrictEqual([['CSV_QUOTES', line]]);
});

test('a quote that swallows a large file is told with the line it opened on', async () => {
  const { issues } = await read(`a,b\n1,2\n3,"4\n${'5,6\n'.repeat(400_000)}`);
  expect(issues.map(([code, at]) => [code, at])).toStrictEqual([['CSV_QUOTES', 3]]);
});

const GB = Uint8Array.from([...Buffer.from('a,b\n1,2\n'), 0xbc, 0xd7, 0x2c, 0xd2, 0xd2, 0x0a]);

test('GB18030 is read where it is said, and recognised where it is not', async () => {
  expect((await read(GB, 'gb18030')).rows.at(-1)).toStrictEqual([3, 3, '甲', '乙']);
  expect((await read(GB)).issues).toStrictEqual([
    ['ENCODING_WRONG', 3, 'from byte 8 on this is not utf-8; it looks like gb18030'],
  ]);
});

test('UTF-16 is read where it is said, and recognised where it is not', async () => {
  const wide = new Uint8Array(Buffer.from('\uFEFFa,b\n甲,乙\n', 'utf16le'));
  expect((await read(wide, 'utf-16le')).rows).toStrictEqual([
    ['a', 'b'],
    [2, 2, '甲', '乙'],
  ]);
  expect((await read(wide)).issues).toStrictEqual([
    ['ENCODING_WRONG', 1, 'from byte 0 on this is not utf-8; it looks like utf-16le'],
  ]);
});

test('bytes of no known encoding, and a character cut off at the end, are told', async () => {
  const broken = Uint8Array.from([...Buffer.from('a\n1\n'), 0xff, 0xff, 0xff]);
  expect((await read(broken)).issues).toStrictEqual([
    ['ENCODING_WRONG', 3, 'from byte 4 on this is not utf-8; no known encoding fits'],
  ]);
  const cut = new Uint8Array(Buffer.from('a\n甲')).subarray(0, 4);
  expect((await read(cut)).issues.map(([code, line]) => [code, line])).toStrictEqual([['ENCODING_WRONG', 2]]);
});

test('characters that lie across two pieces of a large file are whole', async () => {
  const name = '离子'.repeat(60_000);
  const { rows } = await read(`a,b\nx${name},1\n`, 'utf-8');
  expect(rows.at(-1)).toStrictEqual([2, 2, `x${name}`, '1']);
});

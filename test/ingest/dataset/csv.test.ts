import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CsvProblem, csvRows } from '#ingest/dataset/csv.ts';

type Read = { readonly rows: readonly (readonly [number, number, ...string[]])[]; readonly problem?: string };

async function read(pieces: readonly string[], delimiter: string): Promise<Read> {
  const rows: [number, number, ...string[]][] = [];
  async function* text() {
    yield* pieces;
  }
  try {
    for await (const some of csvRows(text(), delimiter)) {
      for (const { number, line, cells } of some) rows.push([number, line, ...cells]);
    }
  } catch (error) {
    if (error instanceof CsvProblem) return { rows, problem: error.message };
    throw error;
  }
  return { rows };
}

/** What csv-parse alone makes of the whole text. */
function byParser(text: string, delimiter: string): Read {
  const rows: [number, number, ...string[]][] = [];
  let line = 1;
  try {
    parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      on_record: (one: unknown) => {
        const { record, info } = one as { record: string[]; info: { lines: number } };
        rows.push([rows.length + 1, line, ...record]);
        line = info.lines + 1;
      },
    });
  } catch (error) {
    return { rows, problem: (error as Error).message };
  }
  return { rows };
}

const PIECE = fc.array(fc.constantFrom('a', '甲', '𠮷', ' ', ',', ';', '\t', '\n', '\r', '\r\n', 'ab,c\n'), {
  maxLength: 20,
});
const QUOTED = fc.constantFrom('"', '""', '"a,b"', '\n"甲\n乙",', '"x\r\ny"\n');

test('rows are the same whoever tells them apart, however the text is cut', async () => {
  const pieces = fc.array(fc.oneof({ weight: 4, arbitrary: PIECE.map((parts) => parts.join('')) }, QUOTED), {
    maxLength: 12,
  });
  const property = fc.asyncProperty(pieces, fc.constantFrom(',', ';', '\t'), async (text, delimiter) => {
    const [found, expected] = [await read(text, delimiter), byParser(text.join(''), delimiter)];
    expect(found.problem).toBe(expected.problem);
    // The rows right before a wrong quote may go with it.
    const rows = found.problem === undefined ? expected.rows : expected.rows.slice(0, found.rows.length);
    expect(found.rows).toStrictEqual(rows);
  });
  await fc.assert(property, { seed: 1, numRuns: 500 });
});

test('lines before the first quote are counted in what is complained of after it', async () => {
  const text = `${'a,b\n'.repeat(2_500)}c,"d\n`;
  const { rows, problem } = await read([text], ',');
  expect(problem).toBe(byParser(text, ',').problem);
  expect(problem).toContain('line 2501');
  expect(rows).toHaveLength(2_500);
});

test('a line without end is not read into memory', async () => {
  const { rows, problem } = await read(['a\n', ...Array.from({ length: 30 }, () => 'x'.repeat(100_000))], ',');
  expect(rows).toStrictEqual([[1, 1, 'a']]);
  expect(problem).toContain('Max Record Size');
});

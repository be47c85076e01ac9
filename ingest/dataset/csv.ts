import { Readable, pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';

/** A row as it stands in the file. */
export type CsvRow = {
  /** As a spreadsheet counts: the first row of the file is 1, blank rows count. */
  readonly number: number;
  /** 1-based line on which the row starts; a quoted cell may run over several. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** Quotes that do not match: from here on nothing can be told apart. */
export class CsvProblem extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** A quoted cell longer than this is a quote that was never closed. */
const LONGEST_RECORD = 1_000_000;

const LINE_ENDS = /\r\n|\n|\r/g;

/** A line that may have more bytes than the longest record is csv-parse's to measure. */
const LONGEST_PLAIN = LONGEST_RECORD / 4;

/**
 * Rows of a table, some at a time. Any line end will do, rows may have any number of cells. What stands before the
 * first quote is told apart here, several times as fast as by csv-parse, which has the rest.
 * @param text in pieces, cut anywhere
 * @throws CsvProblem
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<readonly CsvRow[]> {
  const pieces = text[Symbol.asyncIterator]();
  const isPlain = !/["\r\n]/.test(delimiter);
  let number = 0;
  let rest = '';
  try {
    for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) {
      rest += piece.value;
      const { rows, end } = isPlain ? plainRows(rest, delimiter, number) : { rows: [], end: 0 };
      if (rows.length > 0) yield rows;
      number += rows.length;
      rest = rest.slice(end);
      if (isPlain && rest.length <= LONGEST_PLAIN && !rest.includes('"')) continue;
      yield* parsedRows(joined(number, rest, pieces), delimiter, number);
      return;
    }
    // What is left is a line without end, or one that ends in \r.
    number++;
    if (rest !== '') yield [{ number, line: number, cells: rest.replace(/\r$/, '').split(delimiter) }];
  } finally {
    await pieces.return?.();
  }
}

/** Whole lines before the first quote and the first overlong line, and where they end. */
function plainRows(text: string, delimiter: string, before: number): { rows: readonly CsvRow[]; end: number } {
  const quote = text.indexOf('"');
  const plain = quote === -1 ? text : text.slice(0, quote);
  const rows: CsvRow[] = [];
  let end = 0;
  for (const { index, 0: mark } of plain.matchAll(LINE_ENDS)) {
    // A last \r may be half of a line end.
    if (index - end > LONGEST_PLAIN || (mark === '\r' && index + 1 === text.length)) break;
    const number = before + rows.length + 1;
    rows.push({ number, line: number, cells: text.slice(end, index).split(delimiter) });
    end = index + mark.length;
  }
  return { rows, end };
}

/** Blank lines for those that were told apart, so that csv-parse counts on, in what it complains of too; then the rest. */
async function* joined(before: number, rest: string, pieces: AsyncIterator<string>): AsyncGenerator<string> {
  for (let done = 0; done < before; done += 1_000) yield '\n'.repeat(Math.min(1_000, before - done));
  if (rest !== '') yield rest;
  for (let piece = await pieces.next(); piece.done !== true; piece = await pieces.next()) yield piece.value;
}

/** @param before rows that do not come again */
async function* parsedRows(
  text: AsyncIterable<string>,
  delimiter: string,
  before: number,
): AsyncGenerator<readonly CsvRow[]> {
  const parser = parse({
    delimiter,
    info: true,
    relax_column_count: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: LONGEST_RECORD,
  });
  // Errors of either end come out of the loop below.
  pipeline(Readable.from(text), parser, () => {});
  let number = 0;
  let line = before + 1;
  try {
    for await (const one of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (++number <= before) continue;
      yield [{ number, line, cells: one.record }];
      line = one.info.lines + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvProblem(error.message, line);
    throw error;
  }
}

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

/**
 * Rows of a table, in pieces of text. Any line end will do, rows may have any number of cells.
 * @throws CsvProblem
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow> {
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
  let line = 1;
  try {
    for await (const one of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      number++;
      yield { number, line, cells: one.record };
      line = one.info.lines + 1;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new CsvProblem(error.message, line);
    throw error;
  }
}

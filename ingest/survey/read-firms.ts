import { foldName, isWeakName } from '#graph-model/names.ts';
import { isPrivateColumn } from '#ingest/dataset/private-columns.ts';
import { didYouMean } from '#ingest/report/near.ts';
import { amountOf, plainText, productsOf, textOf } from './cell-values.ts';
import { codeFault } from './credit-code.ts';
import { cellAt, columnsOf, FIRM_WORDS, type SheetMap } from './find-marks.ts';
import { FIRM_COLUMN_NAMES, FIRM_COLUMNS, STATUSES, type FirmColumn, type Status, type Subject } from './form.ts';
import { reportNearNames } from './near-names.ts';
import type { ReturnedCounts, ReturnedFirm, ReturnedRow } from './returned.ts';
import type { SheetLog, SheetPlace } from './sheet-log.ts';
import type { RawCell, RawSheet } from './workbook.ts';

export type Option = Subject & { readonly label: string };

/** Without these columns no row says anything; the others may be missing. */
const NEEDED: readonly FirmColumn[] = ['name', 'status'];
const STATUS_NAMES = Object.keys(STATUSES) as readonly Status[];

export type Firms = {
  readonly firms: readonly ReturnedFirm[];
  readonly rows: readonly ReturnedRow[];
  readonly counts: ReturnedCounts;
  readonly nameColumn: number | undefined;
  readonly parkColumn: number | undefined;
};

/** The rows below the head of the firms, to the end of the sheet. */
export function readFirms(
  raw: RawSheet,
  map: SheetMap,
  keyRow: number,
  options: readonly Option[],
  here: SheetPlace,
  log: SheetLog,
): Firms {
  const { at, extra, twice } = columnsOf(raw, keyRow, FIRM_WORDS, FIRM_COLUMN_NAMES, map.markColumn.get(keyRow));
  const heads = keyRow + 1;
  for (const { key, column } of twice) log.add('COLUMN_TWICE', { ...here, row: heads, column }, FIRM_COLUMNS[key].zh);
  const needed: readonly FirmColumn[] = options.length > 1 ? ['segment', ...NEEDED] : NEEDED;
  const lost = needed.filter((key) => !at.has(key));
  for (const key of lost) log.add('COLUMN_LOST', { ...here, row: heads }, FIRM_COLUMNS[key].zh);

  const reader = new FirmRows({ raw, at, options, here, log });
  const firms: ReturnedFirm[] = [];
  const read: ReturnedRow[] = [];
  const seen = new Map<string, number>();
  let [rows, repeated, blank] = [0, 0, 0];
  for (let row = heads + 1; row < raw.rows.length; row++) {
    if (map.markColumn.has(row)) continue;
    if ([...at.values()].every((column) => textOf(cellAt(raw, row, column)) === undefined)) {
      blank++;
      continue;
    }
    rows++;
    if (lost.length > 0) continue;
    const { firm, ...said } = reader.read(row);
    read.push(said);
    if (firm === undefined) continue;
    const { row: _row, ...words } = firm;
    const key = JSON.stringify({ ...words, name: foldName(words.name) });
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      firms.push(firm);
    } else {
      repeated++;
      log.add('ROW_TWICE', { ...here, row }, undefined, { row: first + 1 });
    }
  }
  checkCodes(read, at.get('code'), here, log);
  reportNearNames(firms, at.get('name'), here, log);
  const ignored = ignoredColumns(raw, heads, extra, here, log);
  const counts = { rows, used: firms.length, repeated, blank, ignored };
  return { firms, rows: read, nameColumn: at.get('name'), parkColumn: at.get('park'), counts };
}

/** Columns that somebody added: what stands in them is counted, under its head. */
function ignoredColumns(
  raw: RawSheet,
  heads: number,
  extra: readonly { readonly column: number; readonly name: string }[],
  here: SheetPlace,
  log: SheetLog,
): ReturnedCounts['ignored'] {
  return extra.flatMap(({ column, name }) => {
    const values = raw.rows
      .slice(heads + 1)
      .filter((row) => row[column] !== undefined && textOf(row[column]) !== undefined);
    const personal = isPrivateColumn(name);
    if (values.length === 0) return [];
    const count = values.length;
    log.add(personal ? 'COLUMN_DROPPED' : 'COLUMN_IGNORED', { ...here, row: heads, column }, name, { count });
    return [{ column: name, values: count, personal }];
  });
}

/** One code is one firm, and one firm has one code. */
function checkCodes(rows: readonly ReturnedRow[], column: number | undefined, here: SheetPlace, log: SheetLog): void {
  type Coded = { readonly name: string; readonly code: string; readonly row: number };
  const byCode = new Map<string, Coded>();
  const byName = new Map<string, Coded>();
  for (const { code, name, row } of rows) {
    if (code === undefined || name === undefined) continue;
    const firm = { code, name, row };
    const place = { ...here, row, ...(column === undefined ? {} : { column }) };
    const [sameCode, sameName] = [byCode.get(code), byName.get(foldName(name))];
    if (sameCode !== undefined && foldName(sameCode.name) !== foldName(name)) {
      log.add('CODE_OF_TWO', place, code, { name, other: sameCode.name, row: sameCode.row + 1 });
    }
    if (sameName !== undefined && sameName.code !== code) {
      log.add('NAME_OF_TWO', place, code, { name, row: sameName.row + 1 });
    }
    if (sameCode === undefined) byCode.set(code, firm);
    if (sameName === undefined) byName.set(foldName(name), firm);
  }
}

type Reading = {
  readonly raw: RawSheet;
  readonly at: ReadonlyMap<FirmColumn, number>;
  readonly options: readonly Option[];
  readonly here: SheetPlace;
  readonly log: SheetLog;
};

class FirmRows {
  readonly #of: Reading;

  constructor(of: Reading) {
    this.#of = of;
  }

  /** What the row says, and the firm of it: none when anything in it will not do, which the log tells cell by cell. */
  read(row: number): ReturnedRow & { readonly firm: ReturnedFirm | undefined } {
    const before = this.#of.log.errors;
    for (const key of this.#of.at.keys()) this.#lookAt(row, key);
    const subject = this.#subject(row);
    const name = this.#name(row);
    const code = this.#code(row);
    const park = textOf(this.#cell(row, 'park'));
    const { products, capacity } = this.#making(row);
    const status = this.#status(row);
    const said = { row, subject, name, code, park };
    if (this.#of.log.errors > before || subject === undefined || name === undefined || status === undefined)
      return { ...said, firm: undefined };
    const { chain, segment, label } = subject;
    return { ...said, firm: { chain, segment, label, row, name, code, park, products, capacity, status } };
  }

  #cell(row: number, key: FirmColumn): RawCell {
    return cellAt(this.#of.raw, row, this.#of.at.get(key));
  }

  /** It was told already that its formula gives nothing: it is not told to be empty too. */
  #isBroken(row: number, key: FirmColumn): boolean {
    return this.#cell(row, key).broken;
  }

  #place(row: number, key: FirmColumn): SheetPlace {
    const column = this.#of.at.get(key);
    return { ...this.#of.here, row, ...(column === undefined ? {} : { column }) };
  }

  /** A formula counts by what it shows, aloud; one that shows nothing, or an error, does not. */
  #lookAt(row: number, key: FirmColumn): void {
    const cell = this.#cell(row, key);
    if (cell.broken) this.#of.log.add('CELL_BROKEN', this.#place(row, key));
    else if (cell.formula) this.#of.log.add('CELL_COMPUTED', this.#place(row, key), textOf(cell) ?? '');
  }

  #subject(row: number): Option | undefined {
    if (this.#isBroken(row, 'segment')) return undefined;
    const text = textOf(this.#cell(row, 'segment'));
    const [only] = this.#of.options;
    if (text === undefined) {
      if (this.#of.options.length === 1) return only;
      this.#of.log.add('SEGMENT_MISSING', this.#place(row, 'segment'));
      return undefined;
    }
    const named = this.#of.options.find(({ label }) => foldName(label) === foldName(text));
    if (named !== undefined) return named;
    const known = this.#of.options.map(({ label }) => label);
    this.#of.log.add('SEGMENT_UNKNOWN', this.#place(row, 'segment'), text, {
      near: didYouMean(text, known),
      known: known.join('、'),
    });
    return undefined;
  }

  #name(row: number): string | undefined {
    if (this.#isBroken(row, 'name')) return undefined;
    const name = textOf(this.#cell(row, 'name'));
    if (name === undefined) this.#of.log.add('NAME_MISSING', this.#place(row, 'name'));
    else if (isWeakName(name, 'Company')) this.#of.log.add('NAME_WEAK', this.#place(row, 'name'), name);
    return name;
  }

  #code(row: number): string | undefined {
    const cell = this.#cell(row, 'code');
    if (cell.broken) return undefined;
    const code = plainText(cell)?.toUpperCase();
    if (code === undefined) return undefined;
    if (typeof cell.value === 'number') {
      this.#of.log.add('CODE_AS_NUMBER', this.#place(row, 'code'), code);
      return undefined;
    }
    const why = codeFault(code);
    if (why === undefined) return code;
    this.#of.log.add('CODE_INVALID', this.#place(row, 'code'), code, { why });
    return undefined;
  }

  #making(row: number): Pick<ReturnedFirm, 'products' | 'capacity'> {
    const products = productsOf(textOf(this.#cell(row, 'product')) ?? '');
    const cell = this.#cell(row, 'capacity');
    const written = textOf(cell);
    if (written === undefined || cell.broken) return { products, capacity: undefined };
    const place = this.#place(row, 'capacity');
    const capacity = amountOf(cell);
    if (capacity === undefined) this.#of.log.add('CAPACITY_UNREADABLE', place, written);
    else if (products.length === 0 && !this.#isBroken(row, 'product'))
      this.#of.log.add('CAPACITY_WITHOUT_PRODUCT', place, written);
    else if (products.length > 1)
      this.#of.log.add('CAPACITY_OF_SEVERAL', place, written, { products: products.join('、') });
    return { products, capacity };
  }

  #status(row: number): Status | undefined {
    const place = this.#place(row, 'status');
    if (this.#isBroken(row, 'status')) return undefined;
    const text = plainText(this.#cell(row, 'status'));
    if (text === undefined) {
      this.#of.log.add('STATUS_MISSING', place);
      return undefined;
    }
    const word = text.toLowerCase();
    const status = STATUS_NAMES.find((name) => (STATUSES[name] as readonly string[]).includes(word));
    if (status !== undefined) return status;
    const known = STATUS_NAMES.map((name) => STATUSES[name][0]);
    this.#of.log.add('STATUS_UNKNOWN', place, text, { near: didYouMean(text, known), known: known.join('、') });
    return undefined;
  }
}

import { type PartialDate, earliest, latest } from '#graph-model/dates.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import type { ValueForm } from './value-forms.ts';
import { VALUE_FORMS } from './value-forms.ts';
import { serialDay, writtenDate } from '#ingest/dataset/written-date.ts';
import type { Value } from '#ingest/dataset/table-spec.ts';
import { cellIn } from '#ingest/dataset/workbook-table.ts';
import type { WordList } from '#ingest/dataset/word-lists.ts';
import { didYouMean } from '#ingest/report/near.ts';
import type { IssueLog } from '#ingest/report/issue-log.ts';
import type { Place } from '#ingest/report/issue.ts';
import type { IssueCode } from '#ingest/report/issue-codes.ts';
import type { TablePlan } from './table-plan.ts';

/** A value that is there but will not do; the log says why. */
export const BAD = Symbol('bad');
export type Bad = typeof BAD;

/** Reads the values of one row, and remembers the columns it took them from. */
export class RowReader {
  readonly plan: TablePlan;
  readonly line: number;
  readonly number: number;
  readonly log: IssueLog;
  readonly #cells: readonly (string | undefined)[];
  #taken: number[] = [];

  constructor(
    plan: TablePlan,
    row: { line: number; number: number; cells: readonly (string | undefined)[] },
    log: IssueLog,
  ) {
    this.plan = plan;
    this.line = row.line;
    this.number = row.number;
    this.log = log;
    this.#cells = row.cells;
  }

  /** Columns taken from since the last call. */
  taken(): readonly number[] {
    const taken = this.#taken;
    this.#taken = [];
    return taken;
  }

  /** Notes columns as taken that an earlier reading of the row took. */
  take(columns: readonly number[]): void {
    this.#taken.push(...columns);
  }

  /** Where a value stands. One that dataset.yml fixes stands in the row that it does not fit. */
  place(value: Value): Place {
    const at = { file: this.plan.table.file, line: this.line };
    if ('is' in value) return { ...at, value: value.is };
    const cell = this.cell(value.column);
    const where = cellIn(at.file, at.line, this.plan.index.get(value.column));
    return { ...at, ...where, column: value.column, ...(cell === undefined ? {} : { value: cell }) };
  }

  /** Without taking it. */
  cell(column: string): string | undefined {
    return this.#cells[this.plan.index.get(column) ?? -1];
  }

  text(value: Value | undefined): string | undefined | Bad {
    if (value === undefined) return undefined;
    if ('is' in value) return value.is;
    const cell = this.cell(value.column);
    if (cell === undefined) return undefined;
    this.#taken.push(this.plan.index.get(value.column) ?? -1);
    if (!value.words) return cell;
    const word = Object.hasOwn(value.words, cell) ? value.words[cell] : undefined;
    if (word !== undefined) return word;
    const known = Object.keys(value.words);
    this.log.add('WORD_UNMAPPED', this.place(value), () => ({ near: didYouMean(cell, known), known: known.join(' ') }));
    return BAD;
  }

  required(value: Value, what: Label): string | Bad {
    const text = this.text(value);
    if (text !== undefined) return text;
    this.log.add('VALUE_MISSING', this.place(value), { what });
    return BAD;
  }

  word<T extends string>(value: Value, list: WordList & { readonly words: readonly T[] }): T | Bad;
  word<T extends string>(
    value: Value | undefined,
    list: WordList & { readonly words: readonly T[] },
    optional: true,
  ): T | undefined | Bad;
  word(value: Value | undefined, { what, words }: WordList, optional?: true): string | undefined | Bad {
    const text = value === undefined || optional ? this.text(value) : this.required(value, what);
    if (value === undefined || text === undefined || text === BAD || words.includes(text)) return text;
    return this.refuse('WORD_UNKNOWN', value, text, { what, near: didYouMean(text, words), known: words.join(' ') });
  }

  date(value: Value | undefined): PartialDate | undefined | Bad {
    const text = this.text(value);
    if (value === undefined || text === undefined || text === BAD) return text;
    const solid = text.normalize('NFKC').replaceAll(' ', '');
    const day = serialDay(solid);
    if (day !== undefined) return this.refuse('DATE_SERIAL', value, text, { day });
    return writtenDate(solid) ?? this.refuse('DATE_INVALID', value, text);
  }

  /** A number, amount, year … in the form its sort asks for. */
  inForm(value: Value, sort: ValueForm, text: string): string | Bad {
    const form = VALUE_FORMS[sort];
    if (form.test(text)) return text;
    return this.refuse('NUMBER_INVALID', value, text, { what: form.what, example: form.example });
  }

  /** Both sides of a validity, in order. */
  period(from: Value | undefined, to: Value | undefined): { validFrom?: PartialDate; validTo?: PartialDate } | Bad {
    const validFrom = this.date(from);
    const validTo = this.date(to);
    if (validFrom === BAD || validTo === BAD) return BAD;
    if (to && validFrom !== undefined && validTo !== undefined && earliest(validFrom) > latest(validTo)) {
      return this.refuse('PERIOD_REVERSED', to, validTo, { from: validFrom });
    }
    return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
  }

  refuse(code: IssueCode, value: Value, text: string, filling: Record<string, string | number | Label> = {}): Bad {
    this.log.add(code, { ...this.place(value), value: text }, filling);
    return BAD;
  }
}

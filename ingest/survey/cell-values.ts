import { PartialDate } from '#graph-model/dates.ts';
import { writtenDate } from '#ingest/dataset/written-date.ts';
import { VALUE_FORMS } from '#ingest/stage/value-forms.ts';
import type { RawCell } from './workbook.ts';

/** Days of a spreadsheet's calendar that are taken for a date: 1990 to 2100, as years and amounts are smaller. */
const SERIALS = { from: 32_874, to: 73_415 };
/** Day 0 of the calendar of 1900, with the leap day that it counts and that never was. */
const EPOCH = Date.UTC(1899, 11, 30);

/** What a cell shows, without the blanks and line breaks around and inside words; undefined when it shows nothing. */
export function textOf({ value }: RawCell): string | undefined {
  if (value === undefined) return undefined;
  const text = value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
  return text.replaceAll(/\s+/g, ' ').trim() || undefined;
}

/** A word to choose or a figure: full-width characters as the plain ones, no blanks. */
export function plainText(cell: RawCell): string | undefined {
  return textOf(cell)?.normalize('NFKC').replaceAll(' ', '') || undefined;
}

/** A date as precise as it is written; undefined when it is none. Text, a date, or the serial number of one. */
export function dateOf(cell: RawCell): PartialDate | undefined {
  const { value } = cell;
  if (value instanceof Date) return dayOf(value.getTime());
  const text = plainText(cell);
  if (text === undefined) return undefined;
  if (/^\d{5}$/.test(text) && Number(text) >= SERIALS.from && Number(text) <= SERIALS.to) {
    return dayOf(EPOCH + Number(text) * 86_400_000);
  }
  return writtenDate(text);
}

function dayOf(time: number): PartialDate | undefined {
  const date = new Date(time);
  return Number.isNaN(time) ? undefined : PartialDate.safeParse(date.toISOString().slice(0, 10)).data;
}

/** A number with its unit, without grouping; undefined when it is none. */
export function amountOf(cell: RawCell): string | undefined {
  const text = plainText(cell)?.replaceAll(/(?<=\d),(?=\d{3})/g, '');
  return text !== undefined && VALUE_FORMS.amount.test(text) ? text : undefined;
}

/** Products that one cell names. */
export function productsOf(text: string): readonly string[] {
  return [...new Set(text.split(/[、，,；;]/).map((one) => one.trim()))].filter((one) => one !== '');
}

import { PartialDate } from '#graph-model/dates.ts';

/**
 * A date as people and spreadsheets write it, year first: 2025-02-28, 2025/2/28, 2025.2, 2025年2月, 20250228. As
 * precise as it is written; undefined when it is none. Blanks and full-width characters must be gone.
 */
export function writtenDate(text: string): PartialDate | undefined {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月?)?|年?)$/.exec(text);
  const solid = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  const [, year, month, day] = parts ?? solid ?? [];
  if (year === undefined) return undefined;
  const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter((part) => part !== undefined).join('-');
  return PartialDate.safeParse(date).data;
}

/** Days between the one that spreadsheets count from and 1970-01-01. */
const BEFORE_1970 = 25_569;

/**
 * The day that a spreadsheet means by a number that lost its date format: 45717 is 2025-03-01. Undefined where it is no
 * such number, or of a day before 1954 or after 2064: then it is more likely something else.
 */
export function serialDay(text: string): string | undefined {
  const days = /^\d{5}(?:\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (days < 20_000 || days >= 60_000) return undefined;
  return new Date((days - BEFORE_1970) * 86_400_000).toISOString().slice(0, 10);
}

import * as z from 'zod';

const FORM = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** ISO date as precise as known: 2025, 2025-02 or 2025-02-28. Never made up to a day. */
export const PartialDate = z
  .string()
  .refine((text) => FORM.test(text) && isRealDay(text), '日期应写成 2025、2025-02 或 2025-02-28 / not a date');
export type PartialDate = z.infer<typeof PartialDate>;

/** First day a partial date can mean. */
export function earliest(date: PartialDate): string {
  if (date.length === 4) return `${date}-01-01`;
  return date.length === 7 ? `${date}-01` : date;
}

/** Last day a partial date can mean. */
export function latest(date: PartialDate): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 10) return date;
  const [year, month] = date.split('-').map(Number) as [number, number];
  return `${date}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** Is one of two dates the other said less precisely? 2024 and 2024-03 are; 2024 and 2025 are not. */
export function refines(a: PartialDate, b: PartialDate): boolean {
  return a.startsWith(b) || b.startsWith(a);
}

/** May two validities overlap? An open side reaches for ever. */
export function overlap(
  a: { validFrom?: PartialDate | undefined; validTo?: PartialDate | undefined },
  b: { validFrom?: PartialDate | undefined; validTo?: PartialDate | undefined },
): boolean {
  const startsBeforeEnd = (from: PartialDate | undefined, to: PartialDate | undefined) =>
    from === undefined || to === undefined || earliest(from) <= latest(to);
  return startsBeforeEnd(a.validFrom, b.validTo) && startsBeforeEnd(b.validFrom, a.validTo);
}

function isRealDay(text: string): boolean {
  if (text.length < 10) return true;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

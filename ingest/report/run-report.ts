import * as z from 'zod';
import { RunId } from '#graph-model/ids.ts';
import { IssueGroup } from './issue.ts';

const Count = z.int().min(0);

/** Where the values of a column went. read = used + ignored + private + dropped + unread + unreached, always. */
export const ValueCounts = z.strictObject({
  /** Cells that hold something. */
  read: Count,
  /** Part of at least one statement. */
  used: Count,
  /** In a column that `ignore` names. */
  ignored: Count,
  /** Telephone numbers, contact persons, legal representatives: dropped by the name of their column. */
  private: Count,
  /** Dropped by a lookup that becomes null. */
  dropped: Count,
  /** In a column that nothing names: reported as COLUMN_UNREAD. */
  unread: Count,
  /** In a mapped column, yet part of no statement of its row: reported as VALUE_UNREACHED. */
  unreached: Count,
});
export type ValueCounts = z.infer<typeof ValueCounts>;

export const FATES = ['used', 'ignored', 'private', 'dropped', 'unread', 'unreached'] as const;
export type Fate = (typeof FATES)[number];

export function noValues(): ValueCounts {
  return { read: 0, used: 0, ignored: 0, private: 0, dropped: 0, unread: 0, unreached: 0 };
}

export function sumValues(counts: Iterable<ValueCounts>): ValueCounts {
  const sum = noValues();
  for (const one of counts) {
    sum.read += one.read;
    for (const fate of FATES) sum[fate] += one[fate];
  }
  return sum;
}

const TableReport = z.strictObject({
  file: z.string(),
  /** Rows below the header that hold something. */
  rows: Count,
  blankRows: Count,
  values: ValueCounts,
  columns: z.array(z.strictObject({ column: z.string(), values: ValueCounts })),
});

/** What was read and what became of it. The same folder gives the same report: no clock, no duration, no machine. */
export const RunReport = z.strictObject({
  run: RunId,
  owner: z.string(),
  dataset: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  asOf: z.string(),
  files: z.array(
    z.strictObject({
      file: z.string(),
      role: z.enum(['dataset', 'table', 'notes', 'decisions']),
      /** SHA-256 of the bytes, hex. */
      sha256: z.string(),
    }),
  ),
  tables: z.array(TableReport),
  values: ValueCounts,
  /** Distinct items staged. */
  items: z.strictObject({
    source: Count,
    passage: Count,
    record: Count,
    statement: Count,
    evidence: Count,
    coverage: Count,
    decision: Count,
  }),
  lookups: z.array(
    z.strictObject({
      table: z.string().optional(),
      column: z.string(),
      is: z.string(),
      becomes: z.string().nullable(),
      reason: z.string(),
      used: Count,
    }),
  ),
  assertions: z.array(
    z.strictObject({
      count: z.enum(['records', 'statements']),
      of: z.string(),
      min: Count.optional(),
      max: Count.optional(),
      found: Count,
    }),
  ),
  warnings: z.array(IssueGroup),
});
export type RunReport = z.infer<typeof RunReport>;

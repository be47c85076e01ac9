import * as z from 'zod';
import type { Label } from '#graph-model/ontology/label.ts';
import { compareText } from '#graph-model/text.ts';
import { ISSUE_CODES, ISSUE_CODE_NAMES, type IssueCode } from './issue-codes.ts';

const Words = z.strictObject({ zh: z.string(), en: z.string() });

/** One complaint, at one place. */
export const Issue = z.strictObject({
  code: z.enum(ISSUE_CODE_NAMES),
  severity: z.enum(['error', 'warning']),
  /** Relative to the folder of the data set. */
  file: z.string(),
  /** 1-based line of the file; of a row over several lines the first. */
  line: z.int().min(1).optional(),
  /** Of a table that is a workbook: `B7`. */
  cell: z.string().optional(),
  /** Name of a table's column, or 1-based column of a text file. */
  column: z.union([z.string(), z.int().min(1)]).optional(),
  value: z.string().optional(),
  cause: Words,
  mend: Words,
});
export type Issue = z.infer<typeof Issue>;

/** All complaints of one code: how many there were, and the first of them. */
export const IssueGroup = z.strictObject({
  code: z.enum(ISSUE_CODE_NAMES),
  severity: z.enum(['error', 'warning']),
  count: z.int().min(1),
  shown: z.array(Issue),
});
export type IssueGroup = z.infer<typeof IssueGroup>;

export type Place = Pick<Issue, 'file' | 'line' | 'cell' | 'column' | 'value'>;

/** What fills the braces of an issue's words: one text for both languages, or one for each. */
export type Filling = Readonly<Record<string, string | number | Label>>;

export function describeIssue(code: IssueCode, place: Place, filling: Filling = {}): Issue {
  const { severity, cause, mend } = ISSUE_CODES[code];
  const words = { value: place.value ?? '', ...filling };
  return {
    code,
    severity,
    ...place,
    cause: filled(cause, words),
    mend: filled(mend, words),
  };
}

/** A sentence with its braces filled, in both languages. */
export function filled({ zh, en }: Label, words: Filling): Label {
  return { zh: fill(zh, words, 'zh'), en: fill(en, words, 'en') };
}

function fill(template: string, words: Filling, language: keyof Label): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = words[name];
    if (word === undefined) return name === 'near' ? '' : whole;
    return typeof word === 'object' ? word[language] : String(word);
  });
}

/** Order of files, then lines, then columns, then codes: the order in which a person mends them. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    compareText(a.file, b.file) ||
    (a.line ?? 0) - (b.line ?? 0) ||
    compareText(String(a.column ?? ''), String(b.column ?? '')) ||
    compareText(a.code, b.code) ||
    compareText(a.value ?? '', b.value ?? '')
  );
}

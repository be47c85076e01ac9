import type { Label } from '#graph-model/ontology/label.ts';

export type IssueText = {
  /** An error refuses the whole data set; a warning is reported and the data set is staged. */
  readonly severity: 'error' | 'warning';
  /** What is wrong. `{value}` is the text that was found; other words in braces are filled from the place it was found. */
  readonly cause: Label;
  readonly mend: Label;
};

export const error = (zh: string, en: string, mendZh: string, mendEn: string): IssueText => ({
  severity: 'error',
  cause: { zh, en },
  mend: { zh: mendZh, en: mendEn },
});
export const warning = (...text: [string, string, string, string]): IssueText => ({
  ...error(...text),
  severity: 'warning',
});

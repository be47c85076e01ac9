import type { Label } from '#graph-model/ontology/label.ts';

export type SheetIssueText = {
  /** One error in any sheet refuses all of them. */
  readonly severity: 'error' | 'warning';
  readonly cause: Label;
  readonly mend: Label;
};

export const error = (zh: string, en: string, mendZh: string, mendEn: string): SheetIssueText => ({
  severity: 'error',
  cause: { zh, en },
  mend: { zh: mendZh, en: mendEn },
});
export const warning = (...text: [string, string, string, string]): SheetIssueText => ({
  ...error(...text),
  severity: 'warning',
});

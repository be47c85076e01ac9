import { ERROR_CODES } from '#graph-model/errors.ts';
import { ISSUE_CODES } from '#ingest/report/issue-codes.ts';
import { SHEET_ISSUE_CODES } from '#ingest/survey/sheet-issue-codes.ts';
import { table } from './page.ts';

/** Error codes as a table, in the order of their own. */
export function errorTable(): string[] {
  const rows = Object.entries(ERROR_CODES).map(([code, { exit, zh, en }]) => [`\`${code}\``, zh, en, String(exit)]);
  return table(['code', '中文', 'English', 'exit'], rows);
}

/** Issue codes with how to mend them. */
export function issueTable(): string[] {
  return tableOf(ISSUE_CODES);
}

/** The same of returned survey sheets. */
export function sheetIssueTable(): string[] {
  return tableOf(SHEET_ISSUE_CODES);
}

function tableOf(codes: typeof ISSUE_CODES | typeof SHEET_ISSUE_CODES): string[] {
  const rows = Object.entries(codes).map(([code, { severity, cause, mend }]) => [
    `\`${code}\``,
    severity,
    `${cause.zh} → ${mend.zh}`,
    `${cause.en} → ${mend.en}`,
  ]);
  return table(['code', 'severity', '中文', 'English'], rows);
}

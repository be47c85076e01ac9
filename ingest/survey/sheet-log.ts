import { GraphError } from '#graph-model/errors.ts';
import type { Label } from '#graph-model/ontology/label.ts';
import { compareText } from '#graph-model/text.ts';
import { filled, type Filling } from '#ingest/report/issue.ts';
import { SHEET_ISSUE_CODES, type SheetIssueCode } from './sheet-issue-codes.ts';
import { cellName } from './workbook.ts';

/** A place in a returned file; row and column from 0. */
export type SheetPlace = {
  readonly file: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
};

/** One complaint, at one cell. */
export type SheetIssue = {
  readonly code: SheetIssueCode;
  readonly severity: 'error' | 'warning';
  /** `名录.xlsx 兰州市!B7`: the file, then sheet and cell as a spreadsheet names them. */
  readonly at: string;
  readonly value?: string;
  readonly cause: Label;
  readonly mend: Label;
};

type Kept = { readonly place: SheetPlace; readonly issue: SheetIssue };

/** Collects what there is to say of returned sheets. */
export class SheetLog {
  readonly #kept: Kept[] = [];
  #errors = 0;

  get errors(): number {
    return this.#errors;
  }

  add(code: SheetIssueCode, place: SheetPlace, value?: string, filling: Filling = {}): void {
    const { severity, cause, mend } = SHEET_ISSUE_CODES[code];
    if (severity === 'error') this.#errors++;
    const words = { value: value ?? '', ...filling };
    const issue: SheetIssue = {
      code,
      severity,
      at: placeText(place),
      ...(value === undefined ? {} : { value }),
      cause: filled(cause, words),
      mend: filled(mend, words),
    };
    this.#kept.push({ place, issue });
  }

  /** In the order in which a person mends them: by file and sheet, then row by row. */
  issues(severity: 'error' | 'warning'): readonly SheetIssue[] {
    const kept = this.#kept.filter(({ issue }) => issue.severity === severity);
    kept.sort(
      ({ place: a, issue: one }, { place: b, issue: other }) =>
        compareText(a.file, b.file) ||
        compareText(a.sheet ?? '', b.sheet ?? '') ||
        (a.row ?? -1) - (b.row ?? -1) ||
        (a.column ?? -1) - (b.column ?? -1) ||
        compareText(one.code, other.code),
    );
    return kept.map(({ issue }) => issue);
  }

  /** @throws GraphError DATA_REFUSED with all errors and all that is only told, when there is an error */
  refuseIfWrong(): void {
    if (this.#errors > 0)
      throw new GraphError('DATA_REFUSED', { issues: this.issues('error'), warnings: this.issues('warning') });
  }
}

function placeText({ file, sheet, row, column }: SheetPlace): string {
  if (sheet === undefined) return file;
  if (row === undefined) return `${file} ${sheet}`;
  return `${file} ${sheet}!${column === undefined ? row + 1 : cellName(row, column)}`;
}

import type { Judgement } from './board.ts';
import type { Label } from './fragments.ts';

/** What POST /survey/preview answers: what accepting each sheet of a returned workbook would do, in names. */
export type SheetPreview = {
  readonly sheet: string;
  readonly key: string;
  readonly office: string;
  readonly publisher: string;
  readonly date: string;
  readonly visibility: 'public' | 'internal';
  readonly counts: {
    readonly rows: number;
    readonly used: number;
    readonly repeated: number;
    readonly blank: number;
    readonly ignored: readonly { readonly column: string; readonly values: number; readonly personal: boolean }[];
  };
  readonly answers: readonly { readonly label: string; readonly answer: Answer }[];
  readonly firms: Readonly<Record<FirmFate, readonly string[]>> & {
    /** Pairs that stand as two firms, and may be one. */
    readonly maybeOne: readonly (readonly [string, string])[];
  };
  /** The rows of firms as they were read, in the order of the sheet. */
  readonly rows: readonly {
    readonly row: number;
    readonly segment: string;
    readonly name: string;
    readonly code: string | null;
    readonly area: string;
    readonly products: readonly string[];
    readonly capacity: string | null;
    readonly status: FirmStatus;
  }[];
  readonly cells: readonly {
    readonly chain: string;
    readonly segment: string;
    readonly region: string;
    readonly before: Judged;
    readonly after: Judged;
    readonly ifOne: Judged | null;
  }[];
};
export type Answer = 'register' | 'list' | 'none';
export type FirmStatus = 'operating' | 'building' | 'planned';
export type FirmFate = 'fresh' | 'changed' | 'unchanged' | 'gone';
export type Judged = Pick<Judgement, 'state' | 'sole' | 'onlyBuilding'>;

export type SheetIssue = {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly at: string;
  readonly cause: Label;
  readonly mend: Label;
};

export type Previewed =
  | { readonly outcome: 'shown'; readonly sheets: readonly SheetPreview[]; readonly warnings: readonly SheetIssue[] }
  | { readonly outcome: 'refused'; readonly issues: readonly SheetIssue[]; readonly warnings: readonly SheetIssue[] }
  | { readonly outcome: 'failed'; readonly why: 'large' | 'elsewhere' | 'network' | 'service' };

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Bytes that the service reads of one workbook. */
export const MOST_PREVIEW_BYTES = 2_000_000;

/** What a returned workbook would change; the service writes nothing. Never throws. */
export async function previewOf(file: Blob): Promise<Previewed> {
  if (file.size > MOST_PREVIEW_BYTES) return { outcome: 'failed', why: 'large' };
  try {
    const headers = { 'content-type': XLSX };
    const answer = await fetch('/survey/preview', { method: 'POST', headers, body: file });
    if (answer.status === 413) return { outcome: 'failed', why: 'large' };
    // Where the service is open to others, nobody has a spreadsheet read.
    if (answer.status === 404) return { outcome: 'failed', why: 'elsewhere' };
    if (answer.status === 422) {
      return { outcome: 'refused', ...((await answer.json()) as { issues: SheetIssue[]; warnings: SheetIssue[] }) };
    }
    if (!answer.ok) return { outcome: 'failed', why: 'service' };
    const shown = (await answer.json()) as { sheets: SheetPreview[]; warnings: SheetIssue[] };
    return { outcome: 'shown', ...shown };
  } catch {
    return { outcome: 'failed', why: 'network' };
  }
}

/** The empty sheets that an address names. @throws Error when there are none, or nothing answers */
export async function sheetsAt(address: string): Promise<Blob> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.blob();
}

import type { PartialDate } from '#graph-model/dates.ts';
import type { Answer, Status, Subject } from './form.ts';

/** A row of a returned sheet; from 0. */
type At = { readonly row: number };

export type ReturnedAnswer = Subject & At & { readonly label: string; readonly answer: Answer };

export type ReturnedFirm = Subject &
  At & {
    readonly name: string;
    readonly code: string | undefined;
    readonly park: string | undefined;
    readonly products: readonly string[];
    /** Number and unit, of the one product. */
    readonly capacity: string | undefined;
    readonly status: Status;
  };

/** What became of the rows below the head of the firms, each row once; and of columns that are not read. */
export type ReturnedCounts = {
  readonly rows: number;
  readonly used: number;
  readonly repeated: number;
  readonly blank: number;
  readonly ignored: readonly { readonly column: string; readonly values: number; readonly personal: boolean }[];
};

/** A survey sheet that was filled, in the words and ids of the sheet: nothing was looked up yet. */
export type ReturnedSheet = {
  readonly file: string;
  readonly sheet: string;
  /** What the sheet is known by: sheetHash. */
  readonly sha256: string;
  /** Entity ids as they were when it was exported. */
  readonly office: string;
  readonly officeName: string;
  readonly version: number;
  readonly head: number;
  readonly publisher: string;
  readonly date: PartialDate;
  readonly dateAt: { readonly row: number; readonly column: number };
  readonly answers: readonly ReturnedAnswer[];
  readonly firms: readonly ReturnedFirm[];
  /** Column of the parks, for what is said of them later. */
  readonly parkColumn: number | undefined;
  readonly counts: ReturnedCounts;
};

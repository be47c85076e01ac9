import type { PartialDate } from '#graph-model/dates.ts';
import type { Visibility } from '#graph-model/ontology/vocabulary.ts';
import type { Answer, Status, Subject } from './form.ts';

/** A row of a returned sheet; from 0. */
type At = { readonly row: number };

export type ReturnedAnswer = Subject & At & { readonly label: string; readonly answer: Answer };

export type ReturnedFirm = Subject &
  At & {
    /** The segment in the printed word of the sheet. */
    readonly label: string;
    readonly name: string;
    readonly code: string | undefined;
    readonly park: string | undefined;
    readonly products: readonly string[];
    /** Number and unit, of the one product. */
    readonly capacity: string | undefined;
    readonly status: Status;
  };

/** A row of firms as far as it can be read: whatever will not do in it is in the log. */
export type ReturnedRow = At & {
  readonly subject: Subject | undefined;
  readonly name: string | undefined;
  readonly code: string | undefined;
  readonly park: string | undefined;
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
  readonly visibility: Visibility;
  readonly visibilityAt: { readonly row: number; readonly column: number };
  readonly dateAt: { readonly row: number; readonly column: number };
  readonly answers: readonly ReturnedAnswer[];
  readonly firms: readonly ReturnedFirm[];
  /** Every row, those that are refused too: all that is wrong with a sheet is told at once. */
  readonly rows: readonly ReturnedRow[];
  /** Columns of the names and the parks, for what is said of them later. */
  readonly nameColumn: number | undefined;
  readonly parkColumn: number | undefined;
  readonly counts: ReturnedCounts;
};

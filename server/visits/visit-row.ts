/**
 * One firm of a visiting list, in words: everything that is printed of it. Each text is one line; of a list each entry
 * is one thing that is said, in the order in which it is printed. Nothing known is an empty list, never a made-up word.
 */
export type VisitRow = {
  readonly firm: string;
  /** In which lists or rankings it stands. */
  readonly lists: readonly string[];
  /** How real what makes it a candidate is, and in which sort of paper that is written. */
  readonly nature: readonly string[];
  /** Where its head office is, as sources say. */
  readonly seat: readonly string[];
  readonly products: readonly string[];
  readonly segments: readonly string[];
  /** Why to visit, and what the sources do not say. */
  readonly reasons: readonly string[];
  /** Of expansion or of a move, each with its date. */
  readonly signals: readonly string[];
  /** Through whom. */
  readonly introduction: readonly string[];
  /** What the ledger says, or that none is loaded. */
  readonly contact: readonly string[];
  /** What sources tell of it by itself, or of a project of it, each with its date. */
  readonly known: readonly string[];
  /** Parks that could take it, as sources say. */
  readonly parks: readonly string[];
  /** Class, title, date and place of what all of this rests on, each with the columns that rest on it. */
  readonly sources: readonly string[];
};

export type VisitLanguage = 'zh' | 'en';

/** A visiting list as it is handed over. */
export type VisitList = {
  readonly language: VisitLanguage;
  readonly rows: readonly VisitRow[];
  /** All rows are firms: else there are hospitals, institutes or the like among them. */
  readonly onlyFirms: boolean;
  /** What was asked, in a sentence. */
  readonly question: string;
  readonly version: number;
  /** The day that it speaks for. */
  readonly asOf: string;
  /** What was looked through. */
  readonly coverage: string;
  /** What the list does not say, each in a sentence. */
  readonly unsaid: readonly string[];
  /** How well what made the choice is known to do, each in a sentence. */
  readonly about: readonly string[];
  /** What was left out, with counts. */
  readonly cuts: readonly string[];
};

/** What stands under the sentence of a fact in a list. */
export type LineTold = {
  /** How real it is, by what sort of source and where, how sure. */
  readonly parts: readonly string[];
  /** What was noted as it was read. */
  readonly notes: readonly string[];
};

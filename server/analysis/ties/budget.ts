/** Half-edges that one pass of a question about ties may look at: in a fixed order, so the cut falls alike everywhere. */
export const TIE_BUDGET = 2_000_000;

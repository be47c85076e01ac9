import type { MatchedName } from '../api/match.ts';

export type Outcome = MatchedName['outcome'];

const ALL = {
  MATCHED: true,
  SEVERAL: true,
  MAY_BE: true,
  CANDIDATES: true,
  NONE: true,
  EMPTY: true,
  DUPLICATE: true,
} satisfies Record<Outcome, true>;

/** What may come of a name, as a link says it. */
export const OUTCOMES = Object.keys(ALL) as readonly Outcome[];

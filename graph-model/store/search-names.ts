import type { RowOf } from '../rows.ts';
import { countedPart, MOST_CANDIDATES, type NameMatch, type NameSearch } from './port.ts';

/** What a store gives at once or after a while. */
type Given<T> = T | Promise<T>;

/** Name rows as JSON, in the order of the answer. */
type Bodies = readonly string[];

/** The look-ups of one store. Each gives at most `limit` names, in the order inside its class. */
export type NameLookUps = {
  /** Names that are the text. */
  exact(text: string, limit: number): Given<Bodies>;
  /** Longer names that begin with the text. */
  prefixed(text: string, limit: number): Given<Bodies>;
  /**
   * How many names hold the text, however they match, counted to one more than MOST_CANDIDATES; and those of them that
   * do not begin with it. Asked even when the limit is 0, for the count.
   */
  containing(text: string, limit: number): Given<{ readonly candidates: number; readonly bodies: Bodies }>;
};

/** What a search answers, in every store: exact, then prefix, then the rest, which only few enough candidates give. */
export async function composeSearch(lookUps: NameLookUps, folded: string, limit: number): Promise<NameSearch> {
  const text = countedPart(folded);
  if (text === '' || limit < 1) return { matches: [], truncated: false };
  const matches = asMatches(await lookUps.exact(text, limit), 'EXACT');
  if (matches.length < limit) {
    matches.push(...asMatches(await lookUps.prefixed(text, limit - matches.length), 'PREFIX'));
  }
  const { candidates, bodies } = await lookUps.containing(text, limit - matches.length);
  // Which of too many candidates an index gives first is its own affair: none of them is an answer.
  if (candidates > MOST_CANDIDATES) return { matches, truncated: true };
  return { matches: [...matches, ...asMatches(bodies, 'SUBSTRING')], truncated: false };
}

function asMatches(bodies: Bodies, match: NameMatch['match']): NameMatch[] {
  return bodies.map((body) => ({ row: JSON.parse(body) as RowOf<'name'>, match }));
}

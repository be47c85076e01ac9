import type { RowOf } from '../../rows.ts';
import { gramQuery } from '../grams.ts';
import { wellFormed } from '../json.ts';
import { countedPart, MOST_CANDIDATES, type NameMatch, type NameSearch } from '../port.ts';
import type { Parameters } from './connection.ts';
import { NAME_INDEX } from './layout.ts';
import { LIVE } from './live.ts';

type Read = <R extends readonly unknown[]>(cypher: string, parameters: Parameters) => Promise<R[]>;

const EXACT = `MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded = $text AND ${LIVE} RETURN n.body ORDER BY n.id LIMIT $limit`;

const PREFIX = `MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded STARTS WITH $text AND n.folded <> $text AND ${LIVE}
  RETURN n.body ORDER BY n.length, n.folded, n.id LIMIT $limit`;

/** The candidates are counted, and those that do not start with the text are given. */
const CONTAINING = `CALL {
    CALL db.index.fulltext.queryNodes('${NAME_INDEX.name}', $grams) YIELD node AS n
    WITH n WHERE ${LIVE} LIMIT $most
    RETURN collect(n) AS candidates
  }
  CALL (candidates) {
    UNWIND candidates AS n WITH n WHERE NOT n.folded STARTS WITH $text
    WITH n ORDER BY n.length, n.folded, n.id LIMIT $limit
    RETURN collect(n.body) AS bodies
  }
  RETURN size(candidates), bodies`;

/**
 * Exact and prefix matches come from the index of folded names, so that no number of candidates hides one; only the
 * rest needs the full-text index, and only so many candidates of it.
 */
export async function searchNames(read: Read, folded: string, limit: number): Promise<NameSearch> {
  const query = countedPart(folded);
  if (query === '' || limit < 1) return { matches: [], truncated: false };
  const text = wellFormed(query);
  const matches = asMatches(await read<[string]>(EXACT, { text, limit }), 'EXACT');
  if (matches.length < limit) {
    matches.push(...asMatches(await read<[string]>(PREFIX, { text, limit: limit - matches.length }), 'PREFIX'));
  }
  const parameters = { text, grams: luceneQuery(query), most: MOST_CANDIDATES + 1, limit: limit - matches.length };
  const [found] = await read<[number, string[]]>(CONTAINING, parameters);
  const [candidates, bodies] = found ?? [0, []];
  const truncated = candidates > MOST_CANDIDATES;
  const inside = asMatches(
    bodies.map((body): [string] => [body]),
    'SUBSTRING',
  );
  return { matches: truncated ? matches : [...matches, ...inside], truncated };
}

/** In the words of Lucene. Grams are letters and digits: nothing to escape. */
function luceneQuery(query: string): string {
  const wanted = gramQuery(query);
  return 'phrase' in wanted ? `"${wanted.phrase}"` : `${wanted.start}*`;
}

function asMatches(rows: readonly [string][], match: NameMatch['match']): NameMatch[] {
  return rows.map(([body]) => ({ row: JSON.parse(body) as RowOf<'name'>, match }));
}

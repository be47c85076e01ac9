import { gramQuery } from '../grams.ts';
import { wellFormed } from '../json.ts';
import { MOST_CANDIDATES } from '../port.ts';
import type { NameLookUps } from '../search-names.ts';
import type { Parameters } from './connection.ts';
import { NAME_INDEX } from './layout.ts';
import { LIVE } from './live.ts';

type Read = <R extends readonly unknown[]>(cypher: string, parameters: Parameters) => Promise<R[]>;

/** The folded name whole: a long one's index key is cut (keyText), and its whole text stands beside it. */
const WHOLE = 'coalesce(n.text, n.folded)';

const EXACT = `MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded = $text AND ${LIVE} RETURN n.body ORDER BY n.id LIMIT $limit`;

const PREFIX = `MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded STARTS WITH $text AND n.folded <> $text AND ${LIVE}
  RETURN n.body ORDER BY n.length, ${WHOLE}, n.id LIMIT $limit`;

/** The candidates are counted, and those that do not start with the text are given. */
const CONTAINING = `CALL {
    CALL db.index.fulltext.queryNodes('${NAME_INDEX.name}', $grams) YIELD node AS n
    WITH n WHERE ${LIVE} LIMIT $most
    RETURN collect(n) AS candidates
  }
  CALL (candidates) {
    UNWIND candidates AS n WITH n WHERE NOT n.folded STARTS WITH $text
    WITH n ORDER BY n.length, ${WHOLE}, n.id LIMIT $limit
    RETURN collect(n.body) AS bodies
  }
  RETURN size(candidates), bodies`;

/**
 * Exact and prefix matches come from the index of folded names, so that no number of candidates hides one; only the
 * rest needs the full-text index, and only so many candidates of it.
 */
export function nameLookUps(read: Read): NameLookUps {
  return {
    exact: async (text, limit) => bodiesOf(await read<[string]>(EXACT, { text: wellFormed(text), limit })),
    prefixed: async (text, limit) => bodiesOf(await read<[string]>(PREFIX, { text: wellFormed(text), limit })),
    async containing(text, limit) {
      const parameters = { text: wellFormed(text), grams: luceneQuery(text), most: MOST_CANDIDATES + 1, limit };
      const [found] = await read<[number, string[]]>(CONTAINING, parameters);
      const [candidates, bodies] = found ?? [0, []];
      return { candidates, bodies };
    },
  };
}

/** In the words of Lucene. Grams are letters and digits: nothing to escape. */
function luceneQuery(query: string): string {
  const wanted = gramQuery(query);
  return 'phrase' in wanted ? `"${wanted.phrase}"` : `${wanted.start}*`;
}

function bodiesOf(rows: readonly [string][]): string[] {
  return rows.map(([body]) => body);
}

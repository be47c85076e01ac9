import { gramQuery } from '../grams.ts';
import { wellFormed } from '../json.ts';
import { MOST_CANDIDATES } from '../port.ts';
import type { Containing, NameLookUps, Wanted } from '../search-names.ts';
import type { Parameter, Parameters } from './connection.ts';
import { NAME_INDEX, PINYIN_INDEX } from './layout.ts';
import { LIVE } from './live.ts';

type Read = <R extends readonly unknown[]>(cypher: string, parameters: Parameters) => Promise<R[]>;

/** The folded name whole: a long one's index key is cut (keyText), and its whole text stands beside it. */
const WHOLE = 'coalesce(n.text, n.folded)';

const GIVEN = 'RETURN 0 AS candidates, collect(n.body) AS bodies';

const EXACT = ofEach(`MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded = wanted.text AND ${LIVE} WITH n ORDER BY n.id LIMIT $limit ${GIVEN}`);

const PREFIX = ofEach(`MATCH (n:Name) USING INDEX SEEK n:Name(folded)
  WHERE n.folded STARTS WITH wanted.text AND n.folded <> wanted.text AND ${LIVE}
  WITH n ORDER BY n.length, ${WHOLE}, n.id LIMIT $limit ${GIVEN}`);

/** The candidates are counted, and those that do not start with the text are given. */
const CONTAINING = ofEach(`CALL (wanted) {
    CALL db.index.fulltext.queryNodes('${NAME_INDEX.name}', wanted.lucene) YIELD node AS n
    WITH n WHERE ${LIVE} LIMIT $most
    RETURN collect(n) AS found
  }
  CALL (found, wanted) {
    UNWIND found AS n WITH n WHERE NOT n.folded STARTS WITH wanted.text
    WITH n ORDER BY n.length, ${WHOLE}, n.id LIMIT $limit
    RETURN collect(n.body) AS bodies
  }
  RETURN size(found) AS candidates, bodies`);

/** The keys of a name stand in order: the first that begins with the sound is the one it is sorted by. */
const SOUNDING = ofEach(`CALL db.index.fulltext.queryNodes('${PINYIN_INDEX.name}', wanted.lucene) YIELD node AS n
  WITH n WHERE ${LIVE} AND NOT ${WHOLE} CONTAINS wanted.text
  WITH n, head([key IN split(n.pinyin, ' ') WHERE key STARTS WITH wanted.sound]) AS key
  WITH n, key ORDER BY size(key), key, n.id LIMIT $limit ${GIVEN}`);

/** Asks for each of `$wanted` at once: one row a text, known by its place among them. */
function ofEach(inner: string): string {
  return `UNWIND range(0, size($wanted) - 1) AS at
    WITH at, $wanted[at] AS wanted
    CALL (wanted) { ${inner} }
    RETURN at, candidates, bodies[0..wanted.limit]`;
}

/**
 * Exact and prefix matches come from the index of folded names, so that no number of candidates hides one; the rest
 * needs a full-text index, and only so many candidates of what holds the text.
 */
export function nameLookUps(read: Read): NameLookUps {
  return {
    exact: async (wanted) => bodiesOf(await asked(read, EXACT, wanted, () => ({}))),
    prefixed: async (wanted) => bodiesOf(await asked(read, PREFIX, wanted, () => ({}))),
    containing: (wanted) => asked(read, CONTAINING, wanted, ({ text }) => ({ lucene: luceneQuery(text) })),
    sounding: async (wanted) =>
      bodiesOf(await asked(read, SOUNDING, wanted, ({ sound }) => ({ sound, lucene: `${sound}*` }))),
  };
}

async function asked<W extends Wanted>(
  read: Read,
  cypher: string,
  wanted: readonly W[],
  more: (one: W) => { readonly [name: string]: Parameter },
): Promise<readonly Containing[]> {
  const given: Containing[] = wanted.map(() => ({ candidates: 0, bodies: [] }));
  const parameters = {
    wanted: wanted.map((one) => ({ text: wellFormed(one.text), limit: one.limit, ...more(one) })),
    most: MOST_CANDIDATES + 1,
    limit: Math.max(...wanted.map(({ limit }) => limit)),
  };
  const rows = await read<[at: number, candidates: number, bodies: string[]]>(cypher, parameters);
  for (const [at, candidates, bodies] of rows) given[at] = { candidates, bodies };
  return given;
}

/** In the words of Lucene. Grams are letters and digits: nothing to escape. */
function luceneQuery(query: string): string {
  const wanted = gramQuery(query);
  return 'phrase' in wanted ? `"${wanted.phrase}"` : `${wanted.start}*`;
}

function bodiesOf(rows: readonly Containing[]): (readonly string[])[] {
  return rows.map(({ bodies }) => bodies);
}

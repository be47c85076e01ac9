import type { RowOf } from '../../rows.ts';
import { countedPart, MOST_CANDIDATES, type NameMatch, type NameSearch } from '../port.ts';
import type { Connection } from './connection.ts';
import { gramQuery } from '../grams.ts';
import { wellFormedJson } from '../json.ts';
import { LIVE } from './live.ts';

/** A bound JSON text as plain text: unlike a bound text it may hold NUL. */
const QUERY = `(? ->> '$')`;

/** Above every text that starts with the query: no UTF-8 holds the byte FF. */
const BEYOND = `${QUERY} || CAST(x'ff' AS TEXT)`;

/**
 * Exact and prefix matches come from indexes in the order of the answer, so that no number of candidates hides one;
 * only the rest needs the full-text index, and only so many candidates of it.
 */
export function searchNames(connection: Connection, folded: string, limit: number, version: number): NameSearch {
  const query = countedPart(folded);
  if (query === '' || limit < 1) return { matches: [], truncated: false };
  const text = wellFormedJson(query);
  const matches = exact(connection, text, limit, version);
  if (matches.length < limit) matches.push(...prefixed(connection, text, limit - matches.length, version));
  const { inside, truncated } = containing(connection, query, limit - matches.length, version);
  // Which of too many candidates the index gives first is its own affair: none of them is an answer.
  return { matches: truncated ? matches : [...matches, ...inside], truncated };
}

function exact(connection: Connection, text: string, limit: number, version: number): NameMatch[] {
  const sql = `SELECT body FROM name WHERE folded = ${QUERY} AND ${LIVE} ORDER BY id LIMIT ?`;
  return connection.all<[string]>(sql, text, version, limit).map(([body]) => match(body, 'EXACT'));
}

/** Length by length, shortest first, until there are enough. */
function prefixed(connection: Connection, text: string, limit: number, version: number): NameMatch[] {
  const matches: NameMatch[] = [];
  const own = connection.first<[number]>(`SELECT length(${QUERY})`, text)?.[0] ?? 0;
  let length: number | undefined = own;
  while (length !== undefined && matches.length < limit) {
    const found = connection.all<[string]>(
      `SELECT body FROM name
       WHERE length(folded) = ? AND folded > ${QUERY} AND folded < ${BEYOND} AND ${LIVE}
       ORDER BY folded, id LIMIT ?`,
      length,
      text,
      text,
      version,
      limit - matches.length,
    );
    matches.push(...found.map(([body]) => match(body, 'PREFIX')));
    const next = 'SELECT length(folded) FROM name WHERE length(folded) > ? ORDER BY length(folded) LIMIT 1';
    length = connection.first<[number]>(next, length)?.[0];
  }
  return matches;
}

/** The full-text query is exact, for no character is lost between name and index: nothing is left to verify. */
function containing(connection: Connection, query: string, limit: number, version: number) {
  const text = wellFormedJson(query);
  const rows = connection.all<[number | null, string | null]>(
    `WITH candidate AS MATERIALIZED (
       SELECT seq FROM name_gram CROSS JOIN name ON seq = name_gram.rowid
       WHERE name_gram MATCH ? AND ${LIVE} LIMIT ?
     )
     SELECT count(*), NULL FROM candidate
     UNION ALL SELECT NULL, body FROM (
       SELECT body FROM candidate CROSS JOIN name USING (seq)
       WHERE NOT (folded >= ${QUERY} AND folded < ${BEYOND})
       ORDER BY length(folded), folded, id LIMIT ?
     )`,
    matchOf(query),
    version,
    MOST_CANDIDATES + 1,
    text,
    text,
    limit,
  );
  let candidates = 0;
  const inside: NameMatch[] = [];
  for (const [count, body] of rows) {
    candidates += count ?? 0;
    if (body !== null) inside.push(match(body, 'SUBSTRING'));
  }
  return { inside, truncated: candidates > MOST_CANDIDATES };
}

/** In the words of FTS5. */
function matchOf(query: string): string {
  const wanted = gramQuery(query);
  return 'phrase' in wanted ? `"${wanted.phrase}"` : `"${wanted.start}" *`;
}

function match(body: string, how: NameMatch['match']): NameMatch {
  return { row: JSON.parse(body) as RowOf<'name'>, match: how };
}

import { gramQuery } from '../grams.ts';
import { wellFormedJson } from '../json.ts';
import { MOST_CANDIDATES } from '../port.ts';
import { MOST_PINYIN_KEYS } from '../../pinyin.ts';
import type { NameLookUps } from '../search-names.ts';
import type { Connection } from './connection.ts';
import { LIVE } from './live.ts';

/** A bound JSON text as plain text: unlike a bound text it may hold NUL. */
const QUERY = `(? ->> '$')`;

/** Above every text that starts with the query: no UTF-8 holds the byte FF. */
const BEYOND = `${QUERY} || CAST(x'ff' AS TEXT)`;

/**
 * Exact and prefix matches come from indexes in the order of the answer, so that no number of candidates hides one;
 * only the rest needs the full-text index, and only so many candidates of it.
 */
export function nameLookUps(connection: Connection, version: number): NameLookUps {
  return {
    exact: (wanted) => wanted.map(({ text, limit }) => exact(connection, wellFormedJson(text), limit, version)),
    prefixed: (wanted) => wanted.map(({ text, limit }) => prefixed(connection, wellFormedJson(text), limit, version)),
    containing: (wanted) => wanted.map(({ text, limit }) => containing(connection, text, limit, version)),
    sounding: (wanted) =>
      wanted.map(({ text, sound, limit }) => sounding(connection, wellFormedJson(text), sound, limit, version)),
  };
}

function exact(connection: Connection, text: string, limit: number, version: number): string[] {
  const sql = `SELECT body FROM name WHERE folded = ${QUERY} AND ${LIVE} ORDER BY id LIMIT ?`;
  return connection.all<[string]>(sql, text, version, limit).map(([body]) => body);
}

/** Length by length, shortest first, until there are enough. */
function prefixed(connection: Connection, text: string, limit: number, version: number): string[] {
  const bodies: string[] = [];
  // Lengths are stepped through in one statement: one for each would cost more than all it looks at.
  const lengths = connection.all<[number]>(
    `${lengthsOf('name', 'length(folded)', `length(${QUERY})`)}
     SELECT length FROM lengths WHERE EXISTS (
       SELECT 1 FROM name WHERE length(folded) = length AND folded > ${QUERY} AND folded < ${BEYOND}
     )`,
    text,
    text,
    text,
  );
  for (const [length] of lengths) {
    if (bodies.length === limit) break;
    const found = connection.all<[string]>(
      `SELECT body FROM name
       WHERE length(folded) = ? AND folded > ${QUERY} AND folded < ${BEYOND} AND ${LIVE}
       ORDER BY folded, id LIMIT ?`,
      length,
      text,
      text,
      version,
      limit - bodies.length,
    );
    bodies.push(...found.map(([body]) => body));
  }
  return bodies;
}

/** The lengths that occur, from one on, in order: each a step in the index that begins with them. */
function lengthsOf(table: string, length: string, from: string): string {
  const next = (condition: string) => `SELECT min(${length}) FROM ${table} WHERE ${length} ${condition}`;
  return `WITH RECURSIVE lengths (length) AS (
      ${next(`>= ${from}`)} UNION ALL SELECT (${next('> lengths.length')}) FROM lengths WHERE lengths.length IS NOT NULL
    )`;
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
  const bodies: string[] = [];
  for (const [count, body] of rows) {
    candidates += count ?? 0;
    if (body !== null) bodies.push(body);
  }
  return { candidates, bodies };
}

/** Length by length of the key, shortest first. A name comes once, by the first of its keys. */
function sounding(connection: Connection, text: string, sound: string, limit: number, version: number): string[] {
  const bodies = new Map<number, string>();
  const [start, end] = [sound, `${sound}~`];
  const lengths = connection.all<[number]>(
    `${lengthsOf('name_pinyin', 'name_pinyin.length', '?')}
     SELECT length FROM lengths WHERE EXISTS (
       SELECT 1 FROM name_pinyin WHERE name_pinyin.length = lengths.length AND key >= ? AND key < ?
     )`,
    sound.length,
    start,
    end,
  );
  for (const [length] of lengths) {
    if (bodies.size === limit) break;
    const found = connection.all<[number, string]>(
      `SELECT seq, body FROM name_pinyin CROSS JOIN name USING (seq)
       WHERE name_pinyin.length = ? AND key >= ? AND key < ? AND ${LIVE} AND instr(folded, ${QUERY}) = 0
       ORDER BY key, id LIMIT ?`,
      length,
      start,
      end,
      version,
      text,
      limit * MOST_PINYIN_KEYS,
    );
    for (const [seq, body] of found) if (bodies.size < limit) bodies.set(seq, bodies.get(seq) ?? body);
  }
  return [...bodies.values()];
}

/** In the words of FTS5. */
function matchOf(query: string): string {
  const wanted = gramQuery(query);
  return 'phrase' in wanted ? `"${wanted.phrase}"` : `"${wanted.start}" *`;
}

import type { Table } from '../../rows.ts';
import type { Transaction } from './connection.ts';
import { labelOf, PAST } from './layout.ts';

/**
 * What a person sees in a browser: relationships between nodes, for the rows of these tables. No answer is read from
 * them; rows are nodes, so that one index finds each whatever its type. The id of such a row is made of its ends, so a
 * relationship once drawn stays where it is.
 */
type Link = {
  /** The relationship's type, as Cypher over the row's node `n`. */
  readonly type: string;
  /** Where it starts and ends: a node with the id that this field of the row holds, or the row's own node. */
  readonly from: End;
  readonly to: End;
  /**
   * Properties of the row that it carries beside `id`, `since` and `until`; it goes and changes with the row. Undefined
   * where the row's node is an end, and shows them itself.
   */
  readonly carries?: readonly string[];
};
type End = { readonly table: Table; readonly field: string } | 'row';

const at = (table: Table, field: string): End => ({ table, field });

const LINKS: { readonly [T in Table]?: Link } = {
  relationship: {
    type: '$(n.type)',
    from: at('entity', 'from'),
    to: at('entity', 'to'),
    carries: ['modality', 'confidence'],
  },
  reading: { type: 'MAY_BE', from: at('entity', 'from'), to: at('entity', 'to'), carries: ['rank', 'reason'] },
  evidence: {
    type: 'EVIDENCED_BY',
    from: at('statement', 'statement'),
    to: at('passage', 'passage'),
    carries: ['stance'],
  },
  name: { type: 'NAMES', from: 'row', to: at('entity', 'entity') },
  attribute: { type: 'ABOUT', from: 'row', to: at('entity', 'entity') },
  indicator: { type: 'ABOUT', from: 'row', to: at('entity', 'entity') },
  passage: { type: 'FROM', from: 'row', to: at('source', 'source') },
};

const ENDS = new Set(
  Object.entries(LINKS).flatMap(([table, link]) =>
    [link.from, link.to].map((end) => (end === 'row' ? (table as Table) : end.table)),
  ),
);

/** Do relationships hang on the rows of this table? */
export function isEnd(table: Table): boolean {
  return ENDS.has(table);
}

/**
 * The end of a statement that has just made or found nodes `n`: draws their relationships, and gives the ids of rows
 * that lack an end so far.
 */
export function drawing(table: Table): string {
  const link = LINKS[table];
  if (link === undefined) return '';
  return `WITH n
    ${endCypher('a', link.from, 'OPTIONAL MATCH')}
    ${endCypher('b', link.to, 'OPTIONAL MATCH')}
    CALL (n, a, b) {
      WITH * WHERE a IS NOT NULL AND b IS NOT NULL
      CREATE (a)-[r:${link.type}]->(b) ${setProperties(link)}
    }
    WITH n, a, b WHERE a IS NULL OR b IS NULL
    RETURN n.id`;
}

/** Draws the relationships of rows that lacked an end when they were written, unless they have been drawn since. */
export async function draw(transaction: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const link = LINKS[table];
  if (link === undefined) return;
  await erase(transaction, table, ids);
  const undrawn = link.carries === undefined ? `AND NOT EXISTS { (n)-[:${link.type}]->() }` : '';
  await transaction.all(`${rowsCypher(table)} ${undrawn} ${drawing(table)}`, { ids });
}

/** Shows on the relationships of these rows what the rows say by now. */
export async function redraw(transaction: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const link = LINKS[table];
  if (link?.carries === undefined || ids.length === 0) return;
  await transaction.all(`${drawnCypher(table, link)} ${setProperties(link)}`, { ids });
}

/** Takes away the relationships of rows that are about to go. */
export async function erase(transaction: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const link = LINKS[table];
  if (link?.carries === undefined || ids.length === 0) return;
  await transaction.all(`${drawnCypher(table, link)} DELETE r`, { ids });
}

/** Whatever content of an end it hangs on: that of a renewed one is moved later. */
function drawnCypher(table: Table, link: Link): string {
  return `${rowsCypher(table)}
    ${endCypher('a', link.from, 'MATCH', '')}
    ${endCypher('b', link.to, 'MATCH', '')}
    CALL (n, a, b) { MATCH (a)-[r:${link.type}]->(b) WHERE r.id = n.id RETURN r }`;
}

function setProperties({ carries }: Link): string {
  if (carries === undefined) return '';
  return `SET r = n {${['id', 'since', 'until', ...carries].map((name) => `.${name}`).join(', ')}}`;
}

function rowsCypher(table: Table): string {
  const label = labelOf(table);
  return `UNWIND $ids AS id
    MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since) WHERE n.id = id AND n.since > 0 AND NOT n:${PAST}`;
}

function endCypher(
  name: string,
  end: End,
  match: 'MATCH' | 'OPTIONAL MATCH',
  newest = `AND NOT ${name}:${PAST}`,
): string {
  if (end === 'row') return `WITH *, n AS ${name}`;
  const label = labelOf(end.table);
  return `${match} (${name}:${label}) USING INDEX SEEK ${name}:${label}(id, since)
    WHERE ${name}.id = n.\`${end.field}\` AND ${name}.since > 0 ${newest}`;
}

import type { Table } from '../../rows.ts';
import type { Transaction } from './connection.ts';
import { labelOf, PAST } from './layout.ts';

/**
 * What a person sees in a browser: typed relationships between nodes, one for each row of these tables, with the row's
 * id and its place in time. No answer is read from them; rows are nodes, so that one index finds each whatever its type.
 */
type Link = {
  /** The relationship's type, as Cypher over the row's node `n`. */
  readonly type: string;
  /** Where it starts and ends: a node with the id that this field of the row holds, or the row's own node. */
  readonly from: End;
  readonly to: End;
  /** Properties of the row that it carries beside `id`, `since` and `until`. */
  readonly carries: readonly string[];
};
type End = { readonly table: Table; readonly field: string } | 'row';

const at = (table: Table, field: string): End => ({ table, field });

export const LINKS: { readonly [T in Table]?: Link } = {
  relationship: {
    type: '$(n.type)',
    from: at('entity', 'from'),
    to: at('entity', 'to'),
    carries: ['modality', 'confidence', 'publishers'],
  },
  reading: { type: 'MAY_BE', from: at('entity', 'from'), to: at('entity', 'to'), carries: ['rank', 'reason'] },
  name: { type: 'NAMES', from: 'row', to: at('entity', 'entity'), carries: [] },
  attribute: { type: 'ABOUT', from: 'row', to: at('entity', 'entity'), carries: [] },
  indicator: { type: 'ABOUT', from: 'row', to: at('entity', 'entity'), carries: [] },
  evidence: {
    type: 'EVIDENCED_BY',
    from: at('statement', 'statement'),
    to: at('passage', 'passage'),
    carries: ['stance', 'confidence'],
  },
  passage: { type: 'FROM', from: 'row', to: at('source', 'source'), carries: [] },
};

export function isLinked(table: Table): boolean {
  return LINKS[table] !== undefined;
}

/**
 * Draws the relationships of these rows anew, where both ends are there.
 * @param base rows that this version or an earlier one showed have been drawn before
 */
export async function relink(
  transaction: Transaction,
  table: Table,
  ids: readonly string[],
  base: number,
): Promise<void> {
  const link = LINKS[table];
  if (link === undefined || ids.length === 0) return;
  await erase(transaction, table, link, ids, base);
  const properties = ['id', 'since', 'until', ...link.carries].map((name) => `.${name}`).join(', ');
  await transaction.all(
    `${rowsCypher(table)}
     ${endCypher('a', link.from)}
     ${endCypher('b', link.to)}
     CREATE (a)-[r:${link.type}]->(b) SET r = n {${properties}}`,
    { ids },
  );
}

/** Takes the relationships of these rows away. */
export async function unlink(transaction: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const link = LINKS[table];
  if (link !== undefined && ids.length > 0) await erase(transaction, table, link, ids, Number.MAX_SAFE_INTEGER);
}

async function erase(
  transaction: Transaction,
  table: Table,
  link: Link,
  ids: readonly string[],
  shownBy: number,
): Promise<void> {
  await transaction.all(
    `${rowsCypher(table)} AND n.first <= $shownBy
     ${endCypher('a', link.from)}
     ${endCypher('b', link.to)}
     CALL (a, b, n) { MATCH (a)-[r:${link.type}]->(b) WHERE r.id = n.id DELETE r }`,
    { ids, shownBy },
  );
}

function rowsCypher(table: Table): string {
  const label = labelOf(table);
  return `UNWIND $ids AS id
    MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since) WHERE n.id = id AND n.since > 0 AND NOT n:${PAST}`;
}

function endCypher(name: string, end: End): string {
  if (end === 'row') return `WITH *, n AS ${name}`;
  const label = labelOf(end.table);
  return `MATCH (${name}:${label}) USING INDEX SEEK ${name}:${label}(id, since)
    WHERE ${name}.id = n.\`${end.field}\` AND ${name}.since > 0 AND NOT ${name}:${PAST}`;
}

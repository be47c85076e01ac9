import type { Table } from '../../rows.ts';
import type { Transaction } from './connection.ts';
import { labelOf, PAST } from './layout.ts';
import { NEVER } from './live.ts';

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

/** The relationship's type is the one that the row says. */
const TYPE_OF_ROW = '$(n.type)';

const at = (table: Table, field: string): End => ({ table, field });

const LINKS: { readonly [T in Table]?: Link } = {
  relationship: {
    type: TYPE_OF_ROW,
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

/** The tables whose rows the relationships of this table's rows hang on, but for those rows themselves. */
export function endsOf(table: Table): readonly Table[] {
  const link = LINKS[table];
  return link === undefined ? [] : [link.from, link.to].flatMap((end) => (end === 'row' ? [] : [end.table]));
}

/**
 * Around the statement that makes the node `n` of a row: finds the newest ends of its relationship, and draws it.
 * A row that lacks an end is not made. Undefined for tables whose rows have none.
 * @param of how the statement names a field of the row
 */
export function drawnAtOnce(table: Table, of: (field: string) => string): { find: string; draw: string } | undefined {
  const link = LINKS[table];
  if (link === undefined) return undefined;
  const found = (name: string, end: End) =>
    end === 'row' ? { name: 'n', find: '' } : { name, find: endCypher(name, end, of(end.field)) };
  const [from, to] = [found('a', link.from), found('b', link.to)];
  const type = link.type === TYPE_OF_ROW ? `$(${of('type')})` : link.type;
  const carried = link.carries?.map((name) => `, ${name}: ${of(name)}`);
  const properties = carried === undefined ? '' : `{id: ${of('id')}, since: $since${carried.join('')}}`;
  return { find: `${from.find} ${to.find}`, draw: `CREATE (${from.name})-[:${type} ${properties}]->(${to.name})` };
}

/** Draws the relationships of rows that lacked an end when they were written, unless they have been drawn since. */
export async function draw(transaction: Transaction, table: Table, ids: readonly string[]): Promise<void> {
  const link = LINKS[table];
  if (link === undefined) return;
  await erase(transaction, table, ids);
  const undrawn = link.carries === undefined ? `AND NOT EXISTS { (n)-[:${link.type}]->() }` : '';
  await transaction.all(
    `${rowsCypher(table)} ${undrawn}
    ${rowEndCypher('a', link.from)}
    ${rowEndCypher('b', link.to)}
    CREATE (a)-[r:${link.type}]->(b) ${setProperties(link)}`,
    { ids },
  );
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
    ${rowEndCypher('a', link.from, '')}
    ${rowEndCypher('b', link.to, '')}
    CALL (n, a, b) { MATCH (a)-[r:${link.type}]->(b) WHERE r.id = n.id RETURN r }`;
}

function setProperties({ carries }: Link): string {
  if (carries === undefined) return '';
  const until = `until: CASE WHEN n.until < ${NEVER} THEN n.until END`;
  return `SET r = n {${['id', 'since', ...carries].map((name) => `.${name}`).join(', ')}, ${until}}`;
}

function rowsCypher(table: Table): string {
  const label = labelOf(table);
  return `UNWIND $ids AS id
    MATCH (n:${label}) USING INDEX SEEK n:${label}(id) WHERE n.id = id AND NOT n:${PAST}`;
}

const NEWEST = (name: string) => `AND NOT ${name}:${PAST}`;

/** An end of the relationship of the row's node `n`. */
function rowEndCypher(name: string, end: End, newest = NEWEST(name)): string {
  return end === 'row' ? `WITH *, n AS ${name}` : endCypher(name, end, `n.\`${end.field}\``, newest);
}

function endCypher(name: string, { table }: { readonly table: Table }, id: string, newest = NEWEST(name)): string {
  const label = labelOf(table);
  return `MATCH (${name}:${label}) USING INDEX SEEK ${name}:${label}(id) WHERE ${name}.id = ${id} ${newest}`;
}

import type { Table } from '../../rows.ts';
import type { Parameter, Transaction } from './connection.ts';
import { columnsOf, labelOf, labelsOf } from './layout.ts';
import { drawnAtOnce } from './links.ts';
import type { Properties } from './nodes.ts';

/**
 * Nodes of ids that have none yet, and what is drawn for them. Rows travel as lists, and the statement names every
 * property: a fifth less work for the server than maps.
 * @returns ids whose relationship lacks an end so far
 */
export async function createNodes(
  transaction: Transaction,
  table: Table,
  properties: readonly Properties[],
  since: number,
): Promise<readonly string[]> {
  const names = propertiesOf(table);
  const rows = properties.map((row) => names.map((name): Parameter => row[name] ?? null));
  const at = (field: string) => `row[${names.indexOf(field)}]`;
  const node = `CREATE (n${labelsOf(table, at)} {since: $since, first: $since, ${names.map((name) => `\`${name}\`: ${at(name)}`).join(', ')}})`;
  const drawn = drawnAtOnce(table, at);
  if (drawn === undefined) {
    await transaction.all(`UNWIND $rows AS row ${node}`, { rows, since });
    return [];
  }
  const { find, draw } = drawn;
  const cypher = `UNWIND $rows AS row ${find} ${node} ${draw} RETURN count(*)`;
  const [made] = await transaction.all<[number]>(cypher, { rows, since });
  if (made?.[0] === rows.length) return [];
  const lacking = await unmade(transaction, table, rows, since);
  await transaction.all(`UNWIND $rows AS row ${node}`, { rows: lacking, since });
  return lacking.map(([id]) => id as string);
}

type Row = readonly Parameter[];

async function unmade(
  transaction: Transaction,
  table: Table,
  rows: readonly Row[],
  since: number,
): Promise<readonly Row[]> {
  const label = labelOf(table);
  const made = await transaction.all<[string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(id) WHERE n.id IN $ids AND n.since = $since RETURN n.id`,
    { ids: rows.map(([id]) => id ?? null), since },
  );
  const ids = new Set<Parameter | undefined>(made.map(([id]) => id));
  return rows.filter(([id]) => !ids.has(id));
}

/** Those of a node beside the versions it stands for; `id` is the first. */
function propertiesOf(table: Table): readonly string[] {
  return ['id', 'body', ...columnsOf(table), ...(table === 'name' ? ['grams', 'length', 'text', 'pinyin'] : [])];
}

import type { Table } from '../../rows.ts';
import type { Parameter, Transaction } from './connection.ts';
import { labelOf, NO_KIND, PAST } from './layout.ts';
import { drawing, erase, redraw } from './links.ts';

/** Of a row's node. */
export type Properties = { readonly [name: string]: Parameter };

/** Nodes of ids that have none yet, and what is drawn for them. @returns ids whose relationship lacks an end so far */
export async function createNodes(
  transaction: Transaction,
  table: Table,
  rows: readonly Properties[],
): Promise<readonly string[]> {
  const labels = table === 'entity' ? ':Entity:$(row.kind)' : `:${labelOf(table)}`;
  const cypher = `UNWIND $rows AS row CREATE (n${labels}) SET n = row ${drawing(table)}`;
  return (await transaction.all<[string]>(cypher, { rows })).map(([id]) => id);
}

/** New contents of ids that have a node: what stood there is set aside, what hangs on the node stays. */
export async function renewNodes(transaction: Transaction, table: Table, rows: readonly Properties[]): Promise<void> {
  const label = labelOf(table);
  await transaction.all(
    `UNWIND $rows AS row
     MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since)
     WHERE n.id = row.id AND n.since < row.since AND NOT n:${PAST}
     WITH n, row, properties(n) AS past
     SET n = row
     CREATE (p:${label}:${PAST}) SET p = past`,
    { rows },
  );
  const ids = rows.map(({ id }) => id as string);
  if (table === 'entity') await showKinds(transaction, ids);
  await redraw(transaction, table, ids);
}

/** Takes back the rows that `version` opened: what they had set aside stands again. */
export async function removeRows(
  transaction: Transaction,
  table: Table,
  ids: readonly string[],
  version: number,
): Promise<void> {
  const label = labelOf(table);
  const found = await transaction.all<[string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since)
     WHERE n.id IN $ids AND n.since = $version AND n.first = $version RETURN n.id`,
    { ids, version },
  );
  const fresh = found.map(([id]) => id);
  await erase(transaction, table, fresh);
  await transaction.all(
    `UNWIND $ids AS id
     MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since) WHERE n.id = id AND n.since = $version
     DETACH DELETE n`,
    { ids: fresh, version },
  );
  if (fresh.length === ids.length) return;
  await transaction.all(
    `UNWIND $ids AS id
     MATCH (n:${label}) USING INDEX SEEK n:${label}(id, since)
     WHERE n.id = id AND n.since = $version AND NOT n:${PAST}
     CALL (n) {
       MATCH (p:${label}) USING INDEX SEEK p:${label}(id, since) WHERE p.id = n.id AND p.since < $version AND p:${PAST}
       RETURN p ORDER BY p.since DESC LIMIT 1
     }
     WITH n, p, properties(p) AS past
     DELETE p
     SET n = past`,
    { ids, version },
  );
  if (table === 'entity') await showKinds(transaction, ids);
  await redraw(transaction, table, ids);
}

/** Gives entities whose content changed the label of their kind. */
async function showKinds(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.all(
    `UNWIND $ids AS id
     MATCH (n:Entity) USING INDEX SEEK n:Entity(id, since) WHERE n.id = id AND n.since > 0 AND NOT n:${PAST}
     REMOVE n${NO_KIND}
     SET n:$(n.kind)`,
    { ids },
  );
}

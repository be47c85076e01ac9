import type { Table } from '../../rows.ts';
import type { Parameter, Transaction } from './connection.ts';
import { labelOf, labelsOf, PAST } from './layout.ts';
import { erase, redraw } from './links.ts';

/** Of a row's node. */
export type Properties = { readonly [name: string]: Parameter };

/**
 * New contents of ids that have a node. The old one keeps its content, for whoever reads an older version at this very
 * moment: the server shows what is committed, without any snapshot.
 */
export async function renewNodes(transaction: Transaction, table: Table, rows: readonly Properties[]): Promise<void> {
  const label = labelOf(table);
  await transaction.all(
    `UNWIND $rows AS row
     MATCH (p:${label}) USING INDEX SEEK p:${label}(id)
     WHERE p.id = row.id AND p.since < row.since AND NOT p:${PAST}
     SET p:${PAST}
     CREATE (n${labelsOf(table, (field) => `row.${field}`)}) SET n = row`,
    { rows },
  );
  await redraw(
    transaction,
    table,
    rows.map(({ id }) => id as string),
  );
}

/** Takes back the rows that `version` opened: what was the newest content before is so again. */
export async function removeRows(
  transaction: Transaction,
  table: Table,
  ids: readonly string[],
  version: number,
): Promise<void> {
  const label = labelOf(table);
  const found = await transaction.all<[string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(id)
     WHERE n.id IN $ids AND n.since = $version AND n.first = $version RETURN n.id`,
    { ids, version },
  );
  await erase(
    transaction,
    table,
    found.map(([id]) => id),
  );
  await transaction.all(
    `UNWIND $ids AS id
     MATCH (n:${label}) USING INDEX SEEK n:${label}(id) WHERE n.id = id AND n.since = $version
     DETACH DELETE n`,
    { ids, version },
  );
  if (found.length === ids.length) return;
  await transaction.all(
    `UNWIND $ids AS id
     CALL (id) {
       MATCH (p:${label}) USING INDEX SEEK p:${label}(id) WHERE p.id = id AND p.since < $version
       RETURN p ORDER BY p.since DESC LIMIT 1
     }
     REMOVE p:${PAST}`,
    { ids, version },
  );
  await redraw(transaction, table, ids);
}

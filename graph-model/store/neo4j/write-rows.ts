import { TABLES, type CloseReason, type Table } from '../../rows.ts';
import { pinyinKeys } from '../../pinyin.ts';
import { gramsOf } from '../grams.ts';
import { planRows, type Standing, type StandingRows } from '../row-plan.ts';
import type { Parameter, Parameters, Transaction } from './connection.ts';
import { createNodes } from './fresh-nodes.ts';
import { keyText } from './key.ts';
import { columnsOf, labelOf } from './layout.ts';
import { redraw } from './links.ts';
import { NEVER } from './live.ts';
import { removeRows, renewNodes, type Properties } from './nodes.ts';
import type { Part } from './shares.ts';

/** A row among those of its table. */
type RowKey = { readonly id: string; readonly since: number };

const NOTHING_STANDS = {
  rows: { before: new Map(), opened: new Map() } satisfies StandingRows<RowKey>,
  firsts: new Map<string, number>(),
};

export type Written = { readonly unlinked: readonly string[]; readonly renewed: readonly string[] };

/**
 * Inside a transaction that holds the lease: makes the rows of these ids in the unfinished `version` what the wishes
 * say.
 * @returns ids whose relationship lacks an end so far, and those that have a new content
 */
export async function writeRows(
  transaction: Transaction,
  { table, ids, wishes, untouched }: Part,
  version: number,
): Promise<Written> {
  const { rows, firsts } = untouched ? NOTHING_STANDS : await standing(transaction, table, ids, version);
  const plan = planRows(ids, wishes, rows);
  if (plan.remove.length > 0) {
    const removed = plan.remove.map(({ id }) => id);
    await removeRows(transaction, table, removed, version);
    for (const id of removed) if (firsts.get(id) === version) firsts.delete(id);
  }
  if (plan.reopen.length > 0) await reopen(transaction, table, plan.reopen);
  for (const [reason, keys] of plan.close) await close(transaction, table, keys, version, reason);
  const fresh: Properties[] = [];
  const renewed: Properties[] = [];
  for (const body of plan.insert) {
    const properties = propertiesOf(table, body);
    const first = firsts.get(properties['id'] as string);
    if (first === undefined) fresh.push(properties);
    else renewed.push({ ...properties, since: version, first });
  }
  if (renewed.length > 0) await renewNodes(transaction, table, renewed);
  const unlinked = fresh.length === 0 ? [] : await createNodes(transaction, table, fresh, version);
  return { unlinked, renewed: renewed.map(({ id }) => id as string) };
}

/** What of the ids stands, and for those that have a node the version that first showed them. */
async function standing(transaction: Transaction, table: Table, ids: readonly string[], version: number) {
  const label = labelOf(table);
  const before = new Map<string, Standing<RowKey>>();
  const opened = new Map<string, Standing<RowKey>>();
  const firsts = new Map<string, number>();
  const found = await transaction.all<[string, number, number, number | null, CloseReason | null, string]>(
    `MATCH (n:${label}) USING INDEX SEEK n:${label}(id) WHERE n.id IN $ids AND n.since <= $version
     RETURN n.id, n.since, n.first, n.until, n.closedFor, n.body`,
    { ids, version },
  );
  for (const [id, since, first, until, closedFor, body] of found) {
    firsts.set(id, first);
    if (until !== null && until < version) continue;
    const standing = { key: { id, since }, body, closedFor: until === version ? closedFor : null };
    (since === version ? opened : before).set(id, standing);
  }
  const rows: StandingRows<RowKey> = { before, opened };
  return { rows, firsts };
}

async function close(
  transaction: Transaction,
  table: Table,
  keys: readonly RowKey[],
  version: number,
  reason: CloseReason,
): Promise<void> {
  await change(transaction, table, keys, 'n.until = $version, n.closedFor = $reason', { version, reason });
}

/** What closed it is left beside it, and says nothing. */
async function reopen(transaction: Transaction, table: Table, keys: readonly RowKey[]): Promise<void> {
  await change(transaction, table, keys, 'n.until = $never', { never: NEVER });
}

async function change(
  transaction: Transaction,
  table: Table,
  keys: readonly RowKey[],
  set: string,
  parameters: Parameters,
): Promise<void> {
  const label = labelOf(table);
  await transaction.all(
    `UNWIND $keys AS key
     MATCH (n:${label}) USING INDEX SEEK n:${label}(id) WHERE n.id = key.id AND n.since = key.since
     SET ${set}`,
    { ...parameters, keys },
  );
  await redraw(
    transaction,
    table,
    keys.map(({ id }) => id),
  );
}

function propertiesOf(table: Table, body: string): Properties {
  const row = JSON.parse(body) as { readonly id: string; readonly [field: string]: unknown };
  const properties: { [name: string]: Parameter } = { id: row.id, body };
  const keys: readonly string[] = TABLES[table].keys;
  for (const column of columnsOf(table)) {
    const value = row[column];
    if (typeof value === 'string') properties[column] = keys.includes(column) ? keyText(value) : value;
    else if (typeof value === 'number') properties[column] = value;
  }
  if (table === 'name') {
    const folded = String(row['folded']);
    properties['grams'] = gramsOf(folded);
    properties['length'] = Array.from(folded).length;
    const keys = pinyinKeys(folded);
    if (keys.length > 0) properties['pinyin'] = keys.join(' ');
    // The whole text, to be sorted by, where the index holds less of it.
    if (properties['folded'] !== folded) properties['text'] = folded;
  }
  return properties;
}

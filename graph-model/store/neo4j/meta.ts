import type { Head, Run } from '../port.ts';
import { checkedHead } from '../refusals.ts';
import type { Connection } from './connection.ts';
import { META, RUN } from './layout.ts';

const READ_HEAD = `MATCH (m:${META}) RETURN m.storeId, m.version, m.visibility`;
const READ_RUNS = `MATCH (r:${RUN}) RETURN r.body ORDER BY r.version`;

export async function readHead(connection: Connection, signal?: AbortSignal): Promise<Head> {
  const [row] = await connection.read<[unknown, unknown, unknown]>(READ_HEAD, {}, signal);
  const [storeId, version, visibility] = row ?? [];
  return checkedHead({ storeId, version, visibility }, { label: META });
}

export async function readRuns(connection: Connection): Promise<readonly Run[]> {
  const rows = await connection.read<[string]>(READ_RUNS);
  return rows.map(([body]) => JSON.parse(body) as Run);
}

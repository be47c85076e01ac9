import { GraphError } from '../../errors.ts';
import { type LeaseState, noteTaken, refuseWhileHeld } from '../held-lease.ts';
import type { Holder } from '../port.ts';
import type { Connection } from './connection.ts';
import type { Step } from './transaction-thread.ts';

type LeaseRow = [token: number, host: string | null, pid: number | null, heartbeat: number | null];

/** @throws GraphError STORE_BUSY while another holder is alive */
export function refuseWhileTaken(connection: Connection, asking: Holder): void {
  refuseWhileHeld(readLease(connection), asking, storeIdOf(connection));
}

/** Inside a transaction. @returns the new fencing token */
export function takeLease(connection: Connection, holder: Holder): number {
  refuseWhileTaken(connection, holder);
  const sql = 'UPDATE lease SET token = token + 1, host = ?, pid = ?, heartbeat = ?';
  connection.run(sql, holder.host, holder.pid, Date.now());
  const { token } = readLease(connection);
  noteTaken(storeIdOf(connection), token);
  return token;
}

/** The first step of every write: proves the right to it, else all is undone. */
export function renewalOf(token: number): Step {
  const sql = 'UPDATE lease SET heartbeat = ? WHERE token = ? AND pid IS NOT NULL';
  return { sql, values: [Date.now(), token], least: 1 };
}

/** Nothing happens when the lease is another's by now. */
export function freeing(token: number): Step {
  return { sql: 'UPDATE lease SET host = NULL, pid = NULL, heartbeat = NULL WHERE token = ?', values: [token] };
}

function storeIdOf(connection: Connection): string {
  const store = connection.first<[string]>(`SELECT value FROM meta WHERE key = 'storeId'`);
  return store?.[0] ?? '';
}

function readLease(connection: Connection): LeaseState {
  const row = connection.first<LeaseRow>('SELECT token, host, pid, heartbeat FROM lease');
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table: 'lease' });
  const [token, host, pid, heartbeat] = row;
  return { token, host, pid, heartbeat };
}

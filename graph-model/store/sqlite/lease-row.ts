import { GraphError } from '../../errors.ts';
import { type LeaseState, noteTaken, refuseWhileHeld } from '../held-lease.ts';
import type { Holder } from '../port.ts';
import type { Connection } from './connection.ts';

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

/** Inside the transaction of a write: proves the right to it. @throws GraphError LEASE_LOST */
export function renewLease(connection: Connection, token: number): void {
  const sql = 'UPDATE lease SET heartbeat = ? WHERE token = ? AND pid IS NOT NULL';
  if (connection.run(sql, Date.now(), token) === 0) throw new GraphError('LEASE_LOST', { token });
}

/** Nothing happens when the lease is another's by now. */
export function freeLease(connection: Connection, token: number): void {
  connection.run('UPDATE lease SET host = NULL, pid = NULL, heartbeat = NULL WHERE token = ?', token);
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

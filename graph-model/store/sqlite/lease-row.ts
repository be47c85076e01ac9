import { GraphError } from '../../errors.ts';
import type { Holder } from '../port.ts';
import type { Connection } from './connection.ts';

/** After this long without a write a holder on another machine counts as gone, in ms. */
const SILENCE_ELSEWHERE = 30_000;

/** On this machine a living process keeps its lease; after this long its number may be another process's by now. */
const SILENCE_HERE = 3_600_000;

type LeaseRow = [token: number, host: string | null, pid: number | null, heartbeat: number | null];

/** Tokens that this very process took: a lease under our own number that we never took is of a dead namesake. */
const takenHere = new Set<string>();

/** @throws GraphError STORE_BUSY while another holder is alive */
export function refuseWhileHeld(connection: Connection, asking: Holder): void {
  const { token, host, pid, heartbeat } = readLease(connection);
  if (host === null || pid === null || heartbeat === null) return;
  const silence = Date.now() - heartbeat;
  const here = host === asking.host;
  const runs = pid === process.pid ? takenHere.has(nameOf(connection, token)) : isRunning(pid);
  const alive = here ? runs && silence < SILENCE_HERE : silence < SILENCE_ELSEWHERE;
  if (alive) throw new GraphError('STORE_BUSY', { host, pid });
}

/** Inside a transaction. @returns the new fencing token */
export function takeLease(connection: Connection, holder: Holder): number {
  refuseWhileHeld(connection, holder);
  const sql = 'UPDATE lease SET token = token + 1, host = ?, pid = ?, heartbeat = ?';
  connection.run(sql, holder.host, holder.pid, Date.now());
  const { token } = readLease(connection);
  takenHere.add(nameOf(connection, token));
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

function nameOf(connection: Connection, token: number): string {
  const store = connection.first<[string]>(`SELECT value FROM meta WHERE key = 'storeId'`);
  return `${store?.[0] ?? ''} ${token}`;
}

function readLease(connection: Connection) {
  const row = connection.first<LeaseRow>('SELECT token, host, pid, heartbeat FROM lease');
  if (row === undefined) throw new GraphError('STORE_BROKEN', { table: 'lease' });
  const [token, host, pid, heartbeat] = row;
  return { token, host, pid, heartbeat };
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, but it is another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

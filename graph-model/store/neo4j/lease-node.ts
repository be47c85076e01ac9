import { randomUUID } from 'node:crypto';
import { GraphError } from '../../errors.ts';
import { noteTaken, refuseWhileHeld, type LeaseState } from '../held-lease.ts';
import type { Holder } from '../port.ts';
import type { Connection, Transaction } from './connection.ts';
import { META } from './layout.ts';

const LEASE_COLUMNS = 'm.storeId, m.version, m.token, m.host, m.pid, m.heartbeat, m.granted, m.committed';
const READ = `MATCH (m:${META}) RETURN ${LEASE_COLUMNS}`;

/** In both the write comes first: it waits for whoever holds the node, and only then is the state read. */
const LOCK = `MATCH (m:${META}) SET m.locked = $now WITH m RETURN ${LEASE_COLUMNS}`;
const TAKE = `MATCH (m:${META})
  SET m.token = $token, m.host = $host, m.pid = $pid, m.heartbeat = $now, m.granted = $grant`;
const RENEW = `MATCH (m:${META}) SET m.heartbeat = $now WITH m RETURN ${LEASE_COLUMNS}`;
const FREE = `MATCH (m:${META}) WHERE m.token = $token SET m.host = null, m.pid = null, m.heartbeat = null`;

type LeaseRow = [
  storeId: string,
  version: number,
  token: number,
  host: string | null,
  pid: number | null,
  heartbeat: number | null,
  granted: string | null,
  committed: string | null,
];

export type StoreState = LeaseState & {
  readonly storeId: string;
  readonly version: number;
  /** Which asking the lease was granted to. */
  readonly granted: string | null;
  /** Which attempt published last. */
  readonly committed: string | null;
};

/** @throws GraphError STORE_BUSY while another holder is alive */
export async function takeLease(connection: Connection, holder: Holder): Promise<{ token: number; base: number }> {
  // Asked first without the lock: a busy store answers at once, not after the other's batch.
  const [row] = await connection.read<LeaseRow>(READ);
  const state = stateOf(row);
  refuseWhileHeld(state, holder, state.storeId);
  const grant = randomUUID();
  const granted = await connection.write(async (transaction) => {
    const { token, version: base, storeId, ...lease } = await lockStore(transaction);
    // Granted already, and the answer was lost.
    if (lease.granted === grant) return { token, base, storeId };
    refuseWhileHeld({ token, ...lease }, holder, storeId);
    const next = { token: token + 1, host: holder.host, pid: holder.pid, now: Date.now(), grant };
    await transaction.all(TAKE, next);
    return { token: token + 1, base, storeId };
  });
  noteTaken(granted.storeId, granted.token);
  return granted;
}

/** Waits until no other writing transaction is under way. */
export async function lockStore(transaction: Transaction): Promise<StoreState> {
  const [row] = await transaction.all<LeaseRow>(LOCK, { now: Date.now() });
  return stateOf(row);
}

/** Inside the transaction of a write: proves the right to it. @throws GraphError LEASE_LOST */
export async function holdLease(transaction: Transaction, token: number): Promise<void> {
  const [row] = await transaction.all<LeaseRow>(RENEW, { now: Date.now() });
  const state = stateOf(row);
  // Thrown inside the transaction, so that the heartbeat of whoever holds it now stays what it was.
  if (state.token !== token || state.pid === null) throw new GraphError('LEASE_LOST', { token });
}

/** Nothing happens when the lease is another's by now. */
export async function freeLease(transaction: Transaction, token: number): Promise<void> {
  await transaction.all(FREE, { token });
}

function stateOf(row: LeaseRow | undefined): StoreState {
  if (row === undefined) throw new GraphError('STORE_BROKEN', { label: META });
  const [storeId, version, token, host, pid, heartbeat, granted, committed] = row;
  return { storeId, version, token, host, pid, heartbeat, granted, committed };
}

import { randomUUID } from 'node:crypto';
import { GraphError } from '../../errors.ts';
import { noteTaken, refuseWhileHeld, type LeaseState } from '../held-lease.ts';
import type { Holder } from '../port.ts';
import type { Connection, Transaction } from './connection.ts';
import { LANE, META } from './layout.ts';

const READ = `MATCH (m:${META}), (n:${META}|${LANE})
  RETURN m.storeId, m.version, m.token, m.host, m.pid, m.granted, m.unfinished, max(n.heartbeat)`;

/** A write waits for whoever holds the node; what is read after it is the latest. */
const LOCK_META = `MATCH (m:${META}) SET m.locked = $now`;
const LOCK_LANES = `MATCH (l:${LANE}) WITH l ORDER BY l.n SET l.locked = $now`;
/** `pid` of a lease that nobody holds any more. No property is removed: readers would miss the node meanwhile. */
const NOBODY = 0;

const HOLD = `MATCH (l:${LANE}) WHERE l.n = $lane SET l.heartbeat = $now WITH l
  MATCH (m:${META}) RETURN m.token, m.pid`;
const TAKE = `MATCH (m:${META})
  SET m.token = $token, m.host = $host, m.pid = $pid, m.heartbeat = $now, m.granted = $grant,
    m.unfinished = true`;
const FREE = `MATCH (m:${META}) WHERE m.token = $token SET m.pid = ${NOBODY}`;

type LeaseRow = [
  storeId: string,
  version: number,
  token: number,
  host: string | null,
  pid: number | null,
  granted: string | null,
  unfinished: boolean | null,
  heartbeat: number | null,
];

export type StoreState = LeaseState & {
  readonly storeId: string;
  readonly version: number;
  /** Which asking the lease was granted to. */
  readonly granted: string | null;
  /** May rows stand that no version shows? From the grant of a lease until it publishes. */
  readonly isUnfinished: boolean;
};

export type Granted = { readonly token: number; readonly base: number; readonly isUnfinished: boolean };

/**
 * Waits for every lane: whoever wrote under the lease before has then either written, or will be refused.
 * @throws GraphError STORE_BUSY while another holder is alive
 */
export async function takeLease(connection: Connection, holder: Holder): Promise<Granted> {
  // Asked first without the lock: a busy store answers at once, not after the other's batch.
  const [row] = await connection.read<LeaseRow>(READ);
  const state = stateOf(row);
  refuseWhileHeld(state, holder, state.storeId);
  const grant = randomUUID();
  const granted = await connection.write(async (transaction) => {
    const { version: base, ...lease } = await lockStore(transaction);
    const { token, storeId, isUnfinished } = lease;
    // Granted already, and the answer was lost.
    if (lease.granted === grant) return { token, base, storeId, isUnfinished: true };
    refuseWhileHeld(lease, holder, storeId);
    await transaction.all(LOCK_LANES, { now: Date.now() });
    // A batch may have been under way, and is done by now: its writer is alive.
    const [after] = await transaction.all<LeaseRow>(READ);
    refuseWhileHeld(stateOf(after), holder, storeId);
    await transaction.all(TAKE, { token: token + 1, host: holder.host, pid: holder.pid, now: Date.now(), grant });
    return { token: token + 1, base, storeId, isUnfinished };
  });
  const { storeId, ...taken } = granted;
  noteTaken(storeId, taken.token);
  return taken;
}

/** Waits until nobody else takes the lease or publishes. */
export async function lockStore(transaction: Transaction): Promise<StoreState> {
  await transaction.all(LOCK_META, { now: Date.now() });
  const [row] = await transaction.all<LeaseRow>(READ);
  return stateOf(row);
}

/**
 * Inside the transaction of a write on a lane: proves the right to it.
 * @throws GraphError LEASE_LOST, inside the transaction, so that the heartbeat of whoever holds it now stays
 */
export async function holdLease(transaction: Transaction, token: number, lane: number): Promise<void> {
  const [row] = await transaction.all<[number, number]>(HOLD, { lane, now: Date.now() });
  if (row?.[0] !== token || row[1] === NOBODY) throw new GraphError('LEASE_LOST', { token });
}

/** Nothing happens when the lease is another's by now. */
export async function freeLease(transaction: Transaction, token: number): Promise<void> {
  await transaction.all(FREE, { token });
}

function stateOf(row: LeaseRow | undefined): StoreState {
  if (row === undefined) throw new GraphError('STORE_BROKEN', { label: META });
  const [storeId, version, token, host, pid, granted, unfinished, heartbeat] = row;
  const holder = pid === NOBODY ? { host: null, pid: null } : { host, pid };
  return { storeId, version, token, ...holder, heartbeat, granted, isUnfinished: unfinished === true };
}

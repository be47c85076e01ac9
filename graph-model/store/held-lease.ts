import { GraphError } from '../errors.ts';
import type { Holder } from './port.ts';

/** After this long without a write a holder on another machine counts as gone, in ms. */
const SILENCE_ELSEWHERE = 30_000;

/** On this machine a living process keeps its lease; after this long its number may be another process's by now. */
const SILENCE_HERE = 3_600_000;

/** A lease as a store keeps it; nobody holds it when `host` is null. */
export type LeaseState = {
  readonly token: number;
  readonly host: string | null;
  readonly pid: number | null;
  /** When its holder last wrote, in ms since 1970. */
  readonly heartbeat: number | null;
};

/** Leases that this very process took: one under our own number that we never took is of a dead namesake. */
const takenHere = new Set<string>();

export function noteTaken(storeId: string, token: number): void {
  takenHere.add(`${storeId} ${token}`);
}

/** @throws GraphError STORE_BUSY while another holder is alive */
export function refuseWhileHeld(lease: LeaseState, asking: Holder, storeId: string): void {
  const { token, host, pid, heartbeat } = lease;
  if (host === null || pid === null || heartbeat === null) return;
  const silence = Date.now() - heartbeat;
  const runs = pid === process.pid ? takenHere.has(`${storeId} ${token}`) : isRunning(pid);
  const alive = host === asking.host ? runs && silence < SILENCE_HERE : silence < SILENCE_ELSEWHERE;
  if (alive) throw new GraphError('STORE_BUSY', { host, pid });
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

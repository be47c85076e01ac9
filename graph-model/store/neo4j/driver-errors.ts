import { isRetryableError } from 'neo4j-driver';
import { GraphError } from '../../errors.ts';

/** A connection lost while it logs in: the driver calls it a fault of the protocol, and would not try again. */
const LOST_AT_LOGIN = 'ProtocolError';

/** May the same call succeed at once? What was too large for the server's memory will be so again. */
export function mayPass(error: unknown): boolean {
  if (codeOf(error).includes('OutOfMemory')) return false;
  return isRetryableError(error) || codeOf(error) === LOST_AT_LOGIN;
}

/** What the driver threw, in our words; faults of our own Cypher stay what they are. */
export function graphErrorOf(error: unknown, url: string): unknown {
  if (error instanceof GraphError || !(error instanceof Error)) return error;
  const because = reasonOf(codeOf(error), error.message);
  return because === undefined ? error : new GraphError('STORE_UNAVAILABLE', { store: url, because });
}

function reasonOf(code: string, message: string): string | undefined {
  if (code === 'Neo.ClientError.Security.Forbidden') {
    return 'no right to do this: the user needs to read, to write, and to create indexes and constraints';
  }
  if (code.startsWith('Neo.ClientError.Security.')) return 'NEO4J_USERNAME, NEO4J_PASSWORD not accepted';
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') return 'no such database';
  if (code === 'Neo.ClientError.Cluster.NotALeader') return 'this server of a cluster does not write: use neo4j://';
  if (code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut')) return code;
  if (/^Neo\.(TransientError\.|DatabaseError\.(Database|General)\.)/.test(code)) return code;
  if (['ServiceUnavailable', 'SessionExpired', LOST_AT_LOGIN].includes(code)) return 'not reached';
  // What the pool itself says has no code.
  if (/acquisition timed out/i.test(message)) return 'no connection became free';
  if (/closed (driver|pool|session)|pool is closed/i.test(message)) return 'not reached';
  return undefined;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

import { GraphError } from '../../errors.ts';

/** What the driver threw, in our words; faults of our own Cypher stay what they are. */
export function graphErrorOf(error: unknown, url: string): unknown {
  if (error instanceof GraphError || !(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  const because = reasonOf(code, error.message);
  return because === undefined ? error : new GraphError('STORE_UNAVAILABLE', { store: url, because });
}

function reasonOf(code: string, message: string): string | undefined {
  if (code.startsWith('Neo.ClientError.Security.')) return 'NEO4J_USERNAME, NEO4J_PASSWORD not accepted';
  if (code === 'Neo.ClientError.Database.DatabaseNotFound') return 'no such database';
  if (/^Neo\.(TransientError\.|DatabaseError\.(Database|General)\.)/.test(code)) return code;
  if (/^(ServiceUnavailable|SessionExpired)$/.test(code)) return 'not reached';
  // The pool's own wait has no code of its own.
  if (/acquisition timed out/i.test(message) || /closed (driver|pool|session)|pool is closed/i.test(message))
    return 'not reached';
  return undefined;
}

import { GraphError } from '../../errors.ts';

/**
 * Before 3.51.3 a checkpoint of one process may reset the log under the writes of another, and committed rows are
 * lost: a server beside an ingest is just that. The cure was also carried back to 3.50.7 and 3.44.6.
 * @param version as `sqlite_version()` gives it
 * @throws GraphError STORE_UNAVAILABLE
 */
export function refuseUnsafeSqlite(version: string): void {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const number = major * 1_000_000 + minor * 1_000 + patch;
  const carriedBack = (minor === 50 && patch >= 7) || (minor === 44 && patch >= 6);
  if (!(number >= 3_051_003 || (major === 3 && carriedBack))) {
    throw new GraphError('STORE_UNAVAILABLE', {
      because: 'SQLite loses writes here',
      sqlite: version,
      needs: '3.51.3',
    });
  }
}

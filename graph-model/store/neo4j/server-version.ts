import { GraphError } from '../../errors.ts';

/** The first release with dynamic labels and types, and the oldest that its makers still mend. */
const NEEDED = '5.26';

/**
 * @param version as the server says it: 5.26.30, or by year since 2025.01
 * @throws GraphError STORE_UNAVAILABLE
 */
export function refuseOldServer(version: string, url: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED.split('.').map(Number);
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return;
  throw new GraphError('STORE_UNAVAILABLE', { store: url, because: 'Neo4j too old', server: version, needs: NEEDED });
}

import { describe } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import { describeSameness, type SidesOf } from '../sameness/suite.ts';
import { copyRuns, type WorldName } from '../sameness/worlds.ts';
import { emptyDatabase } from './harness.ts';
import { missing, testServer } from './test-server.ts';

const TIMEOUT = 1_800_000;

/** A file for each world, since files run beside each other. */
export function describeSamenessOnNeo4j(world: WorldName): void {
  describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => describeSameness(world, sidesOf, TIMEOUT));
}

/**
 * The same runs in Neo4j, their rows written in another order and in other batches, in both modes. That SQLite answers
 * alike in both is tested without a server.
 */
const sidesOf: SidesOf = async (baseline) => {
  const { url, credentials } = testServer();
  await emptyDatabase({ url, credentials });
  const store = await openStore(url, { credentials, visibility: 'internal' });
  await copyRuns(baseline, store);
  return [
    { name: 'Neo4j', store, analysis: 'memory' },
    { name: 'Neo4j, not in memory', store, analysis: 'store' },
  ];
};

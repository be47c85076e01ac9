import { describe } from 'vitest';
import { storeContract } from '#test/store-contract.ts';
import { neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  storeContract('Neo4j', () => neo4jHarness(testServer()), 12);
});

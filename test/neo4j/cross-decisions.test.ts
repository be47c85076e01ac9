import { describe } from 'vitest';
import { crossDecisions } from '#test/ingest/decisions/cross-decisions.ts';
import { neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  crossDecisions('Neo4j', () => neo4jHarness(testServer()));
});

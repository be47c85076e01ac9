import { describe } from 'vitest';
import { surveyRoundTrip } from '#test/survey/round-trip.ts';
import { neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

describe.skipIf(missing !== undefined)(missing ?? 'with a server', () => {
  surveyRoundTrip('Neo4j', () => neo4jHarness(testServer()));
});

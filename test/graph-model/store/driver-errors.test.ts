import { Neo4jError } from 'neo4j-driver';
import { expect, test } from 'vitest';
import { graphErrorOf } from '#graph-model/store/neo4j/driver-errors.ts';

const URL = 'bolt://example';

test.each([
  ['Neo.ClientError.Security.Unauthorized', /^NEO4J_USERNAME, NEO4J_PASSWORD not accepted$/],
  ['Neo.ClientError.Security.Forbidden', /^no right .*read.*write.*indexes and constraints$/],
  ['Neo.ClientError.Cluster.NotALeader', /neo4j:\/\/$/],
  ['Neo.ClientError.Transaction.TransactionTimedOut', /^Neo\.ClientError\.Transaction\.TransactionTimedOut$/],
  [
    'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration',
    /^Neo\.ClientError\.Transaction\.TransactionTimedOutClientConfiguration$/,
  ],
  ['Neo.TransientError.Transaction.DeadlockDetected', /^Neo\.TransientError\.Transaction\.DeadlockDetected$/],
  ['ServiceUnavailable', /^not reached$/],
])('what the server calls %s is said so that a person knows what to do', (code, because) => {
  expect(graphErrorOf(thrown(code), URL)).toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { store: URL, because: expect.stringMatching(because) },
  });
});

test('a fault of our own Cypher stays what it is', () => {
  const error = thrown('Neo.ClientError.Statement.SyntaxError');
  expect(graphErrorOf(error, URL)).toBe(error);
});

function thrown(code: string): Neo4jError {
  return new Neo4jError('as the server says', code, '50N42', 'as the server says', {
    OPERATION: '',
    OPERATION_CODE: '0',
    CURRENT_SCHEMA: '/',
  });
}

import { expect, test } from 'vitest';
import { GraphError } from '#graph-model/errors.ts';
import { refuseOldServer } from '#graph-model/store/neo4j/server-version.ts';

const URL = 'bolt://127.0.0.1:7687';

test('servers before 5.26 are refused with their version and the one that is needed', () => {
  for (const server of ['4.4.40', '5.3.0', '5.25.1', '']) {
    const old = new GraphError('STORE_UNAVAILABLE', { store: URL, because: 'Neo4j too old', server, needs: '5.26' });
    expect(() => refuseOldServer(server, URL)).toThrow(old);
  }
});

test('5.26, what follows it, and releases named by year are welcome', () => {
  for (const server of ['5.26.0', '5.26.30', '5.27.0', '2025.01.0', '2026.10.1']) {
    expect(() => refuseOldServer(server, URL)).not.toThrow();
  }
});

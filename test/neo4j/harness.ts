import neo4j, { type Driver } from 'neo4j-driver';
import { NEVER } from '#graph-model/store/neo4j/live.ts';
import { openStore } from '#graph-model/store/open.ts';
import type { GraphStore } from '#graph-model/store/port.ts';
import type { StoreHarness } from '#test/store-contract/harness.ts';
import type { TestServer } from './test-server.ts';

/**
 * The one database of the test server, emptied. Its indexes stay from test to test: making them takes longer than
 * most tests do.
 */
export async function neo4jHarness({ url, credentials }: TestServer): Promise<StoreHarness> {
  await emptyDatabase({ url, credentials });
  const opened: GraphStore[] = [];
  return {
    url,
    async open(options) {
      const store = await openStore(url, { credentials, ...options });
      opened.push(store);
      return store;
    },
    async ageLease(seconds) {
      await change(`MATCH (m:Longlian|Lane) SET m.heartbeat = ${Date.now() - seconds * 1000}`);
    },
    async raiseFormat() {
      await change('MATCH (m:Longlian) SET m.format = m.format + 1');
    },
    content: () => inDatabase({ url, credentials }, contentOf),
    async destroy() {
      for (const store of opened) await store.close();
    },
  };

  async function change(cypher: string): Promise<void> {
    await inDatabase({ url, credentials }, (driver) => driver.executeQuery(cypher));
  }
}

/** Removes every node and relationship. */
export async function emptyDatabase(server: TestServer): Promise<void> {
  await inDatabase(server, async (driver) => {
    const session = driver.session();
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS');
    await session.close();
  });
}

/** Work on the database behind the store's back. */
export async function inDatabase<T>(
  { url, credentials }: TestServer,
  work: (driver: Driver) => Promise<T>,
): Promise<T> {
  const { username, password } = credentials;
  const driver = neo4j.driver(url, neo4j.auth.basic(username, password), { useBigInt: true });
  try {
    return await work(driver);
  } finally {
    await driver.close();
  }
}

/**
 * Every node with its labels and properties, and every relationship with its ends, in an order of their own. A row that
 * is open again after it was closed is as one that never was.
 */
async function contentOf(driver: Driver): Promise<string> {
  const nodes = await driver.executeQuery(
    `MATCH (n) RETURN [label IN labels(n) | label] AS labels,
      CASE WHEN n.until = ${NEVER} THEN n {.*, until: null, closedFor: null} ELSE properties(n) END AS properties`,
  );
  const links = await driver.executeQuery(
    'MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS type, properties(r) AS properties, b.id AS b',
  );
  const lines = [...nodes.records, ...links.records].map((record) =>
    JSON.stringify(record.toObject(), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : (value ?? undefined),
    ),
  );
  return lines.sort().join('\n');
}

import neo4j from 'neo4j-driver';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '#graph-model/store/open.ts';
import { entityRow } from '../support/rows.ts';
import { opened, publish } from '../store-contract/harness.ts';
import { inDatabase, neo4jHarness } from './harness.ts';
import { missing, testServer } from './test-server.ts';

type Harness = Awaited<ReturnType<typeof neo4jHarness>>;
let harness: Harness | undefined;

beforeEach(async ({ skip }) => {
  if (missing !== undefined) return skip(missing);
  harness = await neo4jHarness(testServer());
});
afterEach(async () => harness?.destroy());

function open(...options: Parameters<Harness['open']>) {
  if (harness === undefined) throw new Error('no server');
  return harness.open(...options);
}

async function change(cypher: string): Promise<void> {
  await inDatabase(testServer(), (driver) => driver.executeQuery(cypher));
}

test('an index of another analyzer under our name is an error that says which, and nothing is written', async () => {
  await (await open()).close();
  await change('MATCH (n) DETACH DELETE n');
  await change('DROP INDEX longlian_name_grams');
  await change(`CREATE FULLTEXT INDEX longlian_name_grams FOR (n:Name) ON EACH [n.grams]
    OPTIONS { indexConfig: { \`fulltext.analyzer\`: 'cjk' } }`);
  await change('CALL db.awaitIndexes(60)');
  await expect(open()).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: {
      because: 'an index is another',
      index: 'longlian_name_grams',
      found: 'FULLTEXT Name grams cjk',
      needed: 'FULLTEXT Name grams whitespace',
    },
  });
  expect(await harness?.content()).toBe('');
  await change('DROP INDEX longlian_name_grams');
  expect((await (await open()).head()).version).toBe(0);
});

test('an index that somebody dropped is made again by whoever may write, and missed by whoever only reads', async () => {
  await publish(await open(), opened('entity', entityRow('甲公司')));
  await change('DROP INDEX longlian_relationship_from');
  await expect(open({ readOnly: true })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { because: 'an index is missing', index: 'longlian_relationship_from' },
  });
  await open();
  const store = await open({ readOnly: true });
  expect(await (await store.reader(1)).count('entity')).toBe(1);
});

test('a database that holds data of another program is refused and left as it is', async () => {
  await change("CREATE (:Film {title: '别人的数据'})");
  const before = await harness?.content();
  for (const options of [{}, { readOnly: true }]) {
    await expect(open(options)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  }
  expect(await harness?.content()).toBe(before);
});

test.each([`MATCH (m:Longlian) REMOVE m.format`, `MATCH (m:Longlian) SET m.format = 'two'`])(
  'a node that only bears the label of our own is data of another program (%s)',
  async (cypher) => {
    await (await open()).close();
    await change(cypher);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      data: { because: 'the database holds data of another program' },
    });
  },
);

test('a store of an older format is refused as one of another format', async () => {
  await (await open()).close();
  await change('MATCH (m:Longlian) SET m.format = 0');
  await expect(open()).rejects.toMatchObject({ code: 'STORE_FORMAT', data: { format: 0, known: 4 } });
});

test('a wrong password, an unknown database and no credentials are each said, without the password', async () => {
  const { url, credentials } = testServer();
  const refusal = async (wrong: Partial<typeof credentials>) => {
    const error = await openStore(url, { credentials: { ...credentials, ...wrong } }).catch((one: unknown) => one);
    return error as { readonly code: string; readonly message: string };
  };
  const password = await refusal({ password: 'not-the-password' });
  expect(password).toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { because: expect.stringContaining('NEO4J_PASSWORD') },
  });
  expect(password.message).not.toContain('not-the-password');
  expect(await refusal({ database: 'elsewhere' })).toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { because: 'no such database' },
  });
  await expect(openStore(url)).rejects.toMatchObject({ code: 'USAGE', data: { missing: 'NEO4J_PASSWORD' } });
});

test('neo4j:// reaches the same store by way of the routing table, and reads its own writes', async () => {
  const { url, credentials } = testServer();
  await publish(await open(), opened('entity', entityRow('甲公司')));
  const store = await openStore(url.replace(/^bolt/, 'neo4j'), { credentials });
  try {
    await publish(store, opened('entity', entityRow('乙公司')));
    expect(await store.head()).toStrictEqual(await (await open()).head());
    expect(await (await store.reader(2)).count('entity')).toBe(2);
  } finally {
    await store.close();
  }
});

test('a server that is not there is said at once', async () => {
  const { credentials } = testServer();
  await expect(openStore('bolt://127.0.0.1:1', { credentials })).rejects.toMatchObject({
    code: 'STORE_UNAVAILABLE',
    data: { store: 'bolt://127.0.0.1:1', because: 'not reached' },
  });
});

test('a whole number beyond 2^53 in our own nodes is broken data, not another number', async () => {
  const store = await open();
  await inDatabase(testServer(), (driver) =>
    driver.executeQuery('MATCH (m:Longlian) SET m.version = $n', { n: neo4j.int('9007199254740993') }),
  );
  await expect(store.head()).rejects.toMatchObject({ code: 'STORE_BROKEN', data: { integer: '9007199254740993' } });
});

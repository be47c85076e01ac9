import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import neo4j, { type Driver, type RecordShape } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { withTempFolder } from '#test/support/temp-folder.ts';
import { missing, testServer } from './test-server.ts';

let driver: Driver | undefined;

beforeAll(() => {
  if (missing !== undefined) return;
  const { url, credentials } = testServer();
  driver = neo4j.driver(url, neo4j.auth.basic(credentials.username, credentials.password));
});

beforeEach(({ skip }) => {
  if (missing !== undefined) skip(missing);
});

afterAll(async () => {
  await driver?.close();
});

test('the server answers', async () => {
  expect(await rows('RETURN 1.0 AS one')).toStrictEqual([{ one: 1 }]);
});

test('the server is the Community edition of 5.26', async () => {
  const [component] = await rows(
    'CALL dbms.components() YIELD edition, versions RETURN edition, versions[0] AS version',
  );
  expect(component).toStrictEqual({ edition: 'community', version: expect.stringMatching(/^5\.26\./) });
});

describe.skipIf(process.env['NEO4J_TEST_URL'])('a server we started', () => {
  test('speaks Bolt alone', async () => {
    const query = "SHOW SETTINGS 'server.http.enabled', 'server.https.enabled' YIELD name, value ORDER BY name";
    expect(await rows(query)).toStrictEqual([
      { name: 'server.http.enabled', value: 'false' },
      { name: 'server.https.enabled', value: 'false' },
    ]);
  });

  test('reads no file of this machine', async () => {
    await withTempFolder(async (folder) => {
      const file = path.join(folder, 'secret.csv');
      await writeFile(file, 'secret\n');
      const reading = rows('LOAD CSV FROM $url AS line RETURN line', { url: `file://${file}` });
      await expect(reading).rejects.toThrow("'dbms.security.allow_csv_import_from_file_urls' is false");
    });
  });
});

async function rows(query: string, parameters: RecordShape = {}): Promise<RecordShape[]> {
  if (!driver) throw new Error('no server');
  const { records } = await driver.executeQuery(query, parameters);
  return records.map((record) => record.toObject());
}

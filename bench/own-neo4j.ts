import type { Credentials } from '#graph-model/store/open-options.ts';
import { emptyDatabase } from '../test/neo4j/harness.ts';
import { startNeo4jServer } from '../test/support/neo4j-server.ts';

export type OwnNeo4j = {
  readonly url: string;
  readonly credentials: Credentials;
  /** Only a server that a bench has started itself is ever emptied. */
  empty(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * A Neo4j of the bench's own, with the compiler and memory of one that runs for long. Processes that the bench starts
 * find it by the settings of a user.
 */
export async function ownNeo4j(): Promise<OwnNeo4j> {
  const server = await startNeo4jServer('--heap', '2g', '--page-cache', '2g', '--steady');
  const { url, user: username, password } = server;
  const credentials = { username, password, database: 'neo4j' };
  Object.assign(process.env, { NEO4J_USERNAME: username, NEO4J_PASSWORD: password });
  return { url, credentials, empty: () => emptyDatabase({ url, credentials }), stop: () => server.stop() };
}

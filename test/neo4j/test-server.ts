import { inject } from 'vitest';
import type { Credentials } from '#graph-model/store/open-options.ts';
import type { Neo4jServer } from '#test/support/neo4j-server.ts';

export type TestServer = {
  readonly url: string;
  readonly credentials: Credentials;
  /** Of its process, when we started it. */
  readonly pid?: number;
};

const provided = inject('neo4j');

/** The server of this worker: the files that run beside each other each have one, since they empty it. */
const server = 'missing' in provided ? provided : ownServer(provided);

/** Why there is no server, for `skip`; undefined when there is one. */
export const missing: string | undefined = 'missing' in server ? server.missing : undefined;

/** The server of this run. Processes that tests start find it by the same settings as a user's. */
export function testServer(): TestServer {
  if ('missing' in server) throw new Error(server.missing);
  const { url, user: username, password, pid } = server;
  const credentials = { username, password, database: 'neo4j' };
  Object.assign(process.env, { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' });
  return pid === undefined ? { url, credentials } : { url, credentials, pid };
}

function ownServer(servers: readonly Neo4jServer[]): Neo4jServer {
  const worker = Number(process.env['VITEST_POOL_ID']);
  const own = servers.length === 1 ? servers[0] : servers[worker - 1];
  if (own === undefined) throw new Error(`worker ${worker} has no server of its own`);
  return own;
}

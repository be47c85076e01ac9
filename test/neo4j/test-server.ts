import { inject } from 'vitest';
import type { Credentials } from '#graph-model/store/open-options.ts';

export type TestServer = {
  readonly url: string;
  readonly credentials: Credentials;
  /** Of its process, when we started it. */
  readonly pid?: number;
};

const provided = inject('neo4j');

/** Why there is no server, for `skip`; undefined when there is one. */
export const missing: string | undefined = 'missing' in provided ? provided.missing : undefined;

/** The server of this run. Processes that tests start find it by the same settings as a user's. */
export function testServer(): TestServer {
  if ('missing' in provided) throw new Error(provided.missing);
  const { url, user: username, password, pid } = provided;
  const credentials = { username, password, database: 'neo4j' };
  Object.assign(process.env, { NEO4J_USERNAME: username, NEO4J_PASSWORD: password, NEO4J_DATABASE: 'neo4j' });
  return pid === undefined ? { url, credentials } : { url, credentials, pid };
}

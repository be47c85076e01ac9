import type { TestProject } from 'vitest/node';
import { type Neo4jServer, type NoNeo4j, neo4jServer } from '#test/support/neo4j-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** One for each file that runs at the same time. */
    neo4j: readonly [Neo4jServer, ...Neo4jServer[]] | NoNeo4j;
  }
}

let stop: () => Promise<unknown> = () => Promise.resolve();

/** Servers for all files of the project. Where there are none, the tests skip themselves and say why. */
export async function setup(project: TestProject): Promise<void> {
  const first = await neo4jServer();
  if ('missing' in first) {
    console.warn(`跳过 Neo4j 的测试 the tests of Neo4j are skipped: ${first.missing}`);
    project.provide('neo4j', first);
    return;
  }
  const servers = [first];
  stop = () => Promise.all(servers.map((server) => server.stop()));
  while (servers.length < project.config.maxWorkers) {
    const server = await neo4jServer();
    if ('missing' in server) throw new Error(server.missing);
    servers.push(server);
  }
  const [one, ...others] = servers.map(({ stop: _stop, ...provided }) => provided);
  if (one !== undefined) project.provide('neo4j', [one, ...others]);
}

export async function teardown(): Promise<void> {
  await stop();
}

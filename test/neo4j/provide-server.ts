import type { TestProject } from 'vitest/node';
import { type Neo4jServer, type NoNeo4j, neo4jServer } from '#test/support/neo4j-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Neo4jServer | NoNeo4j;
  }
}

let stop: () => Promise<void> = () => Promise.resolve();

/** One server for all files of the project. Where there is none, the tests skip themselves and say why. */
export async function setup(project: TestProject): Promise<void> {
  const server = await neo4jServer();
  if ('missing' in server) {
    console.warn(`跳过 Neo4j 的测试 the tests of Neo4j are skipped: ${server.missing}`);
    project.provide('neo4j', server);
    return;
  }
  const { stop: stopServer, ...provided } = server;
  stop = stopServer;
  project.provide('neo4j', provided);
}

export async function teardown(): Promise<void> {
  await stop();
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkJars } from '../../scripts/neo4j/jars.mjs';
import { findJava } from '../../scripts/neo4j/java.mjs';
import { SetUpError } from '../../scripts/setup/set-up-error.mjs';

const SCRIPT = fileURLToPath(new URL('../../scripts/neo4j/main.mjs', import.meta.url));

/** Community has one database: whoever uses the server clears it, and nobody else may use it meanwhile. */
export type Neo4jServer = {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  /** Of the JVM, when we started it. */
  readonly pid?: number;
};
export type StartedNeo4j = Neo4jServer & { readonly pid: number; stop(): Promise<void> };
/** Why this machine has none, in both languages. */
export type NoNeo4j = { readonly missing: string };

/** The server that `NEO4J_TEST_URL` names; without it one of our own, if this machine can run it. */
export async function neo4jServer(): Promise<(Neo4jServer & { stop(): Promise<void> }) | NoNeo4j> {
  const { NEO4J_TEST_URL: url, NEO4J_USERNAME: user = 'neo4j', NEO4J_PASSWORD: password = '' } = process.env;
  if (url) return { url, user, password, stop: () => Promise.resolve() };
  const missing = whatNeo4jLacks();
  return missing === undefined ? startNeo4jServer() : { missing };
}

/**
 * A server of the test's own, as `npm run neo4j` starts it, in a process that outlives ours by half a second at most.
 * @param args of scripts/neo4j/main.mjs
 */
export async function startNeo4jServer(...args: readonly string[]): Promise<StartedNeo4j> {
  const child = spawn(process.execPath, [SCRIPT, '--follow', ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const server = JSON.parse(await firstLine(child)) as Neo4jServer & { readonly pid: number };
  return {
    ...server,
    async stop() {
      if (child.exitCode !== null) return;
      const closed = once(child, 'close');
      child.kill('SIGTERM');
      await closed;
    },
  };
}

function whatNeo4jLacks(): string | undefined {
  try {
    findJava(process.env);
    checkJars();
    return undefined;
  } catch (error) {
    if (error instanceof SetUpError) return error.message;
    throw error;
  }
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk);
    if (said.includes('\n')) return said;
  }
  throw new Error(`${path.basename(SCRIPT)} ended before Neo4j listened`);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { followParent } from '../setup/follow-parent.mjs';
import { say } from '../setup/say.mjs';
import { SetUpError } from '../setup/set-up-error.mjs';
import { fetchJars } from './jars.mjs';
import { findJava } from './java.mjs';
import { startNeo4j, tailOfLog } from './start.mjs';

/**
 * A real Neo4j on the loopback address until we are told to stop. Standard output is one JSON line, when it listens: url,
 * user, password, and pid of the JVM.
 * `--home DIR` keeps its data · `--port N` · `--heap 2g --page-cache 2g --steady` for benches · `--follow` stops it with the process
 * that started us (under npm it always does).
 */
const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    port: { type: 'string', default: '0' },
    heap: { type: 'string', default: '512m' },
    'page-cache': { type: 'string', default: '256m' },
    steady: { type: 'boolean', default: false },
    follow: { type: 'boolean', default: false },
  },
});
const told = new AbortController();
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => told.abort());
followParent(values.follow);

try {
  const java = findJava(process.env);
  const jars = await fetchJars();
  if (values.home !== undefined) await serve(java, jars, resolve(values.home));
  else {
    const home = mkdtempSync(join(tmpdir(), 'longlian-neo4j-'));
    try {
      await serve(java, jars, home);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  }
} catch (error) {
  if (error instanceof SetUpError) say(error.zh, error.en);
  else if (!told.signal.aborted) console.error(error);
  process.exitCode = 3;
}

/** @param {string} java @param {string} jars @param {string} home */
async function serve(java, jars, home) {
  const options = {
    java,
    jars,
    home,
    port: Number(values.port),
    heap: values.heap,
    pageCache: values['page-cache'],
    quick: !values.steady,
  };
  const server = await startNeo4j({ ...options, signal: told.signal });
  const { url, user, password, pid } = server;
  console.log(JSON.stringify({ url, user, password, pid }));
  const stopped = new Promise((done) => told.signal.addEventListener('abort', done));
  await Promise.race([stopped, server.ended]);
  if (!told.signal.aborted) throw new SetUpError('Neo4j 自己停了', `Neo4j ended by itself\n${tailOfLog(home)}`);
  await server.stop();
}

import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from '../setup/lock.mjs';
import { ROOT } from '../setup/root.mjs';
import { runChild } from '../setup/run-child.mjs';
import { say } from '../setup/say.mjs';
import { SetUpError } from '../setup/set-up-error.mjs';

const VERSION = '5.26.30';
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';

/** Not in node_modules: `npm ci` clears that. The folder gets its name when it is complete. */
const FOLDER = join(process.env['LONGLIAN_NEO4J_CACHE'] || join(ROOT, 'build'), `neo4j-${VERSION}`);

/**
 * Are the jars here, or could they be fetched?
 * @throws {SetUpError} when they are not, and there is no Maven either
 */
export function checkJars() {
  if (existsSync(FOLDER) || spawnSync('mvn', ['--version']).status === 0) return;
  throw new SetUpError(`没有 Maven，也没有取来过 Neo4j ${VERSION}`, `no Maven, and no Neo4j ${VERSION} fetched before`);
}

/**
 * The jars of Neo4j Community, fetched by Maven the first time (128 MB).
 * @returns {Promise<string>} their folder
 * @throws {SetUpError} when Maven fails; its own words are on standard error by then
 */
export async function fetchJars() {
  if (existsSync(FOLDER)) return FOLDER;
  await withLock(`${FOLDER}.lock`, async () => {
    if (existsSync(FOLDER)) return;
    checkJars();
    say(`正在用 Maven 取 Neo4j ${VERSION}……`, `fetching Neo4j ${VERSION} by Maven…`);
    const part = `${FOLDER}.part`;
    rmSync(part, { recursive: true, force: true });
    const pom = join(ROOT, 'scripts', 'neo4j', 'pom.xml');
    const options = [`-Dneo4j.version=${VERSION}`, `-DoutputDirectory=${part}`, '-DincludeScope=runtime'];
    const code = await runChild('mvn', ['-q', '-B', '-ntp', '-f', pom, PLUGIN, ...options], process.env);
    if (code !== 0) throw new SetUpError(`取 Neo4j 失败（mvn 退出码 ${code}）`, `no Neo4j: mvn ended with ${code}`);
    renameSync(part, FOLDER);
  });
  return FOLDER;
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { SetUpError } from '../setup/set-up-error.mjs';

const OLDEST = 17;

/**
 * The Java of `JAVA_HOME`, else the one on the path.
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} the command
 * @throws {SetUpError} when there is none, or it is too old for Neo4j 5
 */
export function findJava(env) {
  const home = env['JAVA_HOME'];
  const command = home ? join(home, 'bin', 'java') : 'java';
  const { stderr, status } = spawnSync(command, ['-version'], { env, encoding: 'utf8' });
  if (status !== 0) throw new SetUpError(`没有 Java（要 ${OLDEST} 或更新）`, `no Java (${OLDEST} or newer)`);
  const version = javaVersionIn(stderr);
  if (version === undefined || version < OLDEST) {
    const found = version ?? '?';
    throw new SetUpError(`Java ${found} 太旧，要 ${OLDEST} 或更新`, `Java ${found} is too old: ${OLDEST} or newer`);
  }
  return command;
}

/**
 * @param {string} text what `java -version` says
 * @returns {number | undefined} 17 for 17.0.15, 8 for 1.8.0_292
 */
export function javaVersionIn(text) {
  const digits = /version "(?:1\.)?(\d+)/.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

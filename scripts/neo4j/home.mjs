import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetUpError } from '../setup/set-up-error.mjs';

/**
 * Makes a folder into a home of a server, or finds it to be one. The password is made with it and stays beside the data.
 * @param {string} home
 * @param {string} conf
 * @param {string} java
 * @param {string} jars
 * @param {AbortSignal} signal
 * @returns {Promise<string>} the password
 * @throws {SetUpError} when the folder holds something else, or no password can be set
 */
export async function prepareHome(home, conf, java, jars, signal) {
  const passwordFile = join(home, 'password');
  mkdirSync(join(home, 'conf'), { recursive: true });
  if (!existsSync(passwordFile)) {
    if (readdirSync(home).some((name) => name !== 'conf') || readdirSync(join(home, 'conf')).length > 0) {
      throw new SetUpError(`${home} 里已有别的东西`, `${home} holds something else`);
    }
    writeFileSync(passwordFile, randomBytes(12).toString('hex'), { mode: 0o600 });
  }
  const password = readFileSync(passwordFile, 'utf8');
  mkdirSync(join(home, 'import'), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), conf);
  // The first password can be set as often as one likes until the first start.
  if (!existsSync(join(home, 'data', 'databases'))) await setPassword(home, password, java, jars, signal);
  return password;
}

/** @param {string} home @param {string} password @param {string} java @param {string} jars @param {AbortSignal} signal */
async function setPassword(home, password, java, jars, signal) {
  const args = ['-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', 'dbms', 'set-initial-password', password];
  const env = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const child = spawn(java, args, { env, signal, stdio: ['ignore', 'ignore', 2] });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new SetUpError('不能设置 Neo4j 的密码', 'the password of Neo4j could not be set');
}

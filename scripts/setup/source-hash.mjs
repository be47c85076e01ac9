import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './root.mjs';

const NOT_SOURCE = new Set(['node_modules', 'dist', 'build', 'coverage']);

/**
 * One hash over the names and contents of files: what was built from them is as old as they are, whatever git did to their times.
 * @param {readonly string[]} paths files and folders of the checkout; folders are walked
 * @returns {string} hex
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(join(ROOT, path))
    .filter((name) => !name.startsWith('.') && !NOT_SOURCE.has(name))
    .sort()
    .flatMap((name) => filesUnder(`${path}/${name}`));
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build, staleParts } from './build.mjs';
import { useGitHooks } from './git-hooks.mjs';
import { install, isInstalled } from './install.mjs';
import { withLock } from './lock.mjs';
import { checkNode } from './node-version.mjs';
import { ROOT } from './root.mjs';

// Not in node_modules: `npm ci` clears that.
const LOCK = join(ROOT, 'build', '.set-up.lock');
const SOURCES = join(ROOT, 'server');

/**
 * Installs and builds what is missing or old; a fresh checkout and a current one end alike. A container image holds
 * what was built without its sources: there is nothing to do in it.
 * @param {readonly import('./build.mjs').Part[]} parts what must be built
 * @throws {import('./set-up-error.mjs').SetUpError}
 */
export async function setUp(parts) {
  checkNode();
  if (!existsSync(SOURCES)) return;
  if (isInstalled() && staleParts(parts).length === 0) return;
  await withLock(LOCK, async () => {
    if (!isInstalled()) {
      await install();
      useGitHooks();
    }
    await build(staleParts(parts));
  });
}

import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { ROOT } from './root.mjs';

/**
 * Points git at .githooks, when this is a checkout of its own, nobody has set another folder, and it is no CI run.
 * Says nothing and fails at nothing: a hook is a convenience.
 */
export function useGitHooks() {
  if (process.env['CI']) return;
  const top = git('rev-parse', '--show-toplevel');
  if (top === undefined || realpathSync(top) !== realpathSync(ROOT)) return;
  if (git('config', '--get', 'core.hooksPath') === undefined) git('config', 'core.hooksPath', '.githooks');
}

/**
 * @param {...string} args
 * @returns {string | undefined} what git said; undefined when it failed or is not there
 */
function git(...args) {
  const { status, stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

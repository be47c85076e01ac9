/**
 * A setting that reaches npm through its environment and that a nested npm still needs: where to fetch from, and how to get there.
 * Everything else npm exports to its scripts would turn the outer command's flags into the inner one's.
 */
const KEPT =
  /^npm_config_(cache|userconfig|globalconfig|(.*:)?registry|proxy|https?_proxy|noproxy|cafile|ca|strict_ssl|offline|prefer_offline)$/i;
const OURS_NOT = /^npm_(config|package|lifecycle)_/i;

/**
 * The environment for an npm started from inside an npm script.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function npmEnv(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OURS_NOT.test(name) || KEPT.test(name)));
}

const LOOK_EVERY_MS = 500;

/**
 * npm puts a shell between itself and us, and a signal to npm may end there: when the process that started us is gone,
 * stop as if told to. Only under npm, unless told so: a service started by hand may outlive its shell.
 * @param {boolean} always
 */
export function followParent(always = false) {
  if (!always && process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, LOOK_EVERY_MS);
  watch.unref();
}

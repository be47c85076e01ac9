/**
 * Words for people go to standard error: standard output belongs to the answer.
 * @param {string} zh
 * @param {string} en
 */
export function say(zh, en) {
  process.stderr.write(`陇链 ${zh} · ${en}\n`);
}

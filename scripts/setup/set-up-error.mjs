/** Something outside the code stands in the way: the message says what, in both languages; no stack is shown. */
export class SetUpError extends Error {
  /** @override */
  name = 'SetUpError';

  /** @param {string} zh @param {string} en */
  constructor(zh, en) {
    super(`${zh} · ${en}`);
    this.zh = zh;
    this.en = en;
  }
}

/** Is the row shown by a version (one value to bind)? */
export const LIVE = '? BETWEEN since AND ifnull(until - 1, 9007199254740991)';

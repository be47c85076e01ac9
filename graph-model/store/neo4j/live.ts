/** Is the row shown by `$version`? For rows that were found without asking for `since`. */
export const LIVE = '(n.since <= $version AND (n.until IS NULL OR n.until > $version))';

/**
 * `until` of a row that was closed by a publication and is open again; the greatest the format holds. The property is
 * never removed: while Neo4j removes one, readers miss whole nodes.
 */
export const NEVER = 2_147_483_647;

/** Is the row shown by `$version`? For rows that were found without asking for `since`. */
export const LIVE = '(n.since <= $version AND (n.until IS NULL OR n.until > $version))';

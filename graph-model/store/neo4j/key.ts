import { createHash } from 'node:crypto';
import type { KeyOf, Table } from '../../rows.ts';
import { refuseUnindexed } from '../refusals.ts';

/** The property by which rows are looked up. @throws GraphError USAGE for one without an index */
export function keyOf<T extends Table>(table: T, key: KeyOf<T>): string {
  refuseUnindexed(table, key);
  return `\`${key}\``;
}

/** An index takes keys of some eight kilobytes; so many UTF-16 units are never more. */
const LONGEST = 1_000;

/** A key's text as its index holds it: a longer one by its start, for searching, and its hash. */
export function keyText(text: string): string {
  if (text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST)}#${createHash('sha256').update(text).digest('hex')}`;
}

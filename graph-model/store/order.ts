import type { Table, Versioned } from '../rows.ts';
import { compareText } from '../text.ts';

/** The order of what changed: several contents of one id stand together, oldest first. */
export function byIdThenSince<T extends Table>(a: Versioned<T>, b: Versioned<T>): number {
  return compareText(a.row.id, b.row.id) || a.since - b.since;
}

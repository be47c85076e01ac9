import type { Record } from '../facts/record.ts';
import type { Statement } from '../facts/statement.ts';
import type { RecordId } from '../ids.ts';
import { foldName } from '../names.ts';
import { sortedUnique } from '../text.ts';

/** Does this statement say which chain or parent its subject's name belongs to? */
export function givesScope(statement: Statement, subject: Pick<Record, 'kind'>): boolean {
  if (subject.kind === 'Segment') return statement.predicate === 'SEGMENT_OF';
  return (subject.kind === 'Place' || subject.kind === 'Park') && statement.predicate === 'PART_OF';
}

/** The folded name of a record's chain or parents, as its own live statements give it; undefined when none does. */
export function withinOf(
  record: Record,
  statements: Iterable<Statement>,
  nameOf: (id: RecordId) => string,
): string | undefined {
  const scopes: string[] = [];
  for (const statement of statements) {
    if (statement.subject !== record.id || !givesScope(statement, record)) continue;
    if (statement.says === 'relationship') scopes.push(foldName(nameOf(statement.object)));
  }
  return scopes.length === 0 ? undefined : sortedUnique(scopes).join(' ');
}

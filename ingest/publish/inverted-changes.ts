import { recordsDecided } from '#graph-model/derive/decisions.ts';
import type { Record } from '#graph-model/facts/record.ts';
import { type Statement, recordsOf } from '#graph-model/facts/statement.ts';
import type { RecordId, StatementId } from '#graph-model/ids.ts';
import type { RowOf } from '#graph-model/rows.ts';
import type { GraphReader } from '#graph-model/store/port.ts';
import { recordOnly } from '#graph-model/store/whole-version.ts';
import { canonicalJson } from '#graph-model/text.ts';
import type { Closing, InputChanges, RowChanges } from './input-changes.ts';
import { keepListed } from './keep-listed.ts';

/**
 * The undoing of what one version changed, laid on the newest: rows it opened that still stand go, rows it closed that
 * nothing replaced since return. What a later version changed again is left as that version put it.
 */
export async function invertedChanges(undone: GraphReader, newest: GraphReader): Promise<InputChanges> {
  const evidence = await invert(undone, newest, 'evidence');
  const coverage = await invert(undone, newest, 'coverage');
  const decision = await invert(undone, newest, 'decision');
  const source = await keepListed(newest, await invert(undone, newest, 'source'), evidence, coverage);
  const scope = await invert(undone, newest, 'scope');
  const redirects = (await invert(undone, newest, 'redirect')).open;

  const statements = new Map<StatementId, Statement>();
  for (const { statement: id } of evidence.open) {
    const row = (await newest.history('statement', id)).at(-1)?.row;
    if (row !== undefined) statements.set(row.statement.id, row.statement);
  }
  const named = new Set<RecordId>();
  for (const statement of statements.values()) recordsOf(statement).forEach((id) => named.add(id));
  for (const { subject, place } of coverage.open) named.add(subject).add(place);
  for (const row of decision.open) recordsDecided(row.decision).forEach((id) => named.add(id));
  const records = new Map<RecordId, Record>();
  for (const id of named) {
    const row = (await newest.history('record', id)).at(-1)?.row;
    if (row !== undefined) records.set(id, recordOnly(row));
  }
  for (const record of await formerNames(undone, newest)) records.set(record.id, record);
  return { source, scope, evidence, coverage, decision, statements, records, passages: new Map(), redirects };
}

async function invert<T extends 'source' | 'scope' | 'evidence' | 'coverage' | 'decision' | 'redirect'>(
  undone: GraphReader,
  newest: GraphReader,
  table: T,
): Promise<RowChanges<T>> {
  const { opened, closed } = await undone.changes(table);
  const now = await newest.get(
    table,
    [...opened, ...closed].map(({ row }) => row.id),
  );
  const before = new Map(closed.map(({ row }) => [row.id as string, row]));
  const open: RowOf<T>[] = [];
  const close: Closing<T>[] = [];
  for (const { row } of opened) {
    const stands = now.get(row.id);
    const earlier = before.get(row.id);
    before.delete(row.id);
    if (stands === undefined || canonicalJson(stands) !== canonicalJson(row)) continue;
    if (earlier === undefined) close.push({ row, reason: 'rolled_back' });
    else open.push(earlier);
  }
  for (const row of before.values()) if (!now.has(row.id)) open.push(row);
  return { open, close };
}

/** Records that the undone version printed otherwise, as they were, where that is still what stands. */
async function formerNames(undone: GraphReader, newest: GraphReader): Promise<readonly Record[]> {
  const { opened, closed } = await undone.changes('record');
  const before = new Map(closed.map(({ row }) => [row.id, row]));
  const renamed = opened.filter(({ row }) => (before.get(row.id)?.name ?? row.name) !== row.name);
  const now = await newest.get(
    'record',
    renamed.map(({ row }) => row.id),
  );
  return renamed.flatMap(({ row }) => {
    const earlier = before.get(row.id);
    return earlier === undefined || now.get(row.id)?.name !== row.name ? [] : [recordOnly(earlier)];
  });
}
